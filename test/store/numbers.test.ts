import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { dump } from '../../src/app/library/dump.ts';
import { loadDump } from '../../src/app/library/load-dump.ts';
import { deleteBitext } from '../../src/app/library/trash/delete.ts';
import { addComment } from '../../src/app/review/comments.ts';
import { allBreakRules, deleteBreakRules, insertBreakRules } from '../../src/store/break-rules.ts';
import { openSqlite } from '../../src/store/engine/sqlite-driver.ts';
import { ensureGlossary } from '../../src/store/glossary/glossaries.ts';
import { deleteConcepts, putConcepts } from '../../src/store/glossary/put-concepts.ts';
import { deleteDismissal, insertDismissal, listDismissals } from '../../src/store/glossary/verdicts.ts';
import { migrationProvider } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { commentsOf, deleteComment } from '../../src/store/review/comments.ts';
import { openTestApp, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { all } from '../support/chunks.ts';

const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function opened(): Promise<App> {
  const app = await openTestApp();
  open.push(app);
  return app;
}

async function* given(text: string) {
  yield* text.split('\n');
}

const concept = { kind: 'term', definition: '', note: '', terms: [] } as const;

describe('numbers of what was deleted', () => {
  it('of bitexts are not given again, not even after a dump was loaded elsewhere', async () => {
    const app = await opened();
    const first = await storeBitext(app, bitextOf('1-1'));
    const second = await storeBitext(app, bitextOf('1-1'));
    await (await deleteBitext(app, second, { author: 'ann' })).cleared;
    const text = (await all(dump(app))).join('');
    const other = await opened();
    await loadDump(other, 'd.jsonl', given(text));
    for (const each of [app, other]) {
      const third = await storeBitext(each, bitextOf('1-1'));
      expect([first, second].includes(third)).toBe(false);
      expect(third).toBe(3);
      const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM article`.execute(each.store.db);
      expect(rows[0]?.id).toBe(6);
    }
  });

  it.each<[string, (app: App) => Promise<number>]>([
    [
      'concepts',
      async ({ store: { db } }) => {
        const glossary = await ensureGlossary(db, 'g', '2026');
        const [id = 0] = await putConcepts(db, [{ ...concept, glossary }], '2026');
        await deleteConcepts(db, [id]);
        return id;
      },
    ],
    [
      'comments',
      async (app) => {
        const [bitext] = (await app.store.db.selectFrom('bitext').select('id').execute()).map(({ id }) => id);
        const id = bitext ?? (await storeBitext(app, bitextOf('1-1')));
        await addComment(app, id, { side: 'source', segment: 1, author: 'ann', text: 'x' });
        const [comment] = await commentsOf(app.store.db, id);
        await deleteComment(app.store.db, id, comment!.id, 'ann');
        return comment!.id;
      },
    ],
    [
      'rules',
      async ({ store: { db } }) => {
        await insertBreakRules(db, [{ language: 'en', breaks: true, before: 'x', after: '', origin: 'o' }], 'last');
        const [rule] = await allBreakRules(db);
        await deleteBreakRules(db, { id: rule!.id });
        return rule!.id;
      },
    ],
    [
      'dismissals',
      async ({ store: { db } }) => {
        await insertDismissal(db, { bitext: null, finding: 'f', reason: '', author: 'ann', at: '2026' });
        const [dismissal] = await listDismissals(db);
        await deleteDismissal(db, dismissal!.id);
        return dismissal!.id;
      },
    ],
  ])('of %s neither', async (_what, make) => {
    const app = await opened();
    expect(await make(app)).toBe(1);
    expect(await make(app)).toBe(2);
  });
});

describe('a database from before numbers were kept', () => {
  async function oldDatabase(fill: (db: Kysely<never>) => Promise<void>): Promise<string> {
    const file = join(mkdtempSync(join(tmpdir(), 'visavis-')), 'old.sqlite');
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    await new Migrator({ db, provider: migrationProvider('0025-joints-and-flags') }).migrateToLatest();
    await fill(db);
    await db.destroy();
    return file;
  }

  const ROWS = [
    "INSERT INTO article (id, language, title, created_at) VALUES (3, 'en', 'A', '2026'), (4, 'fr', 'B', '2026')",
    'UPDATE article SET translation_of = 3 WHERE id = 4',
    `INSERT INTO revision (id, article_id, number, text, blocks, created_at)
      VALUES (5, 3, 1, 'x', '[]', '2026'), (6, 4, 1, 'y', '[]', '2026')`,
    `INSERT INTO bitext (id, source_revision_id, target_revision_id, source_language, target_language, title, state,
      next_id, created_at, updated_at, kinship) VALUES (7, 5, 6, 'en', 'fr', 'A', 'ready', 4, '2026', '2026', 0.5)`,
    `INSERT INTO segment (bitext_id, side, id, position, paragraph, text)
      VALUES (7, 'source', 1, 1, 0, 'harbour'), (7, 'target', 2, 1, 0, 'port')`,
    "INSERT INTO bead (bitext_id, id, position, status) VALUES (7, 3, 1, 'confirmed')",
    "INSERT INTO bead_segment VALUES (7, 'source', 1, 3), (7, 'target', 2, 3)",
    "INSERT INTO comment (id, bitext_id, side, segment_id, author, at, text) VALUES (8, 7, 'source', 1, 'ann', '2026', 'c')",
    "INSERT INTO edit VALUES (7, 1, 'e', 'ann', '2026', 'Edited', 'done', '{}', '{}')",
    "INSERT INTO glossary (id, name, created_at, position) VALUES (2, 'g', '2026', 1)",
    "INSERT INTO concept (id, glossary_id, kind, updated_at, image) VALUES (9, 2, 'term', '2026', 'i')",
    `INSERT INTO term (id, concept_id, position, language, text, status) VALUES (1, 9, 0, 'en', 'harbour', 'preferred')`,
    `INSERT INTO glossary_edit (batch, concept_id, author, at, label) VALUES (1, 12, 'ann', '2026', 'Deleted')`,
    "INSERT INTO dismissal (id, bitext_id, finding, reason, author, at) VALUES (1, 7, 'f', '', 'ann', '2026')",
  ];

  it('keeps all its rows, keys, indexes and triggers', async () => {
    const tables = ['article', 'revision', 'bitext', 'segment', 'bead', 'bead_segment', 'comment', 'edit', 'glossary'];
    const read = async (db: Kysely<never>) => {
      const found: Record<string, unknown> = {};
      for (const table of [...tables, 'concept', 'term', 'dismissal', 'glossary_edit']) {
        found[table] = (await sql`SELECT * FROM ${sql.table(table)}`.execute(db)).rows;
      }
      const names = await sql<{ name: string }>`SELECT name FROM sqlite_schema
        WHERE name NOT LIKE 'sqlite_%' ORDER BY name`.execute(db);
      return { found, names: names.rows };
    };
    let before: Awaited<ReturnType<typeof read>> | null = null;
    const file = await oldDatabase(async (db) => {
      for (const statement of ROWS) await sql.raw(statement).execute(db);
      before = await read(db);
    });
    const { db, transaction, close } = await openStore(file);
    // Later versions add columns and indexes, and have dropped one.
    const names = before!.names.filter(({ name }) => name !== 'edit_state');
    const after = await read(db as unknown as Kysely<never>);
    expect(after.found).toMatchObject(before!.found);
    expect(after.names).toEqual(expect.arrayContaining(names));
    expect((await sql`PRAGMA foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
    expect((await sql`PRAGMA integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }]);
    await expect(sql`UPDATE revision SET text = 'z'`.execute(db)).rejects.toThrow('never changed');
    await expect(sql`DELETE FROM revision WHERE id = 5`.execute(db)).rejects.toThrow('FOREIGN KEY');
    // The number of a concept that its history alone knows is not given again.
    expect(await putConcepts(db, [{ ...concept, glossary: 2 }], '2026')).toEqual([13]);
    await transaction(async (tx) => {
      await tx.deleteFrom('bitext').where('id', '=', 7).execute();
    });
    for (const table of ['segment', 'bead', 'bead_segment', 'comment', 'edit']) {
      expect((await sql`SELECT * FROM ${sql.table(table)}`.execute(db)).rows, table).toEqual([]);
    }
    await close();
  });

  it('is left as it was where its rows do not fit one another', async () => {
    const file = await oldDatabase(async (db) => {
      for (const statement of ROWS) await sql.raw(statement).execute(db);
      await sql`PRAGMA foreign_keys = OFF`.execute(db);
      await sql`UPDATE bitext SET source_revision_id = 99`.execute(db);
    });
    await expect(openStore(file)).rejects.toThrow('rows of “bitext” name rows of “revision” that are not there');
    const sqlite = openSqlite(file);
    expect(sqlite.prepare("SELECT sql FROM sqlite_schema WHERE name = 'bitext'").get()).not.toMatchObject({
      sql: expect.stringContaining('AUTOINCREMENT'),
    });
    sqlite.close();
  });
});
