import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sheets = globSync('apps/web/src/{styles,styles/pieces,app/*}/_*.scss', { cwd: root }).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** The classes that a sheet begins a block with at its outermost level, with what is said of each: `ft-card`, not `ft-card .ft-table`. */
const owned = (text) => [...text.matchAll(/^\.(ft-[\w-]+)(?=[ ,:]*[{,])/gm)].map((found) => found[1]);

describe('the one stylesheet', () => {
  it('gives each class to one sheet alone: two features that take the same name would paint each other', () => {
    const owners = new Map();
    for (const { file, text } of sheets) for (const name of new Set(owned(text))) owners.set(name, [...(owners.get(name) ?? []), file]);
    expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  it('is listed whole in the theme', () => {
    const theme = readFileSync(join(root, 'apps/web/src/styles/theme.scss'), 'utf8');
    const missing = sheets.map(({ file }) => /(?:^|\/)_([\w-]+)\.scss$/.exec(file)?.[1] ?? file).filter((name) => !new RegExp(`['/]${name}'`).test(theme));
    expect(missing).toEqual([]);
  });

  it('is the only one: no component has styles of its own, which the content security policy would refuse', () => {
    const own = globSync('{apps/web,libs/ui}/src/**/*.ts', { cwd: root }).filter((file) => /^\s*(styles|styleUrls?):/m.test(readFileSync(join(root, file), 'utf8')));
    expect(own).toEqual([]);
  });
});
