import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../eslint.config.mjs';

/** ESLint as `npm run check` runs it, on files that need not exist. */
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...config, { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked, languageOptions: { parserOptions: { projectService: false } } }] });
const found = async (filePath, code) => (await eslint.lintText(code, { filePath }))[0].messages.map((one) => one.ruleId ?? one.message);

describe('borders', () => {
  it.each([
    ['contracts know nothing of ours', 'libs/contracts/src/actions.ts', '@followthrough/domain'],
    ['contracts know no framework', 'libs/contracts/src/actions.ts', '@nestjs/common'],
    ['the domain knows contracts only', 'libs/domain/src/actions.ts', 'typeorm'],
    ['the domain has no clock or file of its own', 'libs/domain/src/actions.ts', 'node:fs'],
    ['ui has no HTTP', 'libs/ui/src/tag.ts', '@angular/common/http'],
    ['a screen of one feature is closed to another', 'apps/web/src/app/plan/plan-table.ts', '../findings/finding-store'],
    ['the frame knows no screen of a feature', 'apps/web/src/app/shell/frame.ts', '../findings/finding-store'],
    ['rows belong to their feature', 'apps/api/src/plans/plans.ts', '../actions/action.row'],
    ['so does its SQL', 'apps/api/src/plans/plans.ts', '../actions/actions.sql'],
    ['the kernel knows no feature', 'apps/api/src/kernel/reads.ts', '../actions/actions'],
    ['the server has no browser in it', 'apps/api/src/plans/plans.ts', '@angular/core'],
    ['what ships needs no test tools', 'apps/api/src/plans/plans.ts', '@followthrough/testing'],
    ['projects meet at their front doors', 'apps/web/src/app/plan/plan-table.ts', '../../../../../libs/ui/src/tag'],
    ['who may is open to the frame alone', 'apps/web/src/app/plan/plan-table.ts', '@followthrough/domain/access'],
    ['and nowhere behind them', 'apps/web/src/app/plan/plan-table.ts', '@followthrough/ui/tag'],
  ])('%s', async (_, file, target) => {
    for (const code of [`import { it } from '${target}';\nit();\n`, `import type { It } from '${target}';\nexport type Mine = It | null;\n`, `export * from '${target}';\n`])
      expect(await found(file, code)).toContain('house/borders');
  });

  it.each([
    ['apps/web/src/app/plan/plan-table.ts', '../findings/public'],
    ['apps/web/src/app/plan/plan-table.ts', '../api/client'],
    ['apps/web/src/app/app.routes.ts', './findings/findings.routes'],
    ['apps/web/src/app/shell/frame.ts', '@followthrough/domain/access'],
    ['apps/api/src/plans/plans.ts', '../actions/actions'],
    ['apps/api/src/plans/plans.ts', '../kernel/reads'],
    ['apps/api/src/database/rows.ts', '../actions/action.row'],
    ['libs/domain/src/actions.ts', '@followthrough/contracts'],
    ['apps/api/src/plans/plans.spec.ts', '@followthrough/testing'],
  ])('%s may import %s', async (file, target) => {
    expect(await found(file, `import { it } from '${target}';\nit();\n`)).toEqual([]);
  });
});

describe('house rules', () => {
  it.each([
    ['any', 'export const f = (x: any) => x;\n', '@typescript-eslint/no-explicit-any'],
    ['!', 'export const f = (x: string | null) => x!;\n', '@typescript-eslint/no-non-null-assertion'],
    ['default exports', 'export default 1;\n', 'no-restricted-syntax'],
    ['enums', 'export enum Colour { red }\n', 'no-restricted-syntax'],
  ])('no %s', async (_, code, rule) => {
    expect(await found('apps/api/src/plans/plans.ts', code)).toContain(rule);
  });
});
