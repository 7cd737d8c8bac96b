import type { Side } from '../../core/bitext/bitext.ts';
import { codePointsIn, type InlineCode, type InlineCodes } from '../../core/bitext/inline/codes.ts';
import { inList } from '../in-list.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';

/** The inline codes that stand in a bitext's texts, or in those of a part of it. */
export async function codesOf(
  db: Db,
  bitextId: number,
  part?: Readonly<Record<Side, readonly { readonly text: string }[]>>,
): Promise<InlineCodes> {
  const points = part && codePointsIn([...part.source, ...part.target].map(({ text }) => text));
  const rows = await db
    .selectFrom('inline_code')
    .selectAll()
    .where('bitext_id', '=', bitextId)
    .$if(points !== undefined, (query) => query.where('point', 'in', inList(points ?? [])))
    .execute();
  return new Map(
    rows.map(({ point, kind, element, pair, data, attributes }): [string, InlineCode] => [
      String.fromCodePoint(point),
      { kind, element, pair, data, attributes: JSON.parse(attributes) as Record<string, string> },
    ]),
  );
}

export async function insertCodes(db: Db, bitextId: number, codes: InlineCodes): Promise<void> {
  const rows = [...codes].map(([char, { attributes, ...code }]) => ({
    ...code,
    bitext_id: bitextId,
    point: char.codePointAt(0)!,
    attributes: JSON.stringify(attributes),
  }));
  await insertMany(rows, (some) => db.insertInto('inline_code').values(some).execute());
}
