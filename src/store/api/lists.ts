import { isShownConcept } from '../glossary/shown-concepts.ts';
import { inList } from '../in-list.ts';
import { isShown } from '../is-shown.ts';
import type { Db } from '../open-store.ts';
import type { BitextState } from '../schema.ts';

/** Which numbers of a list: the first so many that are greater than one. */
export interface Following {
  readonly after: number;
  readonly limit: number;
}

/** Numbers of bitexts that people see, in order. */
export async function bitextsAfter(
  db: Db,
  {
    after,
    limit,
    state,
    archived,
  }: Following & { readonly state?: readonly BitextState[]; readonly archived?: boolean },
): Promise<number[]> {
  let query = db.selectFrom('bitext').select('id').where(isShown).where('id', '>', after);
  if (state) query = query.where('state', 'in', inList(state));
  if (archived !== undefined) query = query.where('archived_at', archived ? 'is not' : 'is', null);
  return (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
}

/** Numbers of articles, in order; the sides of memories are none. */
export async function articlesAfter(
  db: Db,
  { after, limit, language, publisher }: Following & { readonly language?: string; readonly publisher?: string },
): Promise<number[]> {
  let query = db.selectFrom('article').select('id').where('memory', '=', 0).where('id', '>', after);
  if (language) query = query.where('language', '=', language);
  if (publisher) query = query.where('publisher', '=', publisher);
  return (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
}

/** Numbers of concepts, in order. */
export async function conceptsAfter(db: Db, { after, limit }: Following): Promise<number[]> {
  const rows = await db
    .selectFrom('concept')
    .select('id')
    .where('id', '>', after)
    .where(isShownConcept)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
