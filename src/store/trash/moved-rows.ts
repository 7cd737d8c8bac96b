import { type RawBuilder, sql } from 'kysely';
import { insertRows } from '../engine/dump.ts';
import type { Db } from '../open-store.ts';
import { heldNumbers } from './keys.ts';

/** A table whose rows go into the trash with a bitext or an article, the key that its rows are taken by, and what they cannot do without. */
interface MovedTable {
  readonly name: string;
  readonly key: readonly string[];
  /** What a row refers to that may be gone for good by the time it comes back; it is left out then. */
  readonly partner?: { readonly table: string; readonly by: string };
}

/** What belongs to a bitext, each behind what it refers to. */
const OF_BITEXT: readonly MovedTable[] = [
  { name: 'bitext', key: ['id'] },
  { name: 'segment', key: ['side', 'id'] },
  { name: 'bead', key: ['id'] },
  { name: 'bead_segment', key: ['side', 'segment_id'] },
  { name: 'bead_before', key: ['bead_id'] },
  { name: 'inline_code', key: ['point'] },
  { name: 'unit_props', key: ['bead_id'] },
  { name: 'edit', key: ['seq'] },
  { name: 'comment', key: ['id'] },
  { name: 'bitext_glossary', key: ['glossary_id'], partner: { table: 'glossary', by: 'glossary_id' } },
  { name: 'bitext_check_profile', key: ['profile_id'], partner: { table: 'check_profile', by: 'profile_id' } },
  { name: 'dismissal', key: ['id'] },
  // Behind the rows, which a published text lets nobody change.
  { name: 'workflow', key: ['state'] },
  { name: 'notice', key: ['id'], partner: { table: 'account', by: 'account_id' } },
];

/** What belongs to articles, and to revisions that go by themselves, likewise. */
const OF_ARTICLES: readonly (MovedTable & { readonly where: (id: number) => RawBuilder<unknown> })[] = [
  { name: 'article', key: ['id'], where: (id) => sql`id IN ${held(id, 'article')}` },
  {
    name: 'article_label',
    key: ['kind', 'name', 'article_id'],
    where: (id) => sql`article_id IN ${held(id, 'article')}`,
  },
  { name: 'revision', key: ['id'], where: ofRevisions('id') },
  { name: 'revision_style', key: ['revision_id', 'begins', 'style'], where: ofRevisions('revision_id') },
];

/** Tables whose rows are made anew from those of others, or mean nothing once a bitext is deleted. */
export const NOT_MOVED: readonly string[] = ['bead_tally', 'lease'];

/** Every table whose rows go into the trash. */
export const MOVED_TABLES: readonly string[] = [...OF_ARTICLES, ...OF_BITEXT].map(({ name }) => name);

/** Rows that are moved at once: few enough that nobody waits for it. */
const SLICE_ROWS = 2000;

/**
 * Takes some rows of an entry out of their tables, those first to which no other refers. Each is in its table or in the trash,
 * never in both and never in neither. Returns whether there may be more.
 */
export async function moveSomeOut(db: Db, id: number): Promise<boolean> {
  let left = SLICE_ROWS;
  for (const bitext of (await heldNumbers(db, id, 'bitext')).reverse()) {
    for (const table of OF_BITEXT.toReversed()) {
      const own = table.name === 'bitext' ? sql`id = ${bitext}` : sql`bitext_id = ${bitext}`;
      left -= await moveOut(db, id, table, own, left);
      if (left <= 0) return true;
    }
  }
  await keepArticlesInUse(db, id);
  for (const table of OF_ARTICLES.toReversed()) await moveOut(db, id, table, table.where(id), -1);
  return false;
}

/** Puts some rows of an entry back into their tables, the last taken first. Returns whether there may be more. */
export async function moveSomeBack(db: Db, id: number): Promise<boolean> {
  for (let left = SLICE_ROWS; left > 0; ) {
    const part = await db
      .selectFrom('trash_rows')
      .select(['seq', 'name', 'content'])
      .where('trash_id', '=', id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!part) return false;
    const rows = JSON.parse(part.content) as Record<string, unknown>[];
    await insertRows(db, part.name, await fitting(db, part.name, rows));
    await db.deleteFrom('trash_rows').where('trash_id', '=', id).where('seq', '=', part.seq).execute();
    left -= rows.length;
  }
  return true;
}

/** @param limit the most; -1 for all. Returns how many there were */
async function moveOut(
  db: Db,
  id: number,
  table: MovedTable,
  own: RawBuilder<unknown>,
  limit: number,
): Promise<number> {
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  const last = sql.join(table.key.map((column) => sql`${sql.ref(column)} DESC`));
  const some = sql`FROM ${sql.table(table.name)} WHERE ${own} ORDER BY ${last} LIMIT ${limit}`;
  const { rows } = await sql<Record<string, unknown>>`SELECT * ${some}`.execute(db);
  if (rows.length === 0) return 0;
  await sql`INSERT INTO trash_rows (trash_id, seq, name, content) SELECT ${id},
    1 + coalesce((SELECT max(seq) FROM trash_rows WHERE trash_id = ${id}), 0), ${table.name}, ${JSON.stringify(rows.reverse())}`.execute(
    db,
  );
  await sql`DELETE FROM ${sql.table(table.name)} WHERE ${own} AND (${key}) IN (SELECT ${key} ${some})`.execute(db);
  return rows.length;
}

/** An article that somebody has brought into another bitext, while the rows of a long one went, stays. */
async function keepArticlesInUse(db: Db, id: number): Promise<void> {
  await sql`DELETE FROM trash_key WHERE trash_id = ${id} AND held = 1 AND kind = 'article' AND EXISTS (
    SELECT 1 FROM revision JOIN bitext ON revision.id IN (source_revision_id, target_revision_id)
    WHERE revision.article_id = trash_key.number)`.execute(db);
  await sql`UPDATE trash_key SET held = 0 WHERE trash_id = ${id} AND kind = 'revision' AND held = 1
    AND (SELECT kind FROM trash WHERE id = ${id}) <> 'revision'
    AND number NOT IN (SELECT id FROM revision WHERE article_id IN ${held(id, 'article')})`.execute(db);
  // Revisions that came meanwhile go with their article.
  await sql`INSERT OR REPLACE INTO trash_key (trash_id, kind, number, held) SELECT ${id}, 'revision', id, 1
    FROM revision WHERE article_id IN ${held(id, 'article')}`.execute(db);
}

/** Rows without those whose partner is gone; of an article whose original is gone, that it translates it. */
async function fitting(db: Db, name: string, rows: Record<string, unknown>[]): Promise<Record<string, unknown>[]> {
  if (name === 'article') {
    const known = await numbersIn(
      db,
      'article',
      rows.map((row) => row['translation_of']),
    );
    for (const { id } of rows) known.add(id);
    return rows.map((row) => (known.has(row['translation_of']) ? row : { ...row, translation_of: null }));
  }
  const partner = OF_BITEXT.find((table) => table.name === name)?.partner;
  if (!partner) return rows;
  const known = await numbersIn(
    db,
    partner.table,
    rows.map((row) => row[partner.by]),
  );
  return rows.filter((row) => known.has(row[partner.by]));
}

async function numbersIn(db: Db, table: string, wanted: readonly unknown[]): Promise<Set<unknown>> {
  const found = await sql<{ id: unknown }>`SELECT id FROM ${sql.table(table)}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

function held(id: number, kind: 'article' | 'revision'): RawBuilder<unknown> {
  return sql`(SELECT number FROM trash_key WHERE trash_id = ${id} AND kind = ${kind} AND held = 1)`;
}

function ofRevisions(column: 'id' | 'revision_id'): (id: number) => RawBuilder<unknown> {
  return (id) => sql`${sql.ref(column)} IN ${held(id, 'revision')}`;
}
