import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDatabase } from '../../src/store/engine/copy.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { openTestApp, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
const visavis = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
const bitextsIn = async (file: string) => {
  const store = await openStore(join(folder, file));
  try {
    const ids = await store.db.selectFrom('bitext').select('id').orderBy('id').execute();
    return await Promise.all(ids.map(async ({ id }) => (await readBitext(store.db, id)).beads.length));
  } finally {
    await store.close();
  }
};

describe('visavis backup and restore', () => {
  it('copies a database that is in use, puts it back, and keeps what was there', async () => {
    const app = await openTestApp(join(folder, 'v.sqlite'));
    await storeBitext(app, bitextOf('1-1 1-1'));
    expect(visavis('backup', 'copy.sqlite', '--db', 'v.sqlite').status).toBe(0);
    await storeBitext(app, bitextOf('1-1 1-1 1-1'));
    const refused = visavis('restore', 'copy.sqlite', '--db', 'v.sqlite');
    expect(refused.stderr).toContain('is in use');
    expect(refused.status).not.toBe(0);
    await app.close();
    expect(await bitextsIn('copy.sqlite')).toEqual([2]);
    const restored = visavis('restore', 'copy.sqlite', '--db', 'v.sqlite');
    expect(restored.stderr).toContain('v.sqlite.before-restore-1');
    expect(await bitextsIn('v.sqlite')).toEqual([2]);
    expect(await bitextsIn('v.sqlite.before-restore-1')).toEqual([2, 3]);
  });

  it('refuses to write over a file, and to restore what is no database', () => {
    writeFileSync(join(folder, 'there.sqlite'), 'x');
    expect(visavis('backup', 'there.sqlite', '--db', 'v.sqlite').status).toBe(2);
    expect(visavis('restore', 'there.sqlite', '--db', 'v.sqlite').status).toBe(3);
    expect(visavis('restore', 'none.sqlite', '--db', 'v.sqlite').status).toBe(3);
    expect(visavis('backup', 'x.sqlite', '--db', 'none.sqlite').status).toBe(3);
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false);
  });

  it('copies one moment, and ends, while others keep writing', async () => {
    const app = await openTestApp(join(folder, 'busy.sqlite'));
    const id = await storeBitext(app, bitextOf(Array.from({ length: 4000 }, () => '1-1').join(' ')));
    let written = 0;
    let copying = true;
    const writing = (async () => {
      while (copying) {
        await app.store.db
          .updateTable('bitext')
          .set({ title: `Title ${written++}` })
          .where('id', '=', id)
          .execute();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    await copyDatabase(join(folder, 'busy.sqlite'), join(folder, 'busy-copy.sqlite'));
    copying = false;
    await writing;
    await app.close();
    expect(written).toBeGreaterThan(1);
    expect(await bitextsIn('busy-copy.sqlite')).toEqual([4000]);
  });

  it('brings back what stands in the log beside a copy', async () => {
    const app = await openTestApp(join(folder, 'log.sqlite'));
    await storeBitext(app, bitextOf('1-1 1-1'));
    // As a tool copies a folder while the program runs.
    for (const end of ['', '-wal']) {
      copyFileSync(join(folder, `log.sqlite${end}`), join(folder, `folder-copy.sqlite${end}`));
    }
    await app.close();
    expect(statSync(join(folder, 'folder-copy.sqlite-wal')).size).toBeGreaterThan(0);
    expect(visavis('restore', 'folder-copy.sqlite', '--db', 'from-log.sqlite').status).toBe(0);
    expect(await bitextsIn('from-log.sqlite')).toEqual([2]);
  });

  it('does not take the log of a database that is gone for that of the copy', async () => {
    const app = await openTestApp(join(folder, 'gone.sqlite'));
    await storeBitext(app, bitextOf('1-1 1-1 1-1'));
    expect(visavis('backup', 'gone-copy.sqlite', '--db', 'gone.sqlite').status).toBe(0);
    await storeBitext(app, bitextOf('1-1'));
    copyFileSync(join(folder, 'gone.sqlite-wal'), join(folder, 'orphan.sqlite-wal'));
    await app.close();
    expect(visavis('restore', 'gone-copy.sqlite', '--db', 'orphan.sqlite').status).toBe(0);
    expect(await bitextsIn('orphan.sqlite')).toEqual([3]);
    expect(existsSync(join(folder, 'orphan.sqlite.left-1-wal'))).toBe(true);
  });

  it('refuses a copy of a newer version, and leaves the database as it is', async () => {
    const app = await openTestApp(join(folder, 'newer.sqlite'));
    await app.store.db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-of-tomorrow', timestamp: app.now() } as never)
      .execute();
    await app.close();
    const before = readFileSync(join(folder, 'v.sqlite'));
    const refused = visavis('restore', 'newer.sqlite', '--db', 'v.sqlite');
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('newer version');
    expect(refused.stderr).toContain('9999-of-tomorrow');
    expect(readFileSync(join(folder, 'v.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => /^v\.sqlite\.(?:partial|before-restore-2)/u.test(name))).toEqual([]);
  });

  it('takes the place of a database that is damaged, and keeps that', async () => {
    const app = await openTestApp(join(folder, 'broken.sqlite'));
    await storeBitext(app, bitextOf('1-1'));
    await app.close();
    expect(visavis('backup', 'good.sqlite', '--db', 'broken.sqlite').status).toBe(0);
    writeFileSync(join(folder, 'broken.sqlite'), 'no database at all '.repeat(100));
    expect(visavis('restore', 'good.sqlite', '--db', 'broken.sqlite').status).toBe(0);
    expect(await bitextsIn('broken.sqlite')).toEqual([1]);
    expect(readFileSync(join(folder, 'broken.sqlite.before-restore-1'), 'utf8')).toContain('no database at all');
  });

  it('makes no new database where a restore was broken off, but says what is there', async () => {
    const app = await openTestApp(join(folder, 'cut.sqlite'));
    await storeBitext(app, bitextOf('1-1'));
    await app.close();
    renameSync(join(folder, 'cut.sqlite'), join(folder, 'cut.sqlite.before-restore-1'));
    writeFileSync(join(folder, 'cut.sqlite.partial'), 'x');
    const refused = visavis('dump', '--db', 'cut.sqlite');
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('cut.sqlite.before-restore-1');
    expect(refused.stderr).toContain('cut.sqlite.partial');
    expect(existsSync(join(folder, 'cut.sqlite'))).toBe(false);
    expect(visavis('restore', 'cut.sqlite.before-restore-1', '--db', 'cut.sqlite').status).toBe(0);
    expect(await bitextsIn('cut.sqlite')).toEqual([1]);
  });

  it('copies a damaged database, but says that it is', async () => {
    const file = join(folder, 'hurt.sqlite');
    const app = await openTestApp(file);
    await storeBitext(app, bitextOf(Array.from({ length: 3000 }, () => '1-1').join(' ')));
    await app.close();
    damage(file);
    const copied = visavis('backup', 'hurt-copy.sqlite', '--db', 'hurt.sqlite');
    expect(copied.status).toBe(3);
    expect(copied.stderr).toContain('is damaged');
    expect(existsSync(join(folder, 'hurt-copy.sqlite'))).toBe(true);
    expect(visavis('restore', 'hurt-copy.sqlite', '--db', 'v.sqlite').status).toBe(3);
  });
});

/** Writes nonsense over pages in the midst of a file; its beginning stays, so that it opens. */
function damage(file: string): void {
  const handle = openSync(file, 'r+');
  const size = statSync(file).size;
  for (let at = Math.floor(size / 2); at < size - 8192; at += 8192)
    writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, at);
}
