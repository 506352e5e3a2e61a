// `npm run seals`: computes every seal of the history again. Ends with 1 when one is broken.
import { ready } from './ready.mjs';

if (await ready(import.meta.filename)) {
  const { built } = await import('./built.mjs');
  const { database } = await import('./database.mjs');
  const { command } = await import('./serve.mjs');
  await built({ web: false });
  const { env, stop } = await database();
  try {
    await command('seals', { ...process.env, ...env });
  } catch {
    process.exitCode = 1;
  } finally {
    await stop();
  }
}
