// `npm test`: every test there is, or those named after `--`. Sets up what they need and closes with the totals.
// Runs on Node 20 with nothing installed, like `npm start`.
import { ready } from './ready.mjs';

if (await ready(import.meta.filename)) {
  const { test } = await import('./tested.mjs');
  await test(process.argv.slice(2));
}
