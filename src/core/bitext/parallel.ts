import { commonPlaces } from '../text/common-parts.ts';
import { joinSegments } from '../text/join.ts';
import { type Bead, type BeadStatus, type Bitext, type Row, rowsOf, type Segment } from './bitext.ts';

/** A passage of a text with what several translations have for it. */
export interface ParallelRow {
  /** As the first bitext has it; empty where there is a translation of nothing. */
  readonly source: string;
  readonly kind: Segment['kind'];
  /** One for each bitext. */
  readonly cells: readonly ParallelCell[];
}

export interface ParallelCell {
  readonly text: string;
  /** Of its rows: confirmed where all are; null where the bitext has no row here. */
  readonly status: BeadStatus | null;
  /** What its bitext has for the source where that is not what the row has; null where both read alike. */
  readonly differs: string | null;
}

/**
 * Several translations of one text side by side: the finest rows of which each is a run of whole rows in every
 * bitext. Sources that were split or joined otherwise still agree, since only letters count; where the words themselves
 * differ, since one was edited or is of an older version, the row says so.
 * @param bitexts with the same source language; the first says how the source reads
 */
export function parallelRows(bitexts: readonly Bitext[]): ParallelRow[] {
  const columns = bitexts.map(columnOf);
  const [first] = columns;
  if (!first) return [];
  const edges = columns.map((column) => edgesBetween(first, column));
  const length = first.keys.length;
  const rows: ParallelRow[] = [];
  let open: readonly Edge[] | null = null;
  for (let place = 0; place <= length; place++) {
    const cut = cutAt(place, columns, edges);
    if (!cut) continue;
    if (open) rows.push(rowOf(columns, open, cut));
    rows.push(...betweenRows(columns, cut));
    open = cut;
  }
  return rows.filter(({ cells }) => cells.some(({ status }) => status !== null && status !== 'excluded'));
}

/** Whether every translation of a row is of the very source that the row has. */
export function agrees({ cells }: ParallelRow): boolean {
  return cells.every(({ differs }) => differs === null);
}

interface Column {
  readonly bitext: Bitext;
  /** The source segments without white space. */
  readonly keys: readonly string[];
  /** Its rows, each with the source segments that it has: from one number to before another. */
  readonly rows: readonly PlacedRow[];
  /** For each number of a source segment, and that of the end, the first row that begins there or later. */
  readonly firstAt: readonly number[];
  /** Numbers of source segments before which a row begins, and that of the end. */
  readonly cuts: ReadonlySet<number>;
}

interface PlacedRow {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
}

function columnOf(bitext: Bitext): Column {
  let end = 0;
  const rows = rowsOf(bitext).map((row) => {
    const start = end;
    end += row.bead.source.length;
    return { row, start, end };
  });
  const keys = bitext.source.map(({ text }) => text.replaceAll(/\s+/gu, ''));
  const firstAt: number[] = [];
  for (const [at, { start }] of rows.entries()) while (firstAt.length <= start) firstAt.push(at);
  return { bitext, keys, rows, firstAt, cuts: new Set([0, ...rows.map((one) => one.end)]) };
}

/** A place between two source segments of the first text, in another: what stands from `to` on follows it, what stands before `from` precedes it. */
interface Edge {
  readonly from: number;
  readonly to: number;
}

/** Where the places between the segments of one text are in another; those that are nowhere are left out. */
function edgesBetween(first: Column, { keys }: Column): Map<number, Edge> {
  const common = [...commonPlaces(first.keys, keys), [first.keys.length, keys.length] as const].sort(
    ([a], [b]) => a - b,
  );
  const edges = new Map<number, Edge>();
  const put = (place: number, from: number, to: number) => {
    const known = edges.get(place);
    edges.set(place, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to });
  };
  let [i, j] = [0, 0];
  put(0, 0, 0);
  for (const [a, b] of common) {
    for (const [place, other] of sameOffsets(first.keys.slice(i, a), keys.slice(j, b))) {
      put(i + place, j + other, j + other);
    }
    put(a, b, b);
    if (a < first.keys.length) put(a + 1, b + 1, b + 1);
    [i, j] = [a + 1, b + 1];
  }
  return edges;
}

/** Places within two runs of segments up to which both have the same letters, if they have the same in all. */
function sameOffsets(some: readonly string[], others: readonly string[]): [number, number][] {
  if (some.length === 0 || some.join('') !== others.join('')) return [];
  const offsets = (keys: readonly string[]) => {
    let offset = 0;
    return keys.map((key) => {
      offset += key.length;
      return offset;
    });
  };
  const placeOf = new Map(offsets(others).map((offset, at) => [offset, at + 1]));
  return offsets(some).flatMap((offset, at): [number, number][] => {
    const other = placeOf.get(offset);
    return other === undefined ? [] : [[at + 1, other]];
  });
}

/** Where a place of the first text is in every text, if a row begins there in each; the beginning and the end always are. */
function cutAt(
  place: number,
  columns: readonly Column[],
  edges: readonly ReadonlyMap<number, Edge>[],
): readonly Edge[] | null {
  const isEnd = place === columns[0]!.keys.length;
  const cut = columns.map(({ cuts, keys }, k) => {
    const edge = edges[k]?.get(place);
    if (edge && cuts.has(edge.from) && cuts.has(edge.to)) return edge;
    if (place === 0) return { from: 0, to: 0 };
    return isEnd ? { from: keys.length, to: keys.length } : null;
  });
  return cut.every((edge) => edge !== null) ? cut : null;
}

/** The row between two cuts. */
function rowOf(columns: readonly Column[], open: readonly Edge[], cut: readonly Edge[]): ParallelRow {
  const parts = columns.map((column, k) => {
    const [start, end] = [open[k]!.to, cut[k]!.from];
    // A translation of nothing at either end stands between two rows.
    const rows = rowsWithin(column, start, end).filter((row) => row.start < end && row.end > start);
    return { column, start, end, rows: rows.map(({ row }) => row) };
  });
  const sources = parts.map(({ column, start, end }) => sourceOf(column, start, end));
  const keys = parts.map(({ column, start, end }) => column.keys.slice(start, end).join(''));
  return {
    source: sources[0]!,
    kind: columns[0]!.bitext.source[open[0]!.to]?.kind ?? 'body',
    cells: parts.map(({ column, rows }, k) => cellOf(column, rows, keys[k] === keys[0] ? null : sources[k]!)),
  };
}

/** What stands at a cut in one translation alone: translations of nothing, and of source that the first text has not. */
function betweenRows(columns: readonly Column[], cut: readonly Edge[]): ParallelRow[] {
  return columns.flatMap((column, k) => {
    const { from, to } = cut[k]!;
    const rows = rowsWithin(column, from, to).map(({ row }) => row);
    if (rows.length === 0) return [];
    const cells = columns.map((other, i): ParallelCell => {
      if (i !== k) return { text: '', status: null, differs: null };
      return cellOf(other, rows, from === to ? null : sourceOf(other, from, to));
    });
    return [{ source: '', kind: rows[0]?.segments.target[0]?.kind ?? 'body', cells }];
  });
}

/** The rows that have no other source than the segments from one number to before another. */
function rowsWithin({ rows, firstAt }: Column, from: number, to: number): PlacedRow[] {
  const found: PlacedRow[] = [];
  for (let at = firstAt[from] ?? rows.length; at < rows.length && rows[at]!.start <= to; at++) {
    if (rows[at]!.end <= to) found.push(rows[at]!);
  }
  return found;
}

function sourceOf({ bitext }: Column, start: number, end: number): string {
  return joinSegments(
    bitext.source.slice(start, end).map(({ text }) => text),
    bitext.sourceLanguage,
  );
}

function cellOf({ bitext }: Column, rows: readonly Row[], differs: string | null): ParallelCell {
  const texts = rows
    .filter(({ bead }) => bead.status !== 'excluded')
    .flatMap(({ segments }) => segments.target.map(({ text }) => text));
  return { text: joinSegments(texts, bitext.targetLanguage), status: statusOf(rows.map(({ bead }) => bead)), differs };
}

function statusOf(beads: readonly Bead[]): BeadStatus | null {
  const counted = beads.filter(({ status }) => status !== 'excluded');
  if (counted.length === 0) return beads.length > 0 ? 'excluded' : null;
  if (counted.some(({ status }) => status === 'flagged')) return 'flagged';
  return counted.every(({ status }) => status === 'confirmed') ? 'confirmed' : 'proposed';
}
