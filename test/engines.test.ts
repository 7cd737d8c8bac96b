import { readdirSync, readFileSync } from 'node:fs';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optional?: boolean;
  readonly engines?: { readonly node?: string };
}

const lockedIn = (folder: string): [name: string, locked: Locked][] =>
  Object.entries(JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8')).packages);

/** The oldest and the newest of each line of Node that the program is run on. */
const NODES = ['20.19.0', '20.20.2', '22.14.0', '22.23.3', '24.0.0', '24.21.0', '26.0.0', '26.10.0'];

describe('the versions of Node', () => {
  const packages = lockedIn('.');

  it.each(NODES)('%s is one that the program and every dependency is made for', (node) => {
    expect(packages.length).toBeGreaterThan(100);
    expect(
      refusing(
        packages.filter(([, { optional }]) => !optional),
        node,
      ),
    ).toEqual([]);
  });

  it.each([
    ['better-sqlite3-12', '20.19.0'],
    ['better-sqlite3-12', '22.13.1'],
    ['better-sqlite3-13', '22.14.0'],
    ['better-sqlite3-13', '24.21.0'],
    ['better-sqlite3-13', '26.10.0'],
  ])('%s is made for Node %s', (driver, node) => {
    expect(readdirSync('src/store/engine/drivers')).toContain(driver);
    expect(refusing(lockedIn(`src/store/engine/drivers/${driver}`), node)).toEqual([]);
  });

  it('leave one dependency out that npm may leave out, the newer SQLite driver', () => {
    const left = refusing(
      packages.filter(([, { optional }]) => optional),
      '20.19.0',
    );
    expect(left).toEqual([expect.stringMatching(/^node_modules\/better-sqlite3 13\./u)]);
  });
});

/** The packages whose `engines` do not name a version of Node, with what they name. */
function refusing(packages: readonly [name: string, locked: Locked][], node: string): string[] {
  return packages
    .filter(([, { engines }]) => engines?.node && !satisfies(node, engines.node))
    .map(([name, { version, engines }]) => `${name} ${version}: ${engines?.node}`);
}
