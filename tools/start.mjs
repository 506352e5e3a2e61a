// `npm start`: installs what is missing, starts the database, builds what changed, makes the demo, and serves until Ctrl C.
// Runs on Node 20 with nothing installed: everything but `ready` is loaded only when the packages are there.
import { ready } from './ready.mjs';

if (await ready(import.meta.filename)) {
  const { serve } = await import('./serve.mjs');
  await serve();
}
