import { type Bitext, type Row, rowsOf, SIDES } from './bitext.ts';

/** Rows that are read together. */
export interface Passage {
  readonly rows: readonly Row[];
}

/** Each row on its own. */
export function passagesByRow(bitext: Bitext): Passage[] {
  return rowsOf(bitext).map((row) => ({ rows: [row] }));
}

/** Rows put together up to where a paragraph ends on both sides. */
export function passagesByParagraph(bitext: Bitext): Passage[] {
  const passages: Row[][] = [];
  let last = { source: -1, target: -1 };
  for (const row of rowsOf(bitext)) {
    const begins = SIDES.every((side) => {
      const first = row.segments[side][0];
      return !first || first.paragraph !== last[side];
    });
    const open = passages.at(-1);
    if (open && !begins) open.push(row);
    else passages.push([row]);
    last = {
      source: row.segments.source.at(-1)?.paragraph ?? last.source,
      target: row.segments.target.at(-1)?.paragraph ?? last.target,
    };
  }
  return passages.map((rows) => ({ rows }));
}
