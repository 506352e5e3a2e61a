// `npm test`: every test there is, or those named after `--`. Starts the database they need and stops it again.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startCluster, THROW_AWAY } from './cluster.mjs';

const root = join(import.meta.dirname, '..');
const cluster = process.env.TEST_DATABASE_URL
  ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  : await startCluster(join(root, '.data/test-postgres'), { flags: THROW_AWAY, password: 'test', keep: false });
try {
  process.exitCode = await new Promise((resolve) => {
    const jest = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: cluster.url } });
    jest.on('close', (code) => resolve(code ?? 1));
  });
} finally {
  await cluster.stop();
}
