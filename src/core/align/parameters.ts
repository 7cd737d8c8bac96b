/**
 * Every tuned number of the aligner. `docs/algorithms.md` tells the measurement
 * that chose each.
 */
export const PARAMETERS = {
  /** Prior probability of each kind of bead; n-m shapes lose `step` with each further segment. */
  prior: { oneToOne: 0.8, oneToMany: 0.06, oneToManyStep: 0.34, manyToMany: 0.03, manyToManyStep: 0.2 },
  /** Probability that a gap (segments without counterpart) opens, and that it continues. */
  gap: { open: 0.05, extend: 0.15 },
  /**
   * The same for free translation, which splits and joins sentences; how many beads these rates count for, and a factor
   * on the sharpness of the confidence. A text is taken for free where the first pass, which knows short beads alone,
   * leaves more than this share of its steps in gaps, as if it had
   * taken some more elsewhere: a few gaps in a short text are no evidence.
   */
  free: {
    from: 0.18,
    unseen: 20,
    strength: 100,
    sharpness: 1.4,
    prior: { oneToOne: 0.5, oneToMany: 0.09, oneToManyStep: 0.75, manyToMany: 0.03, manyToManyStep: 0.2 },
    gap: { open: 0.02, extend: 0.15 },
  },
  /** Variance of the length ratio per character (Gale and Church 1993). */
  length: { variance: 6.8, weight: 1.4 },
  /** Log score for each paragraph break that a bead reaches over on one side alone, and for beginning a paragraph on one side alone. */
  paragraph: { inside: -1.5, apart: -1.5 },
  /** How much the words count against the rest, and the chance ε that a token is there for no reason. */
  words: { weight: 0.45, epsilon: 0.83, unseen: 2000 },
  /** What a linked word that crosses a seam within a bead is worth, and how much of that must be there at least. */
  seams: { weight: 8, least: 0.3 },
  /** Translation probability given to look-alikes, equal tokens and equal numbers or marks. */
  cognate: { same: 0.6, alike: 0.3, mark: 0.25, dice: 0.6, least: 4 },
  /** Probability that a translation known from a lexicon is used. */
  seed: { strength: 0.6 },
  /** How much the nearness of meanings counts, and the distance that speaks neither for nor against. */
  embeddings: { weight: 5, neutral: 0.75 },
  /** What a pair of segments out of order must be worth to count as moved. */
  moved: { least: 6 },
  /**
   * IBM Model 1 on the text itself: iterations, and the count taken off every
   * pair; how many occurrences of a word weigh as much as what is known of it
   * beforehand; and how many beads the prior of the bead shapes counts for.
   */
  learning: { iterations: 3, discount: 0.8, trust: 10, prior: 300 },
  /**
   * What a bead and a segment without counterpart cost where the path of highest expected F1 is chosen, and the
   * posterior below which a bead is not chosen at all: a long one would else be cheaper than as many segments in gaps.
   */
  decoding: { bead: 0.2, gap: 0.1, least: 0.05 },
  /**
   * Passes of the search, each over a band around the path of the one before:
   * how far the band reaches, and how many segments a bead holds at most; the
   * last only where the one before left another path possible. The first searches everything if there are no more cells than `fullUpTo`; else
   * it is done again in a wider band where the path runs along its edge.
   */
  passes: [
    { reach: 40, largest: { total: 3, run: 2 } },
    { reach: 8, largest: { total: 5, run: 4 }, free: { total: 6, run: 9 } },
    { reach: 2, largest: { total: 7, run: 6 }, free: { total: 7, run: 9 }, likely: -12 },
  ],
  fullUpTo: 100_000,
  /**
   * Sharpness of the confidence: posteriors are computed from scores times this.
   * A long text has taught the model much of what it is then scored by, so its
   * evidence is less independent: the factor falls from `short` to `long`, half
   * of the way at `half` segments.
   */
  confidence: { short: 1.1, long: 0.6, half: 80 },
} as const;

export type Parameters = Omit<typeof PARAMETERS, 'passes' | 'fullUpTo' | 'free' | 'seams'> & {
  readonly seams: { readonly weight: number; readonly least: number };
  readonly free: Omit<(typeof PARAMETERS)['free'], 'from'> & { readonly from: number };
  readonly fullUpTo: number;
  readonly passes: readonly Pass[];
};

/** How many segments beads may hold. */
export interface LargestBead {
  /** On both sides together. */
  readonly total: number;
  /** On one side, where the other holds one alone. */
  readonly run: number;
}

/** One pass of the search. */
export interface Pass {
  /** How far the band reaches to either side. */
  readonly reach: number;
  readonly largest: LargestBead;
  /** The same for a free translation. */
  readonly free?: LargestBead;
  /** The band is laid around all cells that were at least so likely in the pass before (log), instead of around its path. */
  readonly likely?: number;
}

/**
 * For a reviewer who waits: one pass less, in narrower bands. It costs 0.005 of
 * F1 on text-berg-dev, nothing on the news pairs, and takes half the time.
 */
export const QUICK_PARAMETERS: Parameters = {
  ...PARAMETERS,
  fullUpTo: 20_000,
  passes: [
    { reach: 25, largest: { total: 3, run: 2 } },
    { reach: 8, largest: { total: 6, run: 5 }, free: { total: 7, run: 9 } },
  ],
};
