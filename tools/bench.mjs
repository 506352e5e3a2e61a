// `npm run bench`: how fast the API is beside a bare server that does the same work on the same rows. See docs/performance.md.
import { run } from './ready.mjs';

await run(import.meta.filename, async () => (await import('./bench/run.mjs')).bench(process.argv.slice(2)));
