import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built.mjs';
import { chromium } from './chromium.mjs';
import { startCluster, THROW_AWAY } from './cluster.mjs';
import { passedOn, root } from './ready.mjs';

/** @param {string[]} args as jest takes them: paths, -t, --selectProjects … */
export async function test(args) {
  const env = { ...process.env };
  if (mayTellStories(args)) {
    env.CHROMIUM = chromium();
    await built();
  }
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-test-'));
  const totals = join(folder, 'totals');
  const cluster = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startCluster(join(root, '.data/test-postgres'), { flags: THROW_AWAY, password: 'test', keep: false });
  try {
    const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), ...args];
    process.exitCode = await passedOn(process.execPath, jest, { ...env, TEST_DATABASE_URL: cluster.url, TEST_TOTALS: totals });
  } finally {
    await cluster.stop();
    if (existsSync(totals)) console.log(readFileSync(totals, 'utf8'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Named paths that are all elsewhere need no browser and no web app. */
function mayTellStories(args) {
  const projects = args.indexOf('--selectProjects');
  if (projects >= 0) return args.slice(projects).includes('stories');
  const paths = args.filter((arg) => /^(apps|libs|tools)\b/.test(arg));
  return paths.length === 0 || paths.some((path) => path.startsWith('apps/web-e2e'));
}
