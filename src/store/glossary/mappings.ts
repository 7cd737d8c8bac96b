import type { TermStatus } from '../../core/glossary/concept.ts';
import type { Db } from '../open-store.ts';

/** What somebody has said of the columns of a table, and of its words for statuses. */
export interface SavedMapping {
  readonly mapping: readonly string[];
  readonly meanings: Readonly<Record<string, TermStatus>>;
}

/** What was said of a table with the same header, the last time that one came in. */
export async function savedMapping(db: Db, columns: readonly string[]): Promise<SavedMapping | null> {
  const row = await db
    .selectFrom('glossary_mapping')
    .select(['mapping', 'meanings'])
    .where('header', '=', headerOf(columns))
    .executeTakeFirst();
  return row ? { mapping: JSON.parse(row.mapping), meanings: JSON.parse(row.meanings) } : null;
}

/** @param name of the file */
export async function saveMapping(
  db: Db,
  columns: readonly string[],
  { mapping, meanings }: SavedMapping,
  { name, at }: { readonly name: string; readonly at: string },
): Promise<void> {
  const said = { name, mapping: JSON.stringify(mapping), meanings: JSON.stringify(meanings), at };
  await db
    .insertInto('glossary_mapping')
    .values({ header: headerOf(columns), ...said })
    .onConflict((conflict) => conflict.column('header').doUpdateSet(said))
    .execute();
}

function headerOf(columns: readonly string[]): string {
  return JSON.stringify(columns);
}
