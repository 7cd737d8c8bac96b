import type { Side } from '../../bitext/bitext.ts';
import type { Parameters } from '../parameters.ts';
import { type BeadScorer, scorerOfBeads } from '../search/lattice.ts';
import type { SideTokens } from './side-tokens.ts';

/** Segments of the other side with which each run is compared to know how alike strangers are. */
const SAMPLE_SEGMENTS = 20;

/**
 * How near the meanings of a bead's sides are: the cosine distance, divided by
 * the mean distance to segments elsewhere, so that a hub that is near to
 * everything gains nothing (Thompson and Koehn 2019, Vecalign). Strangers are
 * about 1 apart, translations much less.
 */
export function embeddingScorer(
  source: SideTokens,
  target: SideTokens,
  { weight, neutral }: Parameters['embeddings'],
): BeadScorer {
  const [sources, targets] = [runReader(source), runReader(target)];
  const strangers = { source: sampleOf(source), target: sampleOf(target) };
  const usual = {
    source: new Map<number, number>(),
    target: new Map<number, number>(),
  };
  return scorerOfBeads((i, j, a, b) => {
    const [x, y] = [sources(i - a, a), targets(j - b, b)];
    const apart = usualDistance('source', i - a, a, x) + usualDistance('target', j - b, b, y);
    const distance = (2 * (1 - dot(x, y))) / Math.max(1e-6, apart);
    return (weight * (neutral - distance) * (a + b)) / 2;
  });

  function usualDistance(side: Side, from: number, count: number, vector: Float32Array): number {
    const key = from * RUN_KEYS + count;
    const known = usual[side].get(key);
    if (known !== undefined) return known;
    const others = strangers[side === 'source' ? 'target' : 'source'];
    const mean = others.reduce((sum, other) => sum + 1 - dot(vector, other), 0) / Math.max(1, others.length);
    usual[side].set(key, mean);
    return mean;
  }
}

const RUN_KEYS = 64;

/** Reads the vector of a run of segments; one that was not embedded as a whole is the mean of its segments. */
function runReader(side: SideTokens): (from: number, count: number) => Float32Array {
  const segments = side.embedded ?? [];
  return (from, count) => {
    const first = segments[from]!;
    const last = segments[from + count - 1]!;
    const { of, at } = first;
    const whole = of.runs[count - 1];
    if (whole && last.of === of && last.at === at + count - 1) return vectorAt(whole, at, of.dimensions);
    const sum = new Float32Array(of.dimensions);
    for (let k = from; k < from + count; k++) {
      const segment = segments[k]!;
      const vector = vectorAt(segment.of.runs[0]!, segment.at, of.dimensions);
      for (let d = 0; d < sum.length; d++) sum[d] = sum[d]! + vector[d]!;
    }
    const length = Math.sqrt(dot(sum, sum)) || 1;
    return sum.map((value) => value / length);
  };
}

function vectorAt(run: Float32Array, at: number, dimensions: number): Float32Array {
  return run.subarray(at * dimensions, (at + 1) * dimensions);
}

/** Evenly spaced, so that the same texts always give the same scores. */
function sampleOf(side: SideTokens): Float32Array[] {
  const read = runReader(side);
  const count = Math.min(SAMPLE_SEGMENTS, side.size);
  return Array.from({ length: count }, (_, k) => read(Math.floor(((k + 0.5) * side.size) / count), 1));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}
