// What has to be there before a command can run: the packages of the lock file, and Node 24. Runs on Node 20, with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const NEEDED = 24;

/**
 * Installs when packages are missing or older than the lock file, and runs the command again under Node 24 if this is not it.
 * False: it ran there and there is nothing left to do here.
 * @param {string} script the command's own file
 */
async function ready(script) {
  install();
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return true;
  const node24 = join(root, 'node_modules/.bin/node');
  if (!existsSync(node24)) throw new Error(`Followthrough needs Node ${NEEDED}, and this is ${process.version}. Install Node ${NEEDED}, or run "npm ci" to get it among the packages.`);
  process.exitCode = await passedOn(node24, [script, ...process.argv.slice(2)]);
  return false;
}

/**
 * Runs a command's own part once all is there. What goes wrong is said in a sentence: the stack is for DEBUG.
 * @param {string} script the command's own file
 * @param {() => Promise<unknown>} command
 */
export async function run(script, command) {
  try {
    if (await ready(script)) await command();
  } catch (error) {
    console.error(process.env.DEBUG ? error : `\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

/** Runs a program in our place. Ctrl C reaches it as it reaches us: we wait until it has tidied up. */
export function passedOn(program, args, env = process.env) {
  const wait = () => {};
  process.on('SIGINT', wait).on('SIGHUP', wait);
  const child = spawn(program, args, { stdio: 'inherit', env });
  const onTerm = () => child.kill('SIGTERM');
  process.on('SIGTERM', onTerm);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGHUP', wait).off('SIGTERM', onTerm);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

function install() {
  const modules = join(root, 'node_modules');
  const marker = join(modules, '.followthrough');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (isThere(modules) && (lstatSync(modules).isSymbolicLink() || saysThe(marker, lock) || isNewer(join(modules, '.package-lock.json'), join(root, 'package-lock.json')))) return;
  console.log('Installing the packages (npm ci). This takes a minute or two, once.');
  // With the development packages, whatever NODE_ENV says: Node 24 and the build are among them.
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) throw new Error('npm ci failed; what it said is above.');
  writeFileSync(marker, lock);
}

const isThere = (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
const saysThe = (file, text) => existsSync(file) && readFileSync(file, 'utf8') === text;
/** npm wrote its own note of what it installed after the lock file was last changed: somebody ran npm ci themselves. */
const isNewer = (one, other) => existsSync(one) && statSync(one).mtimeMs >= statSync(other).mtimeMs;
