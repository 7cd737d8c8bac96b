import type { StoredConcept } from '../../core/glossary/concept.ts';
import type { Message } from '../../core/message.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';
import { messageFrom, storedMessage } from '../stored-message.ts';

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
  return batch;
}

/** What a change has done, concept by concept. */
export async function changesOf(db: Db, batch: number): Promise<ConceptChange[]> {
  const rows = await db
    .selectFrom('glossary_edit')
    .select(['concept_id', 'before', 'after'])
    .where('batch', '=', batch)
    .orderBy('id')
    .execute();
  return rows.map(({ concept_id, before, after }) => ({
    concept: concept_id,
    before: before === null ? null : (JSON.parse(before) as StoredConcept),
    after: after === null ? null : (JSON.parse(after) as StoredConcept),
  }));
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
    .groupBy('glossary_edit.batch')
    .orderBy('glossary_edit.batch', 'desc')
    .limit(limit);
  if (concept !== undefined) query = query.where('glossary_edit.concept_id', '=', concept);
  return (await query.execute()).map((row) => ({ ...row, label: messageFrom(row.label), name: row.name ?? '' }));
}
