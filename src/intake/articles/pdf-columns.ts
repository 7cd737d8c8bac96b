import type { DrawnText } from './pdf-lines.ts';

/**
 * The place of the gutter between two columns of text, in points from the left;
 * null where there is none. Hardly any line crosses it, on both sides of it are
 * several lines of text beside each other, and more than words: cells of tables
 * and numbers of lists are read by rows.
 */
export function gutterIn(spans: readonly DrawnText[]): number | null {
  if (spans.length < 2 * MIN_COLUMN_LINES) return null;
  const most = Math.floor(spans.length * MAX_CROSSING_SHARE);
  const edges = [...new Set(spans.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  let best: { at: number; across: number; width: number } | null = null;
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1]!, edges[i]!];
    const at = (from + to) / 2;
    const across = spans.filter(({ left, right }) => left < at && right > at).length;
    const isBetter = best === null || across < best.across || (across === best.across && to - from > best.width);
    if (to - from >= MIN_GUTTER_POINTS && across <= most && isBetter && dividesText(spans, at)) {
      best = { at, across, width: to - from };
    }
  }
  return best?.at ?? null;
}

/** Lines that a column has at least. */
const MIN_COLUMN_LINES = 3;
/** The share of lines that may run across a gutter, such as headlines. */
const MAX_CROSSING_SHARE = 0.25;
/** The least width of a gutter, in points. */
const MIN_GUTTER_POINTS = 4;
/** Letters that most lines of a column have at least. */
const MIN_LINE_LETTERS = 12;

function dividesText(spans: readonly DrawnText[], at: number): boolean {
  const [left, right] = [spans.filter((span) => span.right <= at), spans.filter((span) => span.left >= at)];
  if (!isText(left) || !isText(right)) return false;
  const [a, b] = [reachOf(left), reachOf(right)];
  return Math.min(a.top, b.top) - Math.max(a.foot, b.foot) > 0.4 * Math.min(a.top - a.foot, b.top - b.foot);
}

function isText(spans: readonly DrawnText[]): boolean {
  const rows = new Set(spans.map(({ base }) => Math.round(base)));
  const lengths = spans.map(({ text }) => text.trim().length).sort((a, b) => a - b);
  return rows.size >= MIN_COLUMN_LINES && lengths[Math.floor(lengths.length / 2)]! >= MIN_LINE_LETTERS;
}

function reachOf(spans: readonly DrawnText[]): { top: number; foot: number } {
  const bases = spans.map(({ base }) => base);
  return { top: Math.max(...bases), foot: Math.min(...bases) };
}
