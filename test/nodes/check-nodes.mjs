/**
 * Runs the program under the versions of Node that it is made for. `npm run check:nodes` fetches each from the npm
 * registry, installs a copy of this checkout under it in a temporary folder, and runs there what touches Node: the store,
 * threads, processes, a server, and imports, exports and edits over and over.
 *
 *     npm run check:nodes -- [--full | --soak] [VERSION …]
 *
 * `--full` runs every test that needs no browser, repeats more, and does so under the Node that runs this, too; `--soak` does only what
 * `--full` repeats: 50 imports and exports, 1,000 edits over HTTP, and a clean stop. Without a VERSION, such as 24 or 20.19: 22, 24 and 26.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const isSoak = process.argv.includes('--soak');
/** Where one Node may differ from another: the database's driver, threads, processes, HTTP, streams, files, `Intl`. */
const TOUCHING_NODE = [
  'test/store',
  'test/app/jobs',
  'test/app/import/import-pair.test.ts',
  'test/app/library/dump.test.ts',
  'test/app/library/own-copies.test.ts',
  'test/web/accounts/openid.test.ts',
  'test/web/every-page.test.ts',
  'test/web/live-edits.test.ts',
  'test/web/lost-updates.test.ts',
  'test/web/uploads.test.ts',
  'test/cli/backup.test.ts',
  'test/cli/killed-server.test.ts',
  'test/cli/serve.test.ts',
  'test/intake/strangers/charsets.test.ts',
  'test/nodes',
];
/** What `--full` runs: all that needs no browser. */
const ALL_WITHOUT_BROWSER = [
  'test/core',
  'test/intake',
  'test/store',
  'test/app',
  'test/web',
  'test/cli',
  'test/nodes',
];
const LEFT_BEHIND = new Set(['.git', 'node_modules', 'dist']);

/** What would compile an addon. Programs of these names stand in the way and note that they were called. */
const COMPILERS = ['cc', 'c++', 'gcc', 'g++', 'clang', 'clang++', 'make', 'python', 'python3', 'node-gyp'];

const isFull = isSoak || process.argv.includes('--full');
const asked = process.argv.slice(2).filter((argument) => /^\d/u.test(argument));
const soak = isFull ? { SOAK_ROUNDS: '50', SOAK_EDITS: '1000' } : {};
const npm = process.env.npm_execpath ?? '';
if (!npm.endsWith('.js')) throw new Error('Run this as: npm run check:nodes');

const folder = mkdtempSync(join(tmpdir(), 'visavis-nodes-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const lines = [];
if (isFull)
  lines.push(await checked(process.versions.node, () => testUnder(process.execPath, CHECKOUT, ['test/nodes'])));
for (const wanted of asked.length > 0 ? asked : ['22', '24', '26'])
  lines.push(await checked(wanted, () => checkNode(wanted)));
console.log(`\n${lines.map(({ line }) => line).join('\n')}`);
process.exitCode = lines.every(({ isGood }) => isGood) ? 0 : 1;

async function checked(name, check) {
  console.log(`Node ${name} …`);
  try {
    const line = `Node ${await check()}`;
    console.log(line);
    return { isGood: true, line };
  } catch (error) {
    console.error(error.message);
    return { isGood: false, line: `Node ${name}: failed, see above` };
  }
}

/** Installs a Node and the program under it, and tests it; answers with what was done. */
async function checkNode(wanted) {
  const { node, headers } = await fetchNode(wanted);
  const copy = join(folder, `visavis-${wanted}`);
  cpSync(CHECKOUT, copy, {
    recursive: true,
    filter: (source) => !LEFT_BEHIND.has(relative(CHECKOUT, source).split(/[\\/]/u)[0]),
  });
  const called = join(folder, `called-${wanted}`);
  const begun = performance.now();
  const env = Number.parseFloat(wanted) < 22 ? { npm_config_nodedir: headers, ...pathOf(node) } : guarded(node, called);
  await run(node, [npm, 'ci', '--no-audit', '--no-fund'], copy, env);
  const seconds = Math.round((performance.now() - begun) / 1000);
  if (existsSync(called)) throw new Error(`npm ci called a compiler: ${readFileSync(called, 'utf8')}`);
  await run(node, [npm, 'run', 'build'], copy, pathOf(node));
  const tests = isSoak ? ['test/nodes'] : isFull ? ALL_WITHOUT_BROWSER : TOUCHING_NODE;
  const result = await testUnder(node, copy, tests);
  for (const done of [copy, join(folder, `node-${wanted}`)]) rmSync(done, { recursive: true });
  return `${result}; installed in ${seconds} s`;
}

/** The newest Node of a version. @returns its executable, and where its headers are */
async function fetchNode(wanted) {
  const home = join(folder, `node-${wanted}`);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  await run(process.execPath, [npm, 'install', `node@${wanted}`, '--no-audit', '--no-fund'], home, {});
  const installed = join(home, 'node_modules', 'node');
  // The package of this platform stands within; the outer one only chooses it.
  const platform = readdirSync(join(installed, 'node_modules')).find((name) => name.startsWith('node-'));
  return {
    node: join(installed, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    headers: join(installed, 'node_modules', platform),
  };
}

/** @returns the version, and how many tests passed */
async function testUnder(node, home, tests) {
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  const vitest = join(home, 'node_modules', 'vitest', 'vitest.mjs');
  // These tests need no browser, so that none is looked for.
  const env = { CHROMIUM_PATH: process.env.CHROMIUM_PATH ?? 'none', ...pathOf(node), ...soak };
  await run(node, [vitest, 'run', ...reporters, ...tests], home, env);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  if (!(numPassedTests > 0 && numFailedTests === 0)) throw new Error(`${numFailedTests} tests failed.`);
  const version = (await run(node, ['--version'], home, {})).trim();
  return `${version.slice(1)}: all ${numPassedTests} tests hold`;
}

function pathOf(node) {
  return { PATH: [join(node, '..'), process.env.PATH].join(delimiter) };
}

/** The environment in which nothing can be compiled: from 22.14 on nothing needs to be. */
function guarded(node, called) {
  const guards = `${called}-guards`;
  mkdirSync(guards);
  for (const name of COMPILERS) {
    writeFileSync(join(guards, name), `#!/bin/sh\necho "${name} $*" >> "${called}"\nexit 1\n`);
    chmodSync(join(guards, name), 0o755);
  }
  return { PATH: [guards, pathOf(node).PATH].join(delimiter) };
}

/** Runs a program to its end. @returns what it printed @throws with what it printed, where it fails */
function run(command, args, cwd, env) {
  const inherited = Object.entries(process.env).filter(([key]) => !/^npm_(?:config_|package_|lifecycle_)/iu.test(key));
  const child = spawn(command, args, { cwd, env: { ...Object.fromEntries(inherited), ...env } });
  let printed = '';
  const keep = (chunk) => {
    printed += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${printed}\n${command} ${args.join(' ')} ended with ${signal ?? code}`));
    });
  });
}
