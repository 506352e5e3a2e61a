// What the bench needs from the API, bundled from the same sources: its migrations, and the statements of its screens,
// so that the bare server beside it runs the very same SQL.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { swc } from '../swc.mjs';

const root = join(import.meta.dirname, '../..');
const withMetadata = {
  name: 'decorator metadata',
  setup(bundle) {
    bundle.onResolve({ filter: /^@followthrough\// }, ({ path }) => ({ path: join(root, 'libs', path.slice('@followthrough/'.length), 'src/index.ts') }));
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({ contents: (await transform(await readFile(path, 'utf8'), { ...swc, filename: path, sourceFileName: relative(dirname(path), path) })).code, loader: 'js' }));
  },
};

const PARTS = `
  export { migrate } from './database/migrate';
  export { signed, SESSION_COOKIE } from './kernel/session-cookie';
  export { actionList } from './actions/action-list.sql';
  export { actionPage } from './actions/actions.sql';
  export { reportUpdate, reportUpdates } from './updates/updates.sql';
  export { factsOfThese } from './bulk-edits/bulk-edits.sql';
  export { doubts } from './assessments/assessments.sql';
  export { dashboard } from './dashboard/dashboard.sql';
  export { search } from './search/search.sql';
  export { trace } from './traces/traces.sql';
  export { bankHolidays, overloads, replay, scenarioVerdict } from '@followthrough/domain';
`;

/** @param {string} outfile */
export async function apiParts(outfile) {
  await build({
    absWorkingDir: root,
    stdin: { contents: PARTS, resolveDir: join(root, 'apps/api/src'), loader: 'ts', sourcefile: 'bench-parts.ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    keepNames: true,
    logLevel: 'error',
    plugins: [withMetadata],
  });
  return import(outfile);
}
