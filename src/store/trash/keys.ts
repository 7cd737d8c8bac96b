import { sql } from 'kysely';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import type { TrashKeyKind } from './tables.ts';

/** What an entry of the trash holds, or needs to come back. */
export interface TrashKey {
  readonly kind: TrashKeyKind;
  readonly number: number;
  readonly held: boolean;
}

export async function insertKeys(db: Db, id: number, keys: readonly TrashKey[]): Promise<void> {
  for (const { kind, number, held } of keys) {
    await db
      .insertInto('trash_key')
      .values({ trash_id: id, kind, number, held: held ? 1 : 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The numbers of what an entry holds of a kind, in order; of what it needs, where `held` is false. */
export async function heldNumbers(db: Db, id: number, kind: TrashKeyKind, held = true): Promise<number[]> {
  const rows = await db
    .selectFrom('trash_key')
    .select('number')
    .where('trash_id', '=', id)
    .where('kind', '=', kind)
    .where('held', '=', held ? 1 : 0)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** What an entry needs and what is not there: the entry that holds it, or null where that is gone for good, too. */
export async function missingFor(db: Db, id: number): Promise<{ holder: number | null }[]> {
  const { rows } = await sql<{ holder: number | null }>`SELECT DISTINCT (
      SELECT other.trash_id FROM trash_key AS other
      WHERE other.kind = need.kind AND other.number = need.number AND other.held = 1) AS holder
    FROM trash_key AS need WHERE need.trash_id = ${id} AND need.held = 0 AND CASE need.kind
      WHEN 'article' THEN NOT EXISTS (SELECT 1 FROM article WHERE id = need.number)
      ELSE NOT EXISTS (SELECT 1 FROM revision WHERE id = need.number) END`.execute(db);
  return rows;
}

/** Entries that could not come back without what another holds. */
export async function dependentsOf(db: Db, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT DISTINCT need.trash_id AS id FROM trash_key AS own
    JOIN trash_key AS need ON need.kind = own.kind AND need.number = own.number AND need.held = 0
    WHERE own.trash_id = ${id} AND own.held = 1 ORDER BY 1`.execute(db);
  return rows.map((row) => row.id);
}

/** The articles and bitexts that go with a bitext: those of its articles that no other has. */
export async function keysOfBitext(db: Db, bitext: number): Promise<TrashKey[]> {
  const { rows } = await sql<{ id: number }>`SELECT DISTINCT article_id AS id FROM revision
    JOIN bitext ON revision.id IN (source_revision_id, target_revision_id) WHERE bitext.id = ${bitext}`.execute(db);
  const bitexts = [bitext];
  return keysOf(
    db,
    bitexts,
    await unusedBesides(
      db,
      rows.map(({ id }) => id),
      bitexts,
    ),
  );
}

/** What goes with an article: every bitext in which it stands, and those of its translations that no other bitext has. */
export async function keysOfArticle(db: Db, article: number): Promise<TrashKey[]> {
  const { rows } = await sql<{ id: number }>`SELECT DISTINCT bitext.id FROM revision
    JOIN bitext ON revision.id IN (source_revision_id, target_revision_id)
    WHERE revision.article_id = ${article}`.execute(db);
  const bitexts = rows.map(({ id }) => id);
  const translations = await sql<{ id: number }>`SELECT DISTINCT revision.article_id AS id FROM bitext
    JOIN revision ON revision.id = target_revision_id JOIN article ON article.id = revision.article_id
    WHERE bitext.id IN ${inList(bitexts)} AND translation_of = ${article}`.execute(db);
  const unused = await unusedBesides(
    db,
    translations.rows.map(({ id }) => id),
    bitexts,
  );
  return keysOf(db, bitexts, [...new Set([article, ...unused])]);
}

async function keysOf(db: Db, bitexts: readonly number[], articles: readonly number[]): Promise<TrashKey[]> {
  const own = await sql<{ id: number }>`SELECT id FROM revision WHERE article_id IN ${inList(articles)}`.execute(db);
  const needed = await sql<{ id: number }>`SELECT DISTINCT revision.id FROM revision
    JOIN bitext ON revision.id IN (source_revision_id, target_revision_id)
    WHERE bitext.id IN ${inList(bitexts)} AND article_id NOT IN ${inList(articles)}`.execute(db);
  return [
    ...bitexts.map((number): TrashKey => ({ kind: 'bitext', number, held: true })),
    ...articles.map((number): TrashKey => ({ kind: 'article', number, held: true })),
    ...own.rows.map(({ id }): TrashKey => ({ kind: 'revision', number: id, held: true })),
    ...needed.rows.map(({ id }): TrashKey => ({ kind: 'revision', number: id, held: false })),
  ];
}

/** Those of some articles that stand in no bitext but these. */
async function unusedBesides(db: Db, articles: readonly number[], bitexts: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM article WHERE id IN ${inList(articles)} AND NOT EXISTS (
    SELECT 1 FROM revision JOIN bitext ON revision.id IN (source_revision_id, target_revision_id)
    WHERE revision.article_id = article.id AND bitext.id NOT IN ${inList(bitexts)}) ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The revisions of an article that may be deleted by themselves: no bitext has them, and there is a newer one. */
export async function freeRevisions(db: Db, article: number): Promise<{ id: number; number: number }[]> {
  const { rows } = await sql<{ id: number; number: number }>`SELECT id, number FROM revision
    WHERE article_id = ${article} AND number < (SELECT max(number) FROM revision WHERE article_id = ${article})
      AND NOT EXISTS (SELECT 1 FROM bitext WHERE revision.id IN (source_revision_id, target_revision_id))
    ORDER BY number`.execute(db);
  return rows;
}
