import type { AlignedBead } from '../alignment.ts';
import type { PairWorth } from '../search/stretch.ts';

/** Beads looked at, at most. */
const SAMPLE_BEADS = 150;
/** With fewer beads than this, chance decides. */
const MIN_BEADS = 4;

/**
 * How far two texts translate each other, from 0 (not at all) to 1. It is
 * measured as how often a segment suits its own counterpart better than the
 * counterpart of another: always in a translation, half of the time in texts
 * that have nothing in common (the area under the ROC curve, stretched to 0–1).
 * Null where there are too few beads to tell.
 */
export function parallelismOf(beads: readonly AlignedBead[], worth: PairWorth): number | null {
  const filled = beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const step = Math.max(1, Math.floor(filled.length / SAMPLE_BEADS));
  const sample = filled.filter((_, k) => k % step === 0).slice(0, SAMPLE_BEADS);
  if (sample.length < MIN_BEADS) return null;
  const source = sample.map((bead) => bead.source[0]!);
  const target = sample.map((bead) => bead.target[0]!);
  const worthOf = worth(source, target);
  let [better, compared] = [0, 0];
  source.forEach((i, k) => {
    const own = worthOf(i, target[k]!);
    target.forEach((j, other) => {
      if (other === k) return;
      const value = worthOf(i, j);
      better += own > value ? 1 : own === value ? 0.5 : 0;
      compared += 1;
    });
  });
  const confidence = beads.reduce((sum, bead) => sum + bead.confidence, 0) / beads.length;
  return Math.max(0, (2 * better) / compared - 1) * confidence;
}
