import type { StoredConcept } from '../../core/glossary/concept.ts';
import type { Message } from '../../core/message.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';
import { messageFrom, storedMessage } from '../stored-message.ts';
import { announceConcepts } from '../webhooks/announce.ts';
import { isWholeChange } from './shown-concepts.ts';

/** What a change has done to one concept: what it was before and after, null where it was not there. */
export interface ConceptChange {
  readonly concept: number;
  readonly before: StoredConcept | null;
  readonly after: StoredConcept | null;
}

/** A change of a glossary, which may touch several concepts. */
export interface GlossaryEdit {
  readonly batch: number;
  readonly author: string;
  readonly at: string;
  readonly label: Message;
}

export async function appendGlossaryEdit(
  db: Db,
  changes: readonly ConceptChange[],
  { author, at, label }: Omit<GlossaryEdit, 'batch'>,
): Promise<number> {
  const { last } = await db
    .selectFrom('glossary_edit')
    .select(({ fn }) => fn.max('batch').as('last'))
    .executeTakeFirstOrThrow();
  const batch = (last ?? 0) + 1;
  await appendToBatch(db, changes, { batch, author, at, label });
  await announceConcepts(db, { batch, at });
  return batch;
}

/** Adds to a change what it does to some more concepts. */
export async function appendToBatch(
  db: Db,
  changes: readonly ConceptChange[],
  { batch, author, at, label }: GlossaryEdit,
): Promise<void> {
  const rows = changes.map(({ concept, before, after }) => ({
    batch,
    concept_id: concept,
    author,
    at,
    label: storedMessage(label),
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  }));
  await insertMany(rows, (some) => db.insertInto('glossary_edit').values(some).execute());
}

/** How many concepts a change has touched; 0 where there is none. */
export async function countChanges(db: Db, batch: number): Promise<number> {
  const { count } = await db
    .selectFrom('glossary_edit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batch', '=', batch)
    .where(isWholeChange)
    .executeTakeFirstOrThrow();
  return count;
}

/** Changes that are read at once. */
const PAGE = 500;

/** What a change has done, concept by concept, some at a time. */
export async function* changePages(db: Db, batch: number): AsyncGenerator<ConceptChange[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('glossary_edit')
      .select(['id', 'concept_id', 'before', 'after'])
      .where('batch', '=', batch)
      .where(isWholeChange)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    yield rows.map(changeFrom);
  }
}

/** What a change has done to one concept; nothing where it has not touched it. */
export async function changeOf(db: Db, batch: number, concept: number): Promise<ConceptChange | undefined> {
  const row = await db
    .selectFrom('glossary_edit')
    .select(['concept_id', 'before', 'after'])
    .where('batch', '=', batch)
    .where('concept_id', '=', concept)
    .where(isWholeChange)
    .executeTakeFirst();
  return row && changeFrom(row);
}

function changeFrom(row: {
  readonly concept_id: number;
  readonly before: string | null;
  readonly after: string | null;
}): ConceptChange {
  const conceptIn = (json: string | null) => (json === null ? null : (JSON.parse(json) as StoredConcept));
  return { concept: row.concept_id, before: conceptIn(row.before), after: conceptIn(row.after) };
}

/** The changes of one concept, or of all, the last first, with how many concepts each touched. */
export async function listGlossaryEdits(
  db: Db,
  limit: number,
  concept?: number,
): Promise<(GlossaryEdit & { readonly name: string; readonly concepts: number })[]> {
  let query = db
    .selectFrom('glossary_edit')
    .leftJoin('person', 'person.id', 'glossary_edit.author')
    .select(({ fn }) => [
      'glossary_edit.batch',
      'glossary_edit.author',
      'glossary_edit.at',
      'glossary_edit.label',
      'person.name',
      fn.countAll<number>().as('concepts'),
    ])
    .where(isWholeChange)
    .groupBy('glossary_edit.batch')
    .orderBy('glossary_edit.batch', 'desc')
    .limit(limit);
  if (concept !== undefined) query = query.where('glossary_edit.concept_id', '=', concept);
  return (await query.execute()).map((row) => ({ ...row, label: messageFrom(row.label), name: row.name ?? '' }));
}
