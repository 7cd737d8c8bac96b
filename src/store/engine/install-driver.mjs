/**
 * Installs the SQLite driver that this Node runs, where npm has not. npm runs this script after it has installed the
 * other packages; it can be run by hand as well. docs/decisions/0012-two-sqlite-drivers.md says why npm alone does not do.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../../../', import.meta.url));

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const name = driverFor(process.versions.node);
  // Where only the lock file is to be written, nothing is installed beside it either.
  if (process.env.npm_config_package_lock_only !== 'true' && !works(name)) install(name);
}

/** Which driver a version of Node runs; `sqlite-driver.ts` decides the same and says why. */
export function driverFor(nodeVersion) {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14) ? 'better-sqlite3-13' : 'better-sqlite3-12';
}

/** Whether a driver that the program would find opens a database, tried in a process of its own, which may crash. */
function works(name) {
  const places = name === 'better-sqlite3-13' ? [HOME, ownFolder(name)] : [ownFolder(name)];
  const code = `if (require('better-sqlite3/package.json').version.split('.')[0] !== '${name.split('-').at(-1)}') process.exit(1);
    new (require('better-sqlite3'))(':memory:').close();`;
  return places.some((cwd) => spawnSync(process.execPath, ['-e', code], { cwd, stdio: 'ignore' }).status === 0);
}

function ownFolder(name) {
  return join(HOME, 'node_modules', '.drivers', name);
}

/** Installs what the driver's lock file names, version 12 with the compiled part that belongs to this Node. */
function install(name) {
  const folder = ownFolder(name);
  console.log(`Installing ${name} for Node ${process.versions.node} …`);
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(fileURLToPath(new URL(`drivers/${name}/${file}`, import.meta.url)), join(folder, file));
  }
  // Version 13 brings its compiled parts; npm would compile it all the same, since it has a binding.gyp.
  const scripts = name === 'better-sqlite3-13' ? ['--ignore-scripts'] : [];
  const { status } = npm(['ci', `--prefix=${folder}`, '--no-audit', '--no-fund', ...scripts], folder);
  if (status !== 0 || !works(name)) {
    console.error(`${name} could not be installed. Run again: node "${fileURLToPath(import.meta.url)}"`);
    process.exitCode = 1;
  }
}

function npm(args, cwd) {
  const options = { cwd, stdio: 'inherit', env: ownSettings() };
  const running = process.env.npm_execpath ?? '';
  return /npm-cli\.[cm]?js$/u.test(running)
    ? spawnSync(process.execPath, [running, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The environment without what the npm that runs this was asked for: another folder, workspaces, parts left out. */
function ownSettings() {
  const asked =
    /^npm_config_(?:global|location|workspaces?|include_workspace_root|prefix|local_prefix|omit|include|only|production|package_lock|package_lock_only|install_strategy|install_links|dry_run|ignore_scripts)$/iu;
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !asked.test(key)));
}
