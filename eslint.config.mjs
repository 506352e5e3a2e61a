import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { borders } from './tools/lint/borders.mjs';

/** Rules of the house that no preset has. */
const house = {
  'house/borders': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'A name is found by search; a default export is not.' },
    { selector: 'TSEnumDeclaration', message: 'A union of words is lighter than an enum.' },
  ],
  'no-restricted-imports': ['error', { paths: [{ name: 'class-transformer', message: 'Contracts check and build themselves.' }] }],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  // The server has its log. In the browser an error nobody caught goes to the console.
  'no-console': ['error', { allow: ['error'] }],
};

const typescript = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  // `const { a, ...rest } = x` is how keys are left out.
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports', fixStyle: 'inline-type-imports' }],
  // Nest's modules, and contracts derived from others, are classes with nothing in them.
  '@typescript-eslint/no-extraneous-class': 'off',
  '@typescript-eslint/no-empty-object-type': 'off',
  // `const X = draft(…); type X = InstanceType<typeof X>` is how a derived contract gets its name.
  '@typescript-eslint/no-redeclare': 'off',
  '@typescript-eslint/no-invalid-void-type': 'off',
  '@typescript-eslint/consistent-type-definitions': 'off',
};

/** Where focus stays on one element and keys move a choice (listbox, dialog, menu), these see a fault that is none; axe and the stories try the keyboard itself. */
const templates = { '@angular-eslint/template/click-events-have-key-events': 'off', '@angular-eslint/template/interactive-supports-focus': 'off', '@angular-eslint/template/no-autofocus': 'off' };

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', '.data', '.nx', '.angular', 'coverage', 'tmp'] },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { plugins: { house: { rules: { borders } } } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['tools/*.ts'] }, tsconfigRootDir: import.meta.dirname } },
    rules: { ...house, ...typescript },
  },
  {
    files: ['apps/web/src/**/*.ts', 'libs/ui/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/prefer-on-push-component-change-detection': 'off' },
  },
  { files: ['apps/web/src/**/*.html', 'libs/ui/src/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility], rules: templates },
  // Commands speak on the terminal.
  { files: ['apps/api/src/commands/*.ts'], rules: { 'no-console': 'off' } },
);
