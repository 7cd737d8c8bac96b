import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/core/formats/tmx.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'visavis-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The package as npm makes it of what is built; without its scripts, which would build anew under the other tests. */
function pack(): { filename: string; files: readonly { path: string }[] } {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  return packed;
}

describe('the package', () => {
  const { filename, files } = pack();
  const installed = join(folder, 'node_modules', 'visavis');

  it('holds what runs and nothing else', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(VERSION);
    const paths = files.map(({ path }) => path);
    const roots = new Set(paths.map((path) => path.split('/')[0]));
    expect([...roots].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'assets', 'data', 'dist', 'package.json', 'src', 'views'].sort(),
    );
    // Of the sources, what npm runs after it has installed the package.
    expect(paths.filter((path) => path.startsWith('src/')).sort()).toEqual([
      'src/store/engine/drivers/better-sqlite3-12/package-lock.json',
      'src/store/engine/drivers/better-sqlite3-12/package.json',
      'src/store/engine/drivers/better-sqlite3-13/package-lock.json',
      'src/store/engine/drivers/better-sqlite3-13/package.json',
      'src/store/engine/install-driver.mjs',
    ]);
    // The core and the client are what other programs import; the rest only runs.
    expect(paths.filter((path) => /^dist\/(?!core\/|remote\/).*\.d\.ts$/u.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.map$|\.test\.|tsbuildinfo|^dist\/bench|\.sqlite/u.test(path))).toEqual([]);
  });

  it('opens where it is installed', async () => {
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
    // What it depends on is beside it, as npm lays it.
    symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
    const args = [join(installed, 'dist/cli/main.js'), 'serve', '--port', '0', '--db', join(folder, 'new.sqlite')];
    const server = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let url = '';
      for await (const line of createInterface({ input: server.stdout })) {
        url = /http:\/\/\S+/u.exec(line)?.[0] ?? '';
        if (url) break;
      }
      const [page, script, samples] = await Promise.all([
        fetch(url),
        fetch(new URL('/client/pages/review.js', url)),
        fetch(new URL('/samples', url), {
          method: 'POST',
          headers: { origin: new URL(url).origin },
          redirect: 'manual',
        }),
      ]);
      expect([page.status, script.status, samples.status]).toEqual([200, 200, 303]);
    } finally {
      server.kill();
      await once(server, 'exit');
    }
  });
});
