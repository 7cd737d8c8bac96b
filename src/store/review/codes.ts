import type { InlineCode, InlineCodes } from '../../core/bitext/codes.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';

/** The inline codes that stand in a bitext's texts. */
export async function codesOf(db: Db, bitextId: number): Promise<InlineCodes> {
  const rows = await db.selectFrom('inline_code').selectAll().where('bitext_id', '=', bitextId).execute();
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
