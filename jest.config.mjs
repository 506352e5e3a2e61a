import { swc } from './tools/swc.mjs';

/** `npm test` runs every project; `npm test -- apps/api` some of them. */
const mapped = Object.fromEntries(['contracts', 'domain', 'testing', 'ui'].map((lib) => [`^@followthrough/${lib}$`, `<rootDir>/libs/${lib}/src/index.ts`]));
mapped['^@followthrough/domain/access$'] = '<rootDir>/libs/domain/src/access.ts';

/** Node-side projects: swc with decorator metadata, as real ES modules. */
const node = (displayName, folder, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: [`<rootDir>/${folder}`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: mapped,
  testMatch: ['**/*.spec.ts'],
  ...more,
});

/** Browser-side projects: Angular in jsdom, without zones, as ES modules. Types are the business of tsc. */
const browser = (displayName, folder, tsconfig) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: [`<rootDir>/${folder}`],
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/tools/angular-tests.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.(ts|html|svg)$': ['jest-preset-angular', { tsconfig: `<rootDir>/${tsconfig}`, stringifyContentPathRegex: '\\.(html|svg)$', useESM: true, diagnostics: false }] },
  moduleNameMapper: { ...mapped, '^tslib$': 'tslib/tslib.es6.js' },
  testMatch: ['**/*.spec.ts'],
});

export default {
  testTimeout: 120_000,
  // Modules in contexts of their own are never given back, so a worker that has grown makes way for a fresh one.
  // There must be two: a single one would run inside Jest itself, which cannot be replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/tools/totals.mjs'],
  projects: [node('tools', 'tools', { testMatch: ['**/*.spec.mjs'], transform: {}, extensionsToTreatAsEsm: [] }), node('contracts', 'libs/contracts/src'), node('domain', 'libs/domain/src'), node('api', 'apps/api/src'), browser('ui', 'libs/ui/src', 'libs/ui/tsconfig.json'), browser('web', 'apps/web/src', 'apps/web/tsconfig.json'), node('stories', 'apps/web-e2e/src', { testMatch: ['**/*.story.ts'] })],
};
