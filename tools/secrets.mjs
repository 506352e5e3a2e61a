// Secrets of an installation that runs itself, made once and kept in .data, readable by its owner alone.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ready.mjs';

export const dataFolder = join(root, '.data');

const secret = () => randomBytes(32).toString('base64url');
/** Typed by hand from the terminal, so without letters that look alike. */
const typeable = () => [...randomBytes(12)].map((byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join('').replace(/(.{4})(?=.)/g, '$1-');

/** @returns {{ postgres: string, api: string, identity: string, server: string, demo: string }} */
export function secrets() {
  const file = join(dataFolder, 'secrets.json');
  mkdirSync(dataFolder, { recursive: true });
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const all = { postgres: secret(), api: secret(), identity: secret(), server: secret(), demo: typeable(), ...kept };
  if (Object.keys(kept).length < Object.keys(all).length) writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 });
  return all;
}
