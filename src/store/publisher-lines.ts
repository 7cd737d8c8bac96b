import type { SegmentKind } from '../core/bitext/bitext.ts';
import { insertMany } from './insert-many.ts';
import type { Db } from './open-store.ts';

/** What people have said of a publisher's lines: kinds by line. */
export async function publisherLines(db: Db, publisher: string): Promise<Map<string, SegmentKind>> {
  const rows = await db
    .selectFrom('publisher_line')
    .select(['line', 'kind'])
    .where('publisher', '=', publisher)
    .execute();
  return new Map(rows.map(({ line, kind }) => [line, kind]));
}

/** Remembers kinds of a publisher's lines; the last word counts. */
export async function rememberLines(
  db: Db,
  publisher: string,
  lines: ReadonlyMap<string, SegmentKind>,
  now: string,
): Promise<void> {
  const rows = [...lines].map(([line, kind]) => ({ publisher, line, kind, updated_at: now }));
  await insertMany(rows, (some) =>
    db
      .insertInto('publisher_line')
      .values(some)
      .onConflict((conflict) => conflict.doUpdateSet(({ ref }) => ({ kind: ref('excluded.kind'), updated_at: now })))
      .execute(),
  );
}
