import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { apiFolder, buildApi, watchApi } from './build-api.mjs';
import { webFolder } from './built.mjs';
import { database } from './database.mjs';
import { root } from './ready.mjs';
import { announce, command, settingsFor, untilAsked } from './serve.mjs';

export async function develop() {
  const stopping = untilAsked();
  await buildApi();
  const { env, folder, stop } = await database();
  // The port is chosen once, so that the page under your eyes stays where it is.
  const settings = { ...(await settingsFor(env)), LOG_LEVEL: process.env.LOG_LEVEL ?? 'info', WEB_ROOT: webFolder };
  mkdirSync(webFolder, { recursive: true });
  await command('migrate', settings);
  if (settings.FOLLOWTHROUGH_DEMO === 'on') await command('demo', settings);

  const server = restarting(settings, folder);
  const web = spawn(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', 'web:bundle:development', '--watch', '--outputStyle=stream'], { cwd: root, detached: true, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false' } });
  const page = watch(webFolder, (_, name) => name === 'index.html' && server.restart());
  const api = await watchApi(() => server.restart());

  await stopping;
  page.close();
  await api();
  process.kill(-web.pid, 'SIGTERM');
  await server.end();
  await stop();
}

/** One server at a time; changes that come in a bunch are one restart. */
function restarting(settings, folder) {
  let child;
  let announced = false;
  let waiting;
  const end = () =>
    new Promise((resolve) => {
      if (!child || child.exitCode !== null) return resolve();
      child.once('close', resolve);
      child.kill('SIGTERM');
    });
  const again = async () => {
    await end();
    // The first time, the web app takes longer than the server.
    if (!existsSync(join(webFolder, 'index.html'))) return;
    child = spawn(process.execPath, [join(apiFolder, 'main.mjs')], { env: settings, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', () => {
      console.log(`serving ${settings.PUBLIC_URL}`);
      if (!announced) announce(settings, folder);
      announced = true;
    });
  };
  return {
    end: async () => {
      clearTimeout(waiting);
      await end();
    },
    restart: () => {
      clearTimeout(waiting);
      waiting = setTimeout(again, 150);
    },
  };
}
