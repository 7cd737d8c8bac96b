import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { addAccount } from '../../../src/app/accounts/accounts.ts';
import { COMMAND_LINE } from '../../../src/app/accounts/actor.ts';
import { readAudit } from '../../../src/app/accounts/audit.ts';
import type { App } from '../../../src/app/app.ts';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { removeConcepts, updateConcept } from '../../../src/app/glossary/concept-edits.ts';
import { getConcept } from '../../../src/app/glossary/concepts.ts';
import { undoGlossaryEdit } from '../../../src/app/glossary/glossary-history.ts';
import { openArticle } from '../../../src/app/library/article.ts';
import { openArticles } from '../../../src/app/library/articles.ts';
import { dump } from '../../../src/app/library/dump.ts';
import { archiveBitext, openLibrary } from '../../../src/app/library/library.ts';
import { loadDump } from '../../../src/app/library/load-dump.ts';
import { deleteArticle, deleteBitext, deleteRevision } from '../../../src/app/library/trash/delete.ts';
import { settleTrash } from '../../../src/app/library/trash/move.ts';
import {
  deleteForGood,
  emptyTrash,
  emptyTrashByClock,
  keepTrashFor,
  openTrash,
  restoreFromTrash,
} from '../../../src/app/library/trash/trash.ts';
import { addComment, giveName, listComments, replyToComment } from '../../../src/app/review/comments.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { insertRevision } from '../../../src/store/articles.ts';
import { insertBitext } from '../../../src/store/bitexts.ts';
import { faultyBitexts } from '../../../src/store/review/faults.ts';
import { keysOfBitext } from '../../../src/store/trash/keys.ts';
import { MOVED_TABLES, moveSomeBack, moveSomeOut, NOT_MOVED } from '../../../src/store/trash/moved-rows.ts';
import { openTrashEntry, setTrashState } from '../../../src/store/trash/trash.ts';
import { importStory, openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { all } from '../../support/chunks.ts';
import { longBitext } from '../../support/long-bitext.ts';
import { newFolder } from '../../support/stores.ts';

const ANN = { author: 'ann' };
const IDA = { email: 'ida@x.test', name: 'Ida', roles: ['translator'] } as const;

const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function opened(file = ':memory:'): Promise<App> {
  const app = await openTestApp(file);
  open.push(app);
  return app;
}

/** Every row of every table, but for what programs note of themselves and what the trash itself keeps. */
async function everything({ store: { db } }: App): Promise<string[]> {
  const tables = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table'
    AND name NOT LIKE '%_fts%' AND name NOT LIKE 'kysely%' AND name NOT IN ('program', 'lease', 'sqlite_sequence', 'audit', 'trash', 'trash_key', 'trash_rows')`.execute(
    db,
  );
  const lines: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql`SELECT * FROM ${sql.table(name)}`.execute(db);
    lines.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  return lines.sort();
}

/** A text with something in every table that a text can have. */
async function fullText(app: App): Promise<number> {
  const { db } = app.store;
  await addAccount(app, IDA, COMMAND_LINE);
  const { id: account } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const id = await importStory(app);
  const bead = await db.selectFrom('bead').select('id').where('bitext_id', '=', id).limit(1).executeTakeFirstOrThrow();
  await editBitext(app, id, {
    clientId: randomUUID(),
    author: account,
    operation: { action: 'setStatus', beads: [bead.id], status: 'flagged' },
  });
  await addComment(app, id, { side: 'source', segment: 1, author: account, text: 'Is this so?' });
  const [{ id: comment = 0 } = {}] = await listComments(app, id);
  await replyToComment(app, id, comment, { author: 'ben', text: 'It is.' });
  await addConcepts(app, [{ kind: 'term', definition: '', note: '', terms: [term('harbour')] }], ANN);
  const statements = [
    sql`INSERT INTO bitext_glossary VALUES (${id}, 1, 0)`,
    sql`INSERT INTO check_profile (id, name, content, updated_at) VALUES (1, 'p', '{}', '')`,
    sql`INSERT INTO bitext_check_profile VALUES (${id}, 1)`,
    sql`INSERT INTO dismissal (bitext_id, finding, reason, author, at) VALUES (${id}, 'f', '', 'a', '')`,
    sql`INSERT INTO workflow (bitext_id, state, translator, changed_at) VALUES (${id}, 'review', ${account}, '')`,
    sql`INSERT INTO notice (account_id, kind, bitext_id, comment_id, sender, at) VALUES (${account}, 'mention', ${id}, ${comment}, '', '')`,
    sql`INSERT INTO bead_before VALUES (${id}, ${bead.id}, 'old', 'ancien')`,
    sql`INSERT INTO inline_code VALUES (${id}, 1, 'alone', 'x', '', '', '{}')`,
    sql`INSERT INTO unit_props VALUES (${id}, ${bead.id}, '[]', '{}')`,
    sql`INSERT INTO article_label VALUES (1, 'desk', 'World')`,
    sql`INSERT INTO revision_style VALUES (1, 0, 'bold', 4)`,
  ];
  for (const statement of statements) await statement.execute(db);
  return id;
}

const term = (text: string) =>
  ({ language: 'en', text, status: 'preferred', partOfSpeech: '', gender: '', note: '' }) as const;

const count = async ({ store: { db } }: App, table: string) =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db)).rows[0]!.n;

describe('a text in the trash', () => {
  it('is in no table any more, and comes back as it was, with everything that belongs to it', async () => {
    const app = await opened();
    const id = await fullText(app);
    for (const table of MOVED_TABLES) expect(await count(app, table), table).toBeGreaterThan(0);
    await archiveBitext(app, id);
    const before = await everything(app);
    await (await deleteBitext(app, id, ANN)).cleared;
    for (const table of MOVED_TABLES) expect(await count(app, table), table).toBe(0);
    expect((await openLibrary(app, { archived: true, search: 'harbour' })).entries).toEqual([]);
    const { entries, days } = await openTrash(app);
    expect(days).toBe(30);
    expect(entries).toMatchObject([{ kind: 'bitext', title: 'Harbour to be deepened', number: id, author: 'ann' }]);
    const [entry] = entries;
    expect(Date.parse(entry!.until) - Date.parse(entry!.at)).toBe(30 * 86_400_000);
    const other = await importStory(app);
    expect(other).toBe(id + 1);
    await (await deleteBitext(app, other, ANN)).cleared;
    expect(await restoreFromTrash(app, entry!.id, ANN)).toMatchObject({
      place: { kind: 'bitext', number: id },
      with: [],
    });
    expect(await everything(app)).toEqual(before);
    expect(await faultyBitexts(app.store.db)).toEqual([]);
    await sql`INSERT INTO segment_fts (segment_fts, rank) VALUES ('integrity-check', 1)`.execute(app.store.db);
    expect((await openLibrary(app, { archived: true, search: 'harbour' })).entries.map((one) => one.id)).toEqual([id]);
    expect(await listComments(app, id)).toHaveLength(2);
    await expect(restoreFromTrash(app, entry!.id, ANN)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes the rows of every table that belongs to a text along', async () => {
    const app = await opened();
    const { rows } = await sql<{
      name: string;
      to: string;
    }>`SELECT DISTINCT list.name, key."table" AS "to" FROM pragma_table_list list
      JOIN pragma_foreign_key_list(list.name) key WHERE list.schema = 'main'
      AND key."table" IN ('article', 'revision', 'bitext', 'segment', 'bead', 'comment')`.execute(app.store.db);
    const known = new Set([...MOVED_TABLES, ...NOT_MOVED]);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it('of many rows comes and goes in slices, which are carried on after a kill', async () => {
    const file = `${newFolder()}/v.sqlite`;
    const app = await opened(file);
    const { db } = app.store;
    const id = await storeBitext(app, longBitext(1500), 'long');
    const before = await everything(app);
    const entry = { kind: 'bitext', title: 'long', number: id, author: '', at: app.now() } as const;
    // As a program that was killed after the first slice leaves it.
    const number = await app.store.transaction(async (tx) => {
      const made = await openTrashEntry(tx, entry, await keysOfBitext(tx, id), 'killed');
      expect(await moveSomeOut(tx, made)).toBe(true);
      return made;
    });
    expect((await openLibrary(app, {})).entries).toEqual([]);
    await app.staging.sweep();
    const other = await opened();
    await loadDump(other, 'd.jsonl', linesOf(app));
    await settleTrash(app);
    for (const each of [app, other]) {
      expect(await count(each, 'segment')).toBe(0);
      expect((await openTrash(each)).entries).toMatchObject([{ id: number, title: 'long' }]);
    }
    await app.store.transaction(async (tx) => {
      await setTrashState(tx, number, 'leaving', 'killed');
      expect(await moveSomeBack(tx, number)).toBe(true);
    });
    expect((await openLibrary(app, {})).entries).toEqual([]);
    await settleTrash(app);
    await restoreFromTrash(other, number, ANN);
    for (const each of [app, other]) expect(await everything(each)).toEqual(before);
    expect(await db.selectFrom('trash_rows').selectAll().execute()).toEqual([]);
  });

  it('that is published cannot go there', async () => {
    const app = await opened();
    const id = await storeBitext(app, bitextOf('1-1'));
    await sql`INSERT INTO workflow (bitext_id, state, changed_at) VALUES (${id}, 'published', '')`.execute(
      app.store.db,
    );
    await expect(deleteBitext(app, id, ANN)).rejects.toMatchObject({ code: 'conflict' });
    expect((await openTrash(app)).entries).toEqual([]);
  });

  it('goes for good by the clock, which is recorded, or when it is emptied; its number is given to nothing else', async () => {
    const app = await opened();
    await addAccount(app, IDA, COMMAND_LINE);
    const ids = [await storeBitext(app, bitextOf('1-1'), 'old'), await storeBitext(app, bitextOf('1-1'), 'new')];
    for (const id of ids) await deleteBitext(app, id, ANN);
    await expect(keepTrashFor(app, 0)).rejects.toMatchObject({ code: 'bad-request' });
    await keepTrashFor(app, 7);
    const later = (days: number): App => ({
      ...app,
      now: () => new Date(Date.now() + days * 86_400_000).toISOString(),
    });
    expect(await emptyTrashByClock(later(6))).toBe(0);
    await sql`UPDATE trash SET at = '2020-01-01T00:00:00.000Z' WHERE title = 'old'`.execute(app.store.db);
    expect(await emptyTrashByClock(app)).toBe(1);
    expect((await openTrash(app)).entries.map(({ title }) => title)).toEqual(['new']);
    const { entries } = await readAudit(
      app,
      { words: '', account: '', action: 'trash emptied', outcome: '', since: '', until: '' },
      0,
    );
    expect(entries).toMatchObject([{ name: 'clock', detail: '1', outcome: 'done' }]);
    expect(await emptyTrash(app)).toBe(1);
    expect([await count(app, 'trash'), await count(app, 'trash_rows'), await count(app, 'trash_key')]).toEqual([
      0, 0, 0,
    ]);
    expect(await storeBitext(app, bitextOf('1-1'))).toBe(3);
  });

  it('comes along in a dump', async () => {
    const app = await opened();
    await giveName(app, 'ann', 'Ann');
    const id = await storeBitext(app, bitextOf('1-1 2-1'), 'told');
    const before = await everything(app);
    await deleteBitext(app, id, ANN);
    const other = await opened();
    await loadDump(other, 'd.jsonl', linesOf(app));
    const [entry] = (await openTrash(other)).entries;
    expect(entry).toMatchObject({ title: 'told', name: 'Ann' });
    await restoreFromTrash(other, entry!.id, ANN);
    expect(await everything(other)).toEqual(before);
  });
});

async function* linesOf(app: App) {
  yield* (await all(dump(app))).join('').split('\n');
}

describe('an article in the trash', () => {
  /** The story, and its source with a second translation. */
  async function twoTranslations(app: App): Promise<{ first: number; second: number }> {
    const first = await importStory(app);
    const story = await importStory(app);
    await sql`UPDATE bitext SET source_revision_id = 1 WHERE id = ${story}`.execute(app.store.db);
    await sql`UPDATE article SET translation_of = 1 WHERE id = 4`.execute(app.store.db);
    await sql`DELETE FROM article WHERE id = 3`.execute(app.store.db);
    return { first, second: story };
  }

  it('takes its translations along; a translation leaves its original, with which it comes back', async () => {
    const app = await opened();
    const { first, second } = await twoTranslations(app);
    const before = await everything(app);
    await deleteArticle(app, 4, ANN);
    expect((await openArticle(app, 1)).translations.map(({ id }) => id)).toEqual([first]);
    await deleteArticle(app, 1, ANN);
    expect((await openArticles(app)).articles).toEqual([]);
    for (const table of MOVED_TABLES) expect(await count(app, table), table).toBe(0);
    const [article, translation] = (await openTrash(app)).entries;
    expect([article!.kind, translation!.kind]).toEqual(['article', 'translation']);
    await expect(deleteForGood(app, article!.id)).rejects.toMatchObject({ code: 'conflict' });
    const restored = await restoreFromTrash(app, translation!.id, ANN);
    expect(restored).toMatchObject({ place: { kind: 'article', number: 4 }, with: [{ id: article!.id }] });
    expect(await everything(app)).toEqual(before);
    expect((await openArticle(app, 1)).translations.map(({ id }) => id)).toEqual([first, second]);
  });

  it('is what emptying takes last, after what belongs to it', async () => {
    const app = await opened();
    await twoTranslations(app);
    await deleteArticle(app, 4, ANN);
    await deleteArticle(app, 1, ANN);
    expect(await emptyTrash(app)).toBe(2);
    expect((await openTrash(app)).entries).toEqual([]);
  });

  it('gives its earlier revisions away one by one, but none that a translation was made from', async () => {
    const app = await opened();
    const { db } = app.store;
    const id = await importStory(app);
    for (const text of ['Second.', 'Third.']) await insertRevision(db, 1, { text, blocks: [] }, app.now());
    for (const number of [1, 3, 9]) {
      await expect(deleteRevision(app, 1, number, ANN)).rejects.toMatchObject({ code: 'conflict' });
    }
    const before = await everything(app);
    expect((await openArticle(app, 1)).free).toEqual([2]);
    await deleteRevision(app, 1, 2, ANN);
    expect((await openArticle(app, 1)).revisions.map(({ number }) => number)).toEqual([3, 1]);
    await deleteBitext(app, id, ANN);
    const [, revision] = (await openTrash(app)).entries;
    expect(await restoreFromTrash(app, revision!.id, ANN)).toMatchObject({
      place: { kind: 'article', number: 1 },
      with: [{ kind: 'bitext', number: id }],
    });
    expect(await everything(app)).toEqual(before);
  });

  it('stays where another text was made of it while a long one went', async () => {
    const app = await opened();
    const { db } = app.store;
    const id = await storeBitext(app, longBitext(1500), 'long');
    const { cleared } = await deleteBitext(app, id, ANN);
    const sides = { sourceLanguage: 'en', targetLanguage: 'fr', sourceRevision: 1, targetRevision: 2 };
    await insertBitext(db, { title: 'meanwhile', ...sides }, app.now());
    await cleared;
    expect(await count(app, 'article')).toBe(2);
    const [entry] = (await openTrash(app)).entries;
    await restoreFromTrash(app, entry!.id, ANN);
    expect((await openLibrary(app, {})).entries).toHaveLength(2);
    expect(await faultyBitexts(db)).toEqual([]);
  });
});

describe('concepts in the trash', () => {
  const concept = (text: string, to?: number) => ({
    kind: 'role' as const,
    definition: '',
    note: '',
    terms: [term(text)],
    ...(to !== undefined && { relations: [{ kind: 'belongs-to' as const, to, since: '', until: '' }] }),
  });

  it('come back with their numbers and what others relate to them, as one', async () => {
    const app = await opened();
    const [town = 0, port = 0] = await addConcepts(app, [concept('town'), concept('port')], ANN);
    const [mayor = 0] = await addConcepts(app, [concept('mayor')], ANN);
    await updateConcept(app, mayor, concept('mayor', town), ANN);
    await removeConcepts(app, [town, port], ANN);
    const [entry, ...others] = (await openTrash(app)).entries;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'concepts', title: 'town, port', number: 2 });
    await expect(restoreFromTrash(app, entry!.id, { ...ANN, kind: 'texts' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await restoreFromTrash(app, entry!.id, ANN)).toMatchObject({ place: { kind: 'concepts', number: 0 } });
    expect((await getConcept(app, mayor)).relations).toMatchObject([{ to: town }]);
    expect((await getConcept(app, port)).id).toBe(port);
    expect((await openTrash(app)).entries).toEqual([]);
  });

  it('come back where a concept beside them was changed since, which stays as it is', async () => {
    const app = await opened();
    const [town = 0] = await addConcepts(app, [concept('town')], ANN);
    const [mayor = 0] = await addConcepts(app, [concept('mayor', town)], ANN);
    await removeConcepts(app, [town], ANN);
    await updateConcept(app, mayor, concept('lord mayor'), ANN);
    const [entry] = (await openTrash(app)).entries;
    await restoreFromTrash(app, entry!.id, ANN);
    expect((await getConcept(app, town)).terms[0]?.text).toBe('town');
    expect((await getConcept(app, mayor)).terms[0]?.text).toBe('lord mayor');
  });

  it('are there no more once the history has brought them back', async () => {
    const app = await opened();
    const [town = 0] = await addConcepts(app, [concept('town')], ANN);
    await removeConcepts(app, [town], ANN);
    const [entry] = (await openTrash(app)).entries;
    await undoGlossaryEdit(app, entry!.batch ?? 0, ANN);
    expect((await openTrash(app)).entries).toEqual([]);
    await expect(restoreFromTrash(app, entry!.id, ANN)).rejects.toMatchObject({ code: 'not-found' });
  });
});
