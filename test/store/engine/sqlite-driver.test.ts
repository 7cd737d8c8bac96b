import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { driverFor, openSqlite } from '../../../src/store/engine/sqlite-driver.ts';
import { STORY } from '../../support/app.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DRIVERS = join(ROOT, 'src/store/engine/drivers');
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('the SQLite driver', () => {
  it.each([
    ['20.19.0', 'better-sqlite3-12'],
    ['20.20.2', 'better-sqlite3-12'],
    ['22.13.1', 'better-sqlite3-12'],
    ['22.14.0', 'better-sqlite3-13'],
    ['22.23.3', 'better-sqlite3-13'],
    ['24.0.0', 'better-sqlite3-13'],
    ['26.10.0', 'better-sqlite3-13'],
  ])('of Node %s is %s, for the program and for the installer', async (version, name) => {
    expect(driverFor(version)).toBe(name);
    const installer = new URL('../../../src/store/engine/install-driver.mjs', import.meta.url).href;
    const { driverFor: installed }: { driverFor: (version: string) => string } = await import(installer);
    expect(installed(version)).toBe(name);
    const { dependencies } = readJson(join(DRIVERS, name, 'package.json'));
    expect(dependencies['better-sqlite3']).toContain(`^${name.split('-').at(-1)}.`);
  });

  it('is that of the Node which runs this', () => {
    const sqlite = openSqlite(':memory:');
    sqlite.close();
    const addons = Object.keys(process.report.getReport()).includes('sharedObjects')
      ? (process.report.getReport() as { sharedObjects: string[] }).sharedObjects
      : [];
    const loaded = addons.filter((file) => file.includes('better-sqlite3') || file.includes('better_sqlite3'));
    expect(loaded).toHaveLength(1);
    const isTwelve = loaded[0]?.includes('/.drivers/better-sqlite3-12/') ?? false;
    expect(isTwelve).toBe(driverFor(process.versions.node) === 'better-sqlite3-12');
  });

  it('is known to one file of the program', () => {
    const naming = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /['"]better-sqlite3/u.test(readFileSync(join(ROOT, 'src', file), 'utf8')));
    expect(naming).toEqual(['store/engine/sqlite-driver.ts']);
  });

  it('of newer Nodes is locked at one version, whoever installs it', () => {
    const { packages } = readJson(join(ROOT, 'package-lock.json'));
    const locked = readJson(join(DRIVERS, 'better-sqlite3-13/package-lock.json')).packages;
    expect(locked['node_modules/better-sqlite3']).toMatchObject({
      version: packages['node_modules/better-sqlite3'].version,
      integrity: packages['node_modules/better-sqlite3'].integrity,
    });
  });
});

describe('where no driver is installed', () => {
  const home = mkdtempSync(join(tmpdir(), 'visavis-driver-'));
  mkdirSync(join(home, 'node_modules'));
  for (const part of ['dist', 'data', 'package.json']) cpSync(join(ROOT, part), join(home, part), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== 'better-sqlite3' && name !== '.drivers') {
      symlinkSync(join(ROOT, 'node_modules', name), join(home, 'node_modules', name));
    }
  }
  writeFileSync(join(home, 'a.en.txt'), STORY.en);
  writeFileSync(join(home, 'a.fr.txt'), STORY.fr);
  const visavis = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/cli/main.js', ...args], { cwd: home, encoding: 'utf8' });

  it('a command that needs the database says what to run', () => {
    const { status, stderr } = visavis('import', 'a.en.txt', 'a.fr.txt', '--db', 'x.sqlite');
    expect(stderr).toContain('The SQLite driver for this version of Node is not installed.');
    expect(stderr).toContain(`Node ${process.versions.node} needs ${driverFor(process.versions.node)}.`);
    expect(stderr).toContain('install-driver.mjs');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(3);
  });

  it('a command that needs none works', () => {
    expect(visavis('align', 'a.en.txt', 'a.fr.txt', '--format', 'beads')).toMatchObject({ status: 0 });
  });
});
