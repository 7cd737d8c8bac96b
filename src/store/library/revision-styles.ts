import { mergedSpans, type StyledSpan } from '../../core/bitext/inline/styled-spans.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';

/** What of a revision's text is bold or italic, in order. */
export async function stylesOf(db: Db, revision: number): Promise<StyledSpan[]> {
  const rows = await db
    .selectFrom('revision_style')
    .select(['begins as start', 'ends as end', 'style'])
    .where('revision_id', '=', revision)
    .orderBy('begins')
    .orderBy('style')
    .execute();
  return rows;
}

export async function insertStyles(db: Db, revision: number, styles: readonly StyledSpan[]): Promise<void> {
  const rows = mergedSpans(styles).map(({ start, end, style }) => ({
    revision_id: revision,
    begins: start,
    ends: end,
    style,
  }));
  await insertMany(rows, (some) => db.insertInto('revision_style').values(some).execute());
}
