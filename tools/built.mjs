// Builds the server and the web app, each only when something it is made of has changed since.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ready.mjs';

export const webFolder = join(root, 'dist/apps/web');

/** @param {string[]} folders what the build is made of */
function digestOf(folders) {
  const hash = createHash('sha256');
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*`, { cwd: root })).filter((file) => !/\.(spec|story)\.ts$/.test(file) && statSync(join(root, file)).isFile());
  for (const file of ['package-lock.json', 'tsconfig.base.json', ...files.sort()]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

async function unlessFresh(what, output, folders, build) {
  const digest = digestOf(folders);
  // Beside the output, not in it: what is in it is served.
  const marker = `${output}.digest`;
  if (existsSync(output) && existsSync(marker) && readFileSync(marker, 'utf8') === digest) return;
  console.log(`Building ${what}.`);
  await build();
  writeFileSync(marker, digest);
}

export async function built({ web = true } = {}) {
  const { apiFolder, buildApi } = await import('./build-api.mjs');
  await unlessFresh('the server', apiFolder, ['apps/api/src', 'libs/contracts/src', 'libs/domain/src', 'tools/build-api.mjs'], buildApi);
  if (!web || !existsSync(join(root, 'apps/web/src/main.ts'))) return;
  await unlessFresh('the web app', webFolder, ['apps/web', 'libs/contracts', 'libs/domain', 'libs/ui'], () => nx('build', 'web'));
}

/** Runs one target of the workspace; nothing of it is sent anywhere, and no daemon stays behind. */
export function nx(target, project, more = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', `${project}:${target}`, '--outputStyle=static', ...more], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false' } });
  if (status !== 0) throw new Error(`${target} of ${project} failed:\n${stdout}\n${stderr}`);
}
