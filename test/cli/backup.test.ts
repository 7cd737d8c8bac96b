import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
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
});
