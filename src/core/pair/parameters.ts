/** What pairing weighs and where it draws its lines. */
export const PAIR_PARAMETERS = {
  /** Weights of `pairValues`: constant; facts most, least, enough; names likewise; order; words most, least; lengths; days; link; stem. */
  weights: [-9, 5, 2, 2, 1, 3, 1, 1.5, 3, 0, -1.5, 1, 5, 2],
  /** From this likeness on a pair is sure, if nothing rivals it. */
  sure: 0.9,
  /** From this on somebody should look at it. */
  doubtful: 0.4,
  /** How much less likely, in log odds, every other counterpart of a sure pair has to be. */
  margin: 1.5,
} as const;
