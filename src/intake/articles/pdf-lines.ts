import { gutterIn } from './pdf-columns.ts';
import { type LinePiece, plainLine } from './raised.ts';

/** A piece of text as a page draws it, in points from the lower left corner. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand. */
  readonly base: number;
  readonly height: number;
}

/** A line of a page, of one column. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly height: number;
  /** Where most lines of its column begin and how far they reach. */
  readonly margin: number;
  readonly end: number;
}

/**
 * The lines of a page in the order in which they are read: columns one after the
 * other, in whatever order they were drawn; what runs across columns divides them.
 * @param backwards whether the page is read from right to left
 */
export function linesInOrder(drawn: readonly DrawnText[], backwards: boolean): PageLine[] {
  return inOrder(withDropCaps(spansOf(drawn, backwards)), backwards, 0);
}

function inOrder(spans: readonly DrawnText[], backwards: boolean, depth: number): PageLine[] {
  const gutter = depth < MAX_COLUMN_CUTS ? gutterIn(spans) : null;
  if (gutter === null) return leafLines(spans, backwards);
  const across = spans.filter(({ left, right }) => left < gutter && right > gutter).sort((a, b) => b.base - a.base);
  const lines: PageLine[] = [];
  let rest = spans.filter((span) => !across.includes(span));
  for (const divider of [...across, null]) {
    const above = divider === null ? rest : rest.filter(({ base }) => base > divider.base);
    rest = rest.filter((span) => !above.includes(span));
    const halves = [above.filter(({ right }) => right <= gutter), above.filter(({ left }) => left >= gutter)];
    for (const half of backwards ? halves.reverse() : halves) lines.push(...inOrder(half, backwards, depth + 1));
    if (divider) lines.push(...leafLines([divider], backwards));
  }
  return lines;
}

/** No page has more columns than that, one within another. */
const MAX_COLUMN_CUTS = 6;

/** Pieces of a line that stand a word's space apart or nearer, put together; from a gap as between columns on they are apart. */
function spansOf(drawn: readonly DrawnText[], backwards: boolean): DrawnText[] {
  return rowsOf(drawn).flatMap((row) => {
    const spans: DrawnText[] = [];
    let pieces: LinePiece[] = [];
    for (const piece of row) {
      const last = spans.at(-1);
      const gap = last ? piece.left - last.right : 0;
      const size = Math.max(last?.height ?? 0, piece.height);
      if (!last || gap > size * COLUMN_GAP || isDropCap(last, piece) || isDropCap(piece, last)) {
        pieces = [placed(piece, piece)];
        spans.push(piece);
        continue;
      }
      const next = placed(piece, last);
      const least = next.place === 'on' ? WORD_GAP : WORD_GAP * 3;
      const space = gap > size * least && !/\s$/u.test(last.text) && !/^\s/u.test(piece.text) ? ' ' : '';
      pieces = backwards
        ? [next, { text: space, place: 'on' }, ...pieces]
        : [...pieces, { text: space, place: 'on' }, next];
      const { left, base, height } = piece.height > last.height ? { ...piece, left: last.left } : last;
      spans[spans.length - 1] = {
        text: plainLine(pieces)
          .map(({ text }) => text)
          .join(''),
        left,
        base,
        height,
        right: Math.max(last.right, piece.right),
      };
    }
    return spans;
  });
}

/** Gaps between pieces, in heights of their letters: a space between words, a gutter between columns. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 1.5;

/** A piece that is smaller than its neighbour and stands higher or lower. */
function placed({ text, base, height }: DrawnText, beside: DrawnText): LinePiece {
  const isSmall = height < beside.height * 0.8 && /^[\s\p{N}*†‡+−-]{1,4}$/u.test(text);
  if (isSmall && base > beside.base + beside.height * 0.15) return { text, place: 'above' };
  if (isSmall && base < beside.base - beside.height * 0.05) return { text, place: 'below' };
  return { text, place: 'on' };
}

/** Pieces by the rows in which they stand, from the top, each from left to right. */
function rowsOf(drawn: readonly DrawnText[]): DrawnText[][] {
  const rows: DrawnText[][] = [];
  for (const piece of drawn.toSorted((a, b) => b.base - a.base)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = Math.min(Math.max(first?.height ?? 0, piece.height) / 2, 12);
    if (row && first && first.base - piece.base < reach) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** The lines of spans that stand in one column. */
function leafLines(spans: readonly DrawnText[], backwards: boolean): PageLine[] {
  const rows = rowsOf(spans);
  const margin = middle(rows.map((row) => row[0]!.left));
  const end = Math.max(0, ...spans.map(({ right }) => right));
  return rows.map((row) => {
    const ordered = backwards ? row.toReversed() : row;
    return {
      text: ordered.map(({ text }) => text.trim()).join(' '),
      left: Math.min(...row.map(({ left }) => left)),
      right: Math.max(...row.map(({ right }) => right)),
      base: row[0]!.base,
      height: Math.max(...row.map(({ height }) => height)),
      margin,
      end,
    };
  });
}

/** Puts a capital that is several lines high before the word that it begins. */
function withDropCaps(spans: readonly DrawnText[]): DrawnText[] {
  const caps = spans.filter((cap) => /^["“„«'‘]?\p{Lu}$/u.test(cap.text.trim()));
  let all = [...spans];
  for (const cap of caps) {
    const beside = all.filter((span) => isDropCap(cap, span));
    const first = beside.toSorted((a, b) => b.base - a.base)[0];
    if (!first) continue;
    all = all.flatMap((span) => {
      if (span === cap) return [];
      if (span === first) return [{ ...span, text: cap.text.trim() + span.text, left: cap.left }];
      return [beside.includes(span) ? { ...span, left: cap.left } : span];
    });
  }
  return all;
}

/** Whether one piece is a capital of several lines and another stands beside it. */
function isDropCap(cap: DrawnText | undefined, span: DrawnText | undefined): boolean {
  if (!cap || !span || cap.height < span.height * 1.8 || !/^["“„«'‘]?\p{Lu}$/u.test(cap.text.trim())) return false;
  const isBeside = span.left >= cap.right - 2 && span.left - cap.right < span.height * 2.5;
  return isBeside && span.base >= cap.base - 2 && span.base < cap.base + cap.height;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
