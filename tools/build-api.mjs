// Bundles the API, its commands and its workers to dist/apps/api, in seconds. esbuild bundles; swc compiles each file,
// because only swc writes the types of constructor parameters that Nest and TypeORM read.
import { copyFile, readFile, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { transform } from '@swc/core';
import { build, context } from 'esbuild';
import { swc } from './swc.mjs';

const root = join(import.meta.dirname, '..');
export const apiFolder = join(root, 'dist/apps/api');

/** How the server is run: a small nursery and a bounded heap, or Node takes 100 MB more than it needs. The Dockerfile says the same. */
export const API_FLAGS = ['--max-semi-space-size=16', '--max-old-space-size=320'];

const withMetadata = {
  name: 'decorator metadata',
  setup(bundle) {
    bundle.onResolve({ filter: /^@followthrough\// }, ({ path }) => ({ path: join(root, 'libs', path.slice('@followthrough/'.length), 'src/index.ts') }));
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { ...swc, sourceMaps: 'inline', filename: path, sourceFileName: relative(dirname(path), path) });
      return { contents: code, loader: 'js' };
    });
  },
};

const options = () => ({
  absWorkingDir: root,
  entryPoints: ['apps/api/src/main.ts', ...globSync('apps/api/src/commands/*.ts', { cwd: root }), ...globSync('apps/api/src/**/*.worker.ts', { cwd: root })],
  outdir: apiFolder,
  // All in one folder: a worker lies beside whatever starts it, by its own name.
  entryNames: '[name]',
  chunkNames: 'part-[hash]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  keepNames: true,
  logLevel: 'warning',
  plugins: [withMetadata],
});

export async function buildApi() {
  await rm(apiFolder, { recursive: true, force: true });
  await build(options());
  // What code reads from beside itself.
  for (const file of globSync('apps/api/src/database/demo/*.xlsx', { cwd: root })) await copyFile(join(root, file), join(apiFolder, basename(file)));
}

/** Builds again at every change and calls `built` each time it worked. Returns how to stop. */
export async function watchApi(built) {
  const announce = { name: 'announce', setup: (bundle) => bundle.onEnd(({ errors }) => (errors.length > 0 ? undefined : built())) };
  const watching = await context({ ...options(), plugins: [withMetadata, announce] });
  await watching.watch();
  return () => watching.dispose();
}

if (import.meta.main) await buildApi();
