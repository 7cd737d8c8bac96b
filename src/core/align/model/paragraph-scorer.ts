import type { Parameters } from '../parameters.ts';
import { type BeadScorer, scorerOfBeads } from '../search/lattice.ts';

/**
 * Paragraph breaks as soft evidence: a bead seldom reaches over a break on one
 * side alone, and beads that begin a paragraph mostly do so on both sides.
 * @param source number of each source segment's paragraph; likewise the target's
 */
export function paragraphScorer(
  source: readonly number[],
  target: readonly number[],
  { inside, apart }: Parameters['paragraph'],
): BeadScorer {
  const sourceBreaks = breaksBefore(source);
  const targetBreaks = breaksBefore(target);
  return scorerOfBeads((i, j, a, b) => {
    const [from, to] = [i - a, j - b];
    const s = sourceBreaks[i - 1]! - sourceBreaks[from]!;
    const t = targetBreaks[j - 1]! - targetBreaks[to]!;
    const begins = begin(sourceBreaks, from) === begin(targetBreaks, to);
    return inside * Math.abs(s - t) + (begins ? 0 : apart);
  });
}

/** How many paragraphs have begun up to each segment. */
function breaksBefore(paragraphs: readonly number[]): Int32Array {
  const counts = new Int32Array(paragraphs.length);
  paragraphs.forEach((paragraph, i) => {
    counts[i] = i === 0 ? 0 : counts[i - 1]! + (paragraph === paragraphs[i - 1] ? 0 : 1);
  });
  return counts;
}

function begin(breaks: Int32Array, at: number): boolean {
  return at === 0 || breaks[at]! > breaks[at - 1]!;
}
