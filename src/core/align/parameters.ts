/**
 * Every tuned number of the aligner. `docs/algorithms.md` tells the measurement
 * that chose each.
 */
export const PARAMETERS = {
  /** Prior probability of each kind of bead; n-m shapes lose `step` with each further segment. */
  prior: { oneToOne: 0.8, oneToMany: 0.09, oneToManyStep: 0.28, manyToMany: 0.01, manyToManyStep: 0.2 },
  /** Probability that a gap (segments without counterpart) opens, and that it goes on. */
  gap: { open: 0.01, extend: 0.12 },
  /** Segments on one side of a bead, at most; both sides together, at most. */
  largest: { side: 6, total: 8 },
  /** Variance of the length ratio per character (Gale and Church 1993). */
  length: { variance: 6.8, weight: 1 },
  /** How much the words count against the rest, and the chance ε that a token is there for no reason. */
  words: { weight: 0.45, epsilon: 0.87 },
  /** Translation probability given to look-alikes, equal tokens and equal numbers or marks. */
  cognate: { same: 0.6, alike: 0.35, mark: 0.25, dice: 0.6, least: 4 },
  /** IBM Model 1 on the text itself: rounds of align and learn, iterations, counts taken off every pair. */
  learning: { rounds: 3, iterations: 4, discount: 0.9 },
  /** Cells searched in the first pass before the band follows anchors; half-width of the later bands. */
  band: { fullUpTo: 600_000, firstReach: 60, reach: 24 },
  /** Sharpness of the confidence: posteriors are computed from scores times this. */
  confidence: { sharpness: 0.6 },
} as const;

export type Parameters = typeof PARAMETERS;
