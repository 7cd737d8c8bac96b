import type { PreparedArticle } from '../../../app/import/article-intake.ts';
import type { FaceToFace } from '../../../app/import/face-to-face.ts';
import { SIDES, type Side } from '../../../core/bitext/bitext.ts';

type PreviewRow = FaceToFace['rows'][number];

/** What stands in a preview, from top to bottom: lines of both sides beside each other, or a fold. */
export type PreviewPart =
  | { readonly row: PreviewRow }
  | {
      /** Lines in it, the longer side's. */
      readonly folded: number;
      /** How many of them a click shows, and by which name. */
      readonly next: number;
      readonly name: string;
    };

/** Rows of a text that is shown whole; a longer one shows its beginning and end, and what is not plain text in between. */
const WHOLE_ROWS = 120;
const FIRST_ROWS = 20;
const LAST_ROWS = 5;
/** Lines of other kinds that are shown in a long text, each with its list of kinds. */
const OTHER_ROWS = 40;
/** Rows that are unfolded at once. */
const UNFOLDED_ROWS = 200;

/**
 * The rows of a preview, those of a long text folded.
 * @param unfolded the names of what a person has unfolded, one after another
 */
export function previewParts(
  sides: Readonly<Record<Side, Pick<PreparedArticle, 'blocks'>>>,
  rows: readonly PreviewRow[],
  unfolded: string,
): PreviewPart[] {
  if (rows.length <= WHOLE_ROWS) return rows.map((row) => ({ row }));
  const ranges = rangesIn(unfolded);
  let others = 0;
  const isShown = (row: PreviewRow, i: number) => {
    if (i < FIRST_ROWS || i >= rows.length - LAST_ROWS) return true;
    if (SIDES.some((side) => row[side].some((block) => ranges[side].some(([a, b]) => a <= block && block <= b))))
      return true;
    if (SIDES.every((side) => row[side].every((block) => sides[side].blocks[block]?.kind === 'body'))) return false;
    others += 1;
    return others <= OTHER_ROWS;
  };
  const parts: PreviewPart[] = [];
  let hidden: PreviewRow[] = [];
  const fold = () => {
    if (hidden.length > 0) parts.push(foldOf(hidden));
    hidden = [];
  };
  for (const [i, row] of rows.entries()) {
    if (!isShown(row, i)) hidden.push(row);
    else {
      fold();
      parts.push({ row });
    }
  }
  fold();
  return parts;
}

function foldOf(rows: readonly PreviewRow[]): PreviewPart {
  const next = rows.slice(0, UNFOLDED_ROWS);
  const name = SIDES.flatMap((side) => {
    const blocks = next.flatMap((row) => row[side]);
    return blocks.length > 0 ? [`${side}-${blocks[0]}-${blocks.at(-1)}`] : [];
  });
  return { folded: rows.length, next: next.length, name: name.join() };
}

function rangesIn(names: string): Record<Side, [first: number, last: number][]> {
  const ranges: Record<Side, [number, number][]> = { source: [], target: [] };
  for (const [, side, first, last] of names.matchAll(/(source|target)-(\d+)-(\d+)/gu)) {
    ranges[side === 'source' ? 'source' : 'target'].push([Number(first), Number(last)]);
  }
  return ranges;
}
