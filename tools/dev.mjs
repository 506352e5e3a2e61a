// `npm run dev`: as `npm start`, and builds again and restarts at every change of the server's or the web app's files.
import { run } from './ready.mjs';

await run(import.meta.filename, async () => (await import('./developed.mjs')).develop());
