// `npm start`: installs what is missing, starts the database, builds what changed, makes the demo, and serves until Ctrl C.
// Runs on Node 20 with nothing installed: everything but `ready` is loaded only when the packages are there.
import { run } from './ready.mjs';

await run(import.meta.filename, async () => (await import('./serve.mjs')).serve());
