// After a build: a Brotli and a gzip copy beside each file worth it, and the size of the first load, which has a limit.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a first visit may transfer, in bytes. */
const FIRST_LOAD = 160_000;

const folder = resolve(process.argv[2] ?? 'dist/apps/web');
const sizes = new Map();
for (const name of readdirSync(folder, { recursive: true }).map(String)) {
  if (!/\.(js|css|html|svg|json|txt)$/.test(name)) continue;
  const whole = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } });
  const gzip = gzipSync(whole, { level: 9 });
  sizes.set(name, { brotli: Math.min(brotli.length, whole.length), gzip: Math.min(gzip.length, whole.length) });
  if (whole.length < 1_000 || name === 'index.html') continue;
  writeFileSync(join(folder, `${name}.br`), brotli);
  writeFileSync(join(folder, `${name}.gz`), gzip);
}

// What index.html names, and what those scripts import at once: all that stands between the address and the first screen.
const first = new Set(['index.html']);
const wanted = [...readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)].map((found) => found[1]);
while (wanted.length > 0) {
  const name = wanted.pop();
  if (!name || first.has(name)) continue;
  first.add(name);
  if (name.endsWith('.js')) for (const [, other] of readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) wanted.push(other);
}
const sum = (kind) => [...first].reduce((total, name) => total + (sizes.get(name)?.[kind] ?? 0), 0);
console.log(`first load: ${(sum('brotli') / 1000).toFixed(1)} kB with Brotli, ${(sum('gzip') / 1000).toFixed(1)} kB with gzip, of ${FIRST_LOAD / 1000} kB; ${first.size} files`);
if (sum('gzip') > FIRST_LOAD) {
  console.error('The first load is over its limit. Load what is not needed at once through a lazy route.');
  process.exitCode = 1;
}
