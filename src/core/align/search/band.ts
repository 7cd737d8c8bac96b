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
  const rows = Math.ceil(reach / 3);
  return bandOf(n, m, (i) => [
    Math.max(0, (path[Math.max(0, i - rows)] ?? 0) - reach),
    Math.min(m, (path[Math.min(n, i + rows)] ?? m) + reach),
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

/** How near is near, in columns; a path may touch the edge in so many of its rows, as long gaps do. */
const EDGE_COLUMNS = 3;
const MAX_EDGE_SHARE = 0.002;
