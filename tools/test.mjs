// `npm test`: every test there is, or those named after `--`. Sets up what they need and closes with the totals.
// Runs on Node 20 with nothing installed, like `npm start`.
import { run } from './ready.mjs';

await run(import.meta.filename, async () => (await import('./tested.mjs')).test(process.argv.slice(2)));
