/**
 * How well two lengths go together (Gale and Church 1993): the difference of
 * the lengths in standard deviations is taken as normal, and the score is the
 * log probability of so large a difference or a larger one.
 */
export interface LengthModel {
  /** Log score of `source` characters against `target` characters. */
  score(source: number, target: number): number;
}

/**
 * @param ratio target characters per source character
 * @param variance variance of that ratio per source character
 */
export function lengthModel(ratio: number, variance: number): LengthModel {
  return {
    score(source, target) {
      const mean = (source + target / ratio) / 2;
      const delta = (target - source * ratio) / Math.sqrt(Math.max(1, mean) * variance);
      return logTwoTailed(Math.abs(delta));
    },
  };
}

/** Lengths up to which `lengthTable` remembers scores, in characters. */
const REMEMBERED = 512;

/**
 * The scores of a length model for whole numbers of characters, each worked out once: of a source length the scores by target length,
 * NaN where none has been asked for yet. For searches that ask for the same lengths millions of times.
 */
export function lengthTable(model: LengthModel, weight: number) {
  const rows: Float64Array[] = [];
  const none = new Float64Array(0);
  return {
    /** The row of a source length; empty where it is too long to be remembered. */
    row(source: number): Float64Array {
      const length = Math.round(source);
      if (length >= REMEMBERED) return none;
      rows[length] ??= new Float64Array(REMEMBERED).fill(NaN);
      return rows[length];
    },
    score(row: Float64Array, source: number, target: number): number {
      const at = Math.round(target);
      if (at >= row.length) return weight * model.score(source, target);
      const known = row[at]!;
      if (!Number.isNaN(known)) return known;
      const score = weight * model.score(Math.round(source), at);
      row[at] = score;
      return score;
    },
  };
}

const STEP = 1 / 64;
const TABLE_END = 8;
const TABLE = Float64Array.from({ length: TABLE_END / STEP + 2 }, (_, i) => Math.log(2 * upperTail(i * STEP)));

/** log(2 · (1 − Φ(x))) for x ≥ 0: from a table, beyond it by the tail's asymptote. */
function logTwoTailed(x: number): number {
  if (x >= TABLE_END) return -0.5 * x * x - Math.log(x) - 0.2258;
  const at = x / STEP;
  const below = Math.floor(at);
  return TABLE[below]! + (TABLE[below + 1]! - TABLE[below]!) * (at - below);
}

/** 1 − Φ(x), by the continued fraction of Mills' ratio for large x and Simpson's rule for small. */
function upperTail(x: number): number {
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  if (x > 3) {
    let fraction = x;
    for (let k = 40; k >= 1; k--) fraction = x + k / fraction;
    return density / fraction;
  }
  const steps = 200;
  const h = x / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-0.5 * (k * h) ** 2);
  }
  return 0.5 - (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}
