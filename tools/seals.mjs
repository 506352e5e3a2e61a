// `npm run seals`: computes every seal of the history again. Ends with 1 when one is broken.
import { run } from './ready.mjs';

await run(import.meta.filename, async () => {
  const { built } = await import('./built.mjs');
  const { database } = await import('./database.mjs');
  const { command } = await import('./serve.mjs');
  await built({ web: false });
  const { env, stop } = await database();
  await command('seals', { ...process.env, ...env }).finally(stop);
});
