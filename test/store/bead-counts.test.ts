import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES } from '../../src/core/bitext/bitext.ts';
import { countBeads, countSureBeads } from '../../src/store/bead-counts.ts';
import { openSqlite } from '../../src/store/engine/sqlite-driver.ts';
import { listLibrary } from '../../src/store/library.ts';
import { migrationProvider } from '../../src/store/migrations/index.ts';
import type { Db } from '../../src/store/open-store.ts';
import { faultyBitexts } from '../../src/store/review/faults.ts';
import { bitextOf } from '../support/bitexts.ts';
import fc from '../support/random-cases.ts';
import { newFolder, storeRows, storesOfTests } from '../support/stores.ts';

const opened = storesOfTests();

/** What the beads themselves say. */
async function counted(db: Db, id: number, doubtBelow: number) {
  const beads = await db.selectFrom('bead').select(['status', 'confidence']).where('bitext_id', '=', id).execute();
  const of = (wanted: string) => beads.filter(({ status }) => status === wanted).length;
  return {
    beads: beads.length,
    confirmed: of('confirmed'),
    flagged: of('flagged'),
    excluded: of('excluded'),
    doubtful: beads.filter(
      (bead) => bead.status === 'proposed' && bead.confidence !== null && bead.confidence < doubtBelow,
    ).length,
  };
}

const status = fc.constantFrom(...BEAD_STATUSES);
// Whole hundredths, and what lies so near to one that a product is rounded to it.
const hundredth = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const near = hundredth.map((share) => Math.min(1, Math.max(0, share - Number.EPSILON / 8)));
const confidence = fc.oneof(hundredth, near, fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(null));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), bead: fc.integer({ min: 201, max: 208 }), status, confidence }),
  fc.record({ kind: fc.constant('delete' as const), bead: fc.integer({ min: 201, max: 208 }) }),
);

describe('the counts of a bitext', () => {
  it('are those of its beads, whatever becomes of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 25 }), hundredth, async (changes, threshold) => {
        const store = await opened();
        const { db } = store;
        const id = await storeRows(store, bitextOf('1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1'));
        for (const { bead, ...made } of changes) {
          const own = { bitext_id: id, id: bead };
          if (made.kind === 'delete')
            await db
              .deleteFrom('bead')
              .where((eb) => eb.and(own))
              .execute();
          else {
            await db
              .updateTable('bead')
              .set({ status: made.status, confidence: made.confidence })
              .where((eb) => eb.and(own))
              .execute();
          }
        }
        expect(await countBeads(db, id, threshold)).toEqual(await counted(db, id, threshold));
        for (const from of [threshold, threshold + 0.005]) {
          const { sure } = (
            await sql<{ sure: number }>`SELECT count(*) AS sure FROM bead
              WHERE bitext_id = ${id} AND status = 'proposed' AND confidence >= ${from}`.execute(db)
          ).rows[0]!;
          expect(await countSureBeads(db, id, from)).toBe(sure);
        }
        expect((await listLibrary(db, { search: '', archived: false, doubtBelow: threshold }))[0]).toMatchObject(
          await counted(db, id, threshold),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('go with it', async () => {
    const store = await opened();
    const { db } = store;
    const [gone, stays] = [await storeRows(store, bitextOf('1-1 1-1')), await storeRows(store, bitextOf('1-1'))];
    await db.deleteFrom('bitext').where('id', '=', gone).execute();
    expect(await db.selectFrom('bead_tally').selectAll().execute()).toEqual([
      { bitext_id: stays, status: 'proposed', percent: 50, beads: 1 },
    ]);
  });

  it('that are wrong are told of', async () => {
    const store = await opened();
    const { db } = store;
    const id = await storeRows(store, bitextOf('1-1 1-1'));
    expect(await faultyBitexts(db)).toEqual([]);
    await db.updateTable('bead_tally').set({ beads: 3 }).execute();
    expect(await faultyBitexts(db)).toEqual([{ bitext: id, fault: 'its beads are counted wrong' }]);
  });

  it('of an older database are made from its beads', async () => {
    const file = join(newFolder(), 'old.sqlite');
    const old = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    await new Migrator({ db: old, provider: migrationProvider('0050-note-kind') }).migrateToLatest();
    for (const statement of [
      `INSERT INTO article (id, language, title, created_at) VALUES (1, 'en', 'a', '2026')`,
      `INSERT INTO revision (id, article_id, number, text, blocks, created_at) VALUES (1, 1, 1, 'a', '[]', '2026')`,
      `INSERT INTO bitext (id, source_revision_id, target_revision_id, source_language, target_language, title, state, next_id, created_at, updated_at)
        VALUES (1, 1, 1, 'en', 'fr', 'a', 'ready', 9, '2026', '2026')`,
      `INSERT INTO bead (bitext_id, id, position, status, confidence)
        VALUES (1, 1, 1, 'proposed', 0.57), (1, 2, 2, 'proposed', 0.9), (1, 3, 3, 'confirmed', 0.9), (1, 4, 4, 'proposed', NULL)`,
    ]) {
      await sql.raw(statement).execute(old);
    }
    await old.destroy();
    const { db } = await opened(file);
    expect(await countBeads(db, 1, 0.58)).toEqual({ beads: 4, confirmed: 1, flagged: 0, excluded: 0, doubtful: 1 });
    expect(await countSureBeads(db, 1, 0.57)).toBe(2);
  });
});
