// PostgreSQL refuses to run as root, and whoever it runs as instead cannot look into root's own folders.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const isRoot = process.getuid?.() === 0;

/** Hands a file or folder to the user that PostgreSQL will run as, and says who that is. Nothing to do unless we are root. */
export function lowerUser(path) {
  if (!isRoot) return {};
  const user = idOf('postgres') ?? made('postgres') ?? { uid: 65_534, gid: 65_534 };
  chownSync(path, user.uid, user.gid);
  return user;
}

/** The same folder and binaries, or, where they lie in a folder that only root may enter, a place of our own in /var/tmp. */
export function anywhereFor(folder, bin) {
  if (!isRoot) return { folder, bin };
  return { folder: isOpen(dirname(folder)) ? folder : elsewhere(folder), bin: isOpen(bin) ? bin : copied(bin) };
}

/** Everybody may pass through it and through every folder above it. */
function isOpen(folder) {
  if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpen(dirname(folder));
}

/** Its name is kept where the folder should have been: another clone at the same place begins with nothing. */
function elsewhere(folder) {
  const note = `${folder}.is-elsewhere`;
  if (!existsSync(note)) {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, `/var/tmp/followthrough-data-${randomBytes(6).toString('hex')}`);
  }
  return rootsOwn(readFileSync(note, 'utf8'));
}

function copied(bin) {
  const source = dirname(bin);
  const copy = rootsOwn(`/var/tmp/followthrough-postgres-${createHash('sha256').update(source).digest('hex').slice(0, 12)}`);
  if (!existsSync(join(copy, 'whole'))) {
    cpSync(source, join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, 'whole'));
  }
  return join(copy, 'native/bin');
}

/** A folder that is root's and that nobody else can have put there. */
function rootsOwn(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (lstatSync(folder).uid === 0) chmodSync(folder, 0o755);
  const found = lstatSync(folder);
  if (found.uid !== 0 || !found.isDirectory() || (found.mode & 0o022) !== 0) throw new Error(`${folder} is not root's own. Remove it, or set DATABASE_URL to a PostgreSQL 18 of yours.`);
  return folder;
}

function idOf(name) {
  try {
    const read = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return undefined;
  }
}

function made(name) {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return idOf(name);
}
