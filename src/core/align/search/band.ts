/**
 * The part of the lattice that is searched: in row i (i source segments used)
 * the columns `low[i] .. high[i]`. `start[i]` is the index of the row's first
 * cell when all cells are numbered one after another.
 */
export interface Band {
  readonly rows: number;
  readonly columns: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly start: Float64Array;
  readonly cells: number;
}

/** The whole lattice of `n` × `m` segments. */
export function fullBand(n: number, m: number): Band {
  return bandOf(n, m, () => [0, m]);
}

/**
 * The cells near a path. Around every row the band covers what the path
 * crosses within some rows, so that long gaps are open at their corners, and
 * `reach` columns more on either side.
 * @param path column of the path in each row, from 0 to n, never falling
 */
export function bandAlong(path: ArrayLike<number>, m: number, reach: number): Band {
  const n = path.length - 1;
  const rows = Math.min(MAX_CORNER_ROWS, Math.ceil(reach / 3));
  return bandOf(n, m, (i) => [
    Math.max(0, (path[Math.max(0, i - rows)] ?? 0) - reach),
    Math.min(m, (path[Math.min(n, i + rows)] ?? m) + reach),
  ]);
}

/** Rows before and after one whose columns its band covers, at most; a band that is wide anyway needs no more. */
const MAX_CORNER_ROWS = 16;

/**
 * The cells of a band through which paths are likely to run, and `reach` columns more on either side.
 * @param likely of each cell of the band, the log of the probability that the path runs through it
 */
export function bandWithin(band: Band, likely: ArrayLike<number>, least: number, reach: number): Band {
  const [n, m] = [band.rows - 1, band.columns - 1];
  const first = new Int32Array(band.rows).fill(-1);
  const last = new Int32Array(band.rows).fill(-1);
  for (let i = 0; i <= n; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      if (likely[band.start[i]! + j - band.low[i]!]! < least) continue;
      if (first[i]! < 0) first[i] = j;
      last[i] = j;
    }
  }
  // Within a bead of several source segments no path stops.
  for (let i = 1; i <= n; i++) if (first[i]! < 0) first[i] = first[i - 1]!;
  for (let i = n - 1; i >= 0; i--) if (last[i]! < 0) last[i] = last[i + 1]!;
  const rows = Math.min(MAX_CORNER_ROWS, Math.ceil(reach / 3));
  return bandOf(n, m, (i) => [
    Math.max(0, first[Math.max(0, i - rows)]! - reach),
    Math.min(m, last[Math.min(n, i + rows)]! + reach),
  ]);
}

function bandOf(n: number, m: number, range: (row: number) => readonly [number, number]): Band {
  const low = new Int32Array(n + 1);
  const high = new Int32Array(n + 1);
  const start = new Float64Array(n + 2);
  for (let i = 0; i <= n; i++) {
    const [from, to] = range(i);
    low[i] = i === 0 ? 0 : from;
    high[i] = i === n ? m : to;
    start[i + 1] = start[i]! + (high[i]! - low[i]! + 1);
  }
  return { rows: n + 1, columns: m + 1, low, high, start, cells: start[n + 1]! };
}

/** Whether a path runs so near to an edge of the band that a better one may lie outside. */
export function touchesEdge(band: Band, path: ArrayLike<number>): boolean {
  let touching = 0;
  for (let i = 0; i < band.rows; i++) {
    const column = path[i]!;
    const [low, high] = [band.low[i]!, band.high[i]!];
    if ((low > 0 && column - low < EDGE_COLUMNS) || (high < band.columns - 1 && high - column < EDGE_COLUMNS))
      touching += 1;
  }
  return touching > MAX_EDGE_SHARE * band.rows;
}

/** What counts as near, in columns, and the share of its rows in which a path may touch the edge, as it does in long gaps. */
const EDGE_COLUMNS = 3;
const MAX_EDGE_SHARE = 0.002;

/** Where beads of given shapes come from that end in a row. */
export interface Predecessors {
  /** Called before the row's cells are asked for. */
  enterRow(i: number): void;
  /** A bead of shape k that ends in column j comes from a cell of the band if `low[k] ≤ j ≤ high[k]`: from cell `shift[k] + j`. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly shift: Int32Array;
}

/** What does not depend on the column is worked out once a row. */
export function predecessors(
  band: Band,
  shapes: readonly { readonly source: number; readonly target: number }[],
): Predecessors {
  const low = new Int32Array(shapes.length);
  const high = new Int32Array(shapes.length);
  const shift = new Int32Array(shapes.length);
  return {
    enterRow(i) {
      for (let k = 0; k < shapes.length; k++) {
        const { source, target } = shapes[k]!;
        const row = i - source;
        low[k] = row < 0 ? 1 : band.low[row]! + target;
        high[k] = row < 0 ? 0 : band.high[row]! + target;
        shift[k] = row < 0 ? 0 : band.start[row]! - low[k]!;
      }
    },
    low,
    high,
    shift,
  };
}
