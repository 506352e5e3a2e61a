// Lets a thread that a test starts import our TypeScript as the tests themselves do; see jest.config.mjs.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { swc } from './swc.mjs';

const root = join(import.meta.dirname, '..');
const library = /^@followthrough\/(\w+)$/;

registerHooks({
  resolve(specifier, context, next) {
    const [, name] = library.exec(specifier) ?? [];
    if (name) return next(pathToFileURL(join(root, 'libs', name, 'src/index.ts')).href, context);
    const beside = /^\.\.?\//.test(specifier) && context.parentURL?.endsWith('.ts') ? new URL(`${specifier}.ts`, context.parentURL) : undefined;
    return beside && existsSync(beside) ? next(beside.href, context) : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: transformSync(readFileSync(filename, 'utf8'), { ...swc, sourceMaps: 'inline', filename }).code };
  },
});
