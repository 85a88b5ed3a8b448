// What a fresh clone needs before anything can run. Plain JavaScript without dependencies, because
// it runs before there are any.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Says in plain words what stops the work, and stops it. */
export function stop(...sentences) {
  console.error(sentences.join('\n'));
  process.exit(1);
}

/** Makes sure that Node is new enough and that what package-lock.json names is installed. */
export function prepare() {
  checkNode();
  if (isInstalled()) return;
  console.error('Installing what Outturn is built with (once, about a minute)...');
  const npm = runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional']);
  if (npm.status !== 0) stop(...explain(`${npm.stderr}${npm.error?.message ?? ''}`));
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  if (isNewEnough) return;
  stop(
    `Outturn needs Node 20.19 or later, and this is Node ${process.versions.node}.`,
    'Install a newer Node, then run the same command again.',
  );
}

// Dates of files say little after a checkout, so what is installed is compared with what is named.
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined) stop('package-lock.json is missing or cannot be read; restore it.');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// Under `npm start` the same npm is used that was called; Windows wants a shell to find it.
function runNpm(words) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const patience = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
  const all = [...words, ...quiet, ...patience];
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...all], options);
  return spawnSync('npm', all, { ...options, shell: process.platform === 'win32' });
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/.test(output)) {
    return [
      'The package registry cannot be reached, so what Outturn is built with cannot be installed.',
      'Check the network, or name another registry with `npm config set registry ADDRESS`.',
    ];
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return [
      `This user may not write in ${root}.`,
      'Make a clone of your own, or ask for the right to write there.',
    ];
  }
  if (/ENOSPC/.test(output)) return ['The disk is full. Free some space, then run this again.'];
  return ['npm could not install what Outturn is built with. It said:', output.trim()];
}
