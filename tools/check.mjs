// `npm run check`: lint and borders, types, drift between contracts, rows and schema, and the unit tests. Says all that is wrong, not only the first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './ready.mjs';

const PROJECTS = ['libs/contracts', 'libs/domain', 'libs/testing', 'libs/ui', 'apps/api', 'apps/web', 'apps/web-e2e'];

await run(import.meta.filename, async () => {
  const failed = [
    step('Lint and borders', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']),
    ...PROJECTS.filter((project) => existsSync(join(root, project, 'src'))).map((project) =>
      // Only Angular's compiler sees into templates.
      step(`Types of ${project}`, /web$|ui$/.test(project) ? 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js' : 'node_modules/typescript/bin/tsc', ['-p', join(project, 'tsconfig.json'), '--noEmit']),
    ),
    step('Drift and units', 'tools/test.mjs', ['apps/api/src/database', 'libs', 'tools']),
  ].filter(Boolean);
  if (failed.length > 0) {
    console.error(`\nNot right yet: ${failed.join(', ')}.`);
    process.exitCode = 1;
  } else console.log('\nAll checks passed.');
});

/** @returns {string | undefined} the step's name when it failed */
function step(name, program, args) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit' });
  return status === 0 ? undefined : name;
}
