import { mkdirSync, mkdtempSync, openSync, readdirSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { openApp } from '../../../src/app/open-app.ts';
import { createLog } from '../../../src/app/operation/log.ts';
import { openSqlite } from '../../../src/store/engine/sqlite-driver.ts';
import { COMPILED, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const quiet = createLog({ format: 'off' });
const NEVER = '0 0 29 2 *';

function newPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-backups-'));
  return { database: join(folder, 'news.sqlite'), folder: join(folder, 'copies') };
}

async function opened(database: string, folder: string, at = NEVER) {
  const app = await openApp({ database, compiled: COMPILED, backups: { folder, at, keep: 2 } });
  open.push(app);
  return { app, backups: app.backups! };
}

describe('backups by the clock', () => {
  it('are whole, and the newest are kept, with what is not theirs', async () => {
    const { database, folder } = newPlace();
    const { app, backups } = await opened(database, folder);
    mkdirSync(folder);
    writeFileSync(join(folder, 'news.sqlite'), 'somebody’s own');
    writeFileSync(join(folder, 'news-2-scheduled-2020.sqlite'), 'of another database');
    await storeBitext(app, bitextOf('1-1 2-1'), 'Kept');
    await backups.start(quiet);
    for (let k = 0; k < 3; k++) await backups.run();
    expect(backups.state()).toMatchObject({ failure: null, failures: 0, checkedAt: expect.any(Number) });
    const names = readdirSync(folder).filter((name) => name.startsWith('news-scheduled-'));
    expect(names).toHaveLength(2);
    expect(readdirSync(folder)).toHaveLength(4);
    const copy = openSqlite(join(folder, names[1]!), { readonly: true });
    expect(copy.prepare('SELECT title FROM bitext').all()).toEqual([{ title: 'Kept' }]);
    copy.close();
  });

  it('of a database that is damaged fail, and push out none of those from before', async () => {
    const { database, folder } = newPlace();
    const { app, backups } = await opened(database, folder);
    await storeBitext(app, bitextOf(Array.from({ length: 3000 }, () => '1-1').join(' ')));
    await backups.start(quiet);
    await backups.run();
    const before = readdirSync(folder);
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(app.store.db);
    const handle = openSync(database, 'r+');
    const { size } = statSync(database);
    for (let at = Math.floor(size / 16384) * 8192; at < size; at += 8192)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, at);
    for (let k = 0; k < 3; k++) await backups.run();
    expect(backups.state()).toMatchObject({ failure: { at: expect.any(String) }, failures: 3 });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('that were missed while the program was off are made at once, and where they cannot be made, that is seen at once', async () => {
    const { database, folder } = newPlace();
    mkdirSync(folder);
    const old = join(folder, 'news-scheduled-2020-01-01.sqlite');
    writeFileSync(old, 'an old one');
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'));
    const { backups } = await opened(database, folder);
    await backups.start(quiet);
    await backups.run();
    expect(readdirSync(folder)).toHaveLength(2);

    const other = newPlace();
    writeFileSync(other.folder, 'a file where the folder is to be');
    const { backups: refused } = await opened(other.database, other.folder);
    await refused.start(quiet);
    expect(refused.state().failures).toBe(1);
  });
});
