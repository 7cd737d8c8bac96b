import type { LanguagePack } from '../text/language-pack.ts';
import type { Embeddings } from './model/embeddings.ts';

/** A bead of segment numbers. */
export interface IndexBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** One side to align: its segments' texts in order, and what is known of its language. */
export interface AlignSide {
  readonly segments: readonly string[];
  readonly pack: LanguagePack;
  /** The number of each segment's paragraph, if it is known. */
  readonly paragraphs?: readonly number[] | undefined;
  /** What the segments mean, as vectors; used if both sides have them. */
  readonly embeddings?: Embeddings | undefined;
}

/** Two texts to align. */
export interface AlignPair {
  readonly source: AlignSide;
  readonly target: AlignSide;
  /** Beads that stand already, such as those a reviewer has confirmed: nothing is aligned across them. */
  readonly fixed?: readonly IndexBead[];
}

/** A bead of indices into both sides, with the probability that it is right. */
export interface AlignedBead extends IndexBead {
  readonly confidence: number;
}

/** What the aligner makes of a pair of texts. */
export interface Alignment {
  readonly beads: readonly AlignedBead[];
  /** How far the texts translate each other, from 0 to 1; null where they are too short to tell. */
  readonly parallelism: number | null;
}

/** Terms of glossaries as pairs of one language and another: what alignment learns from. */
export type TermPairs = (from: string, to: string) => [source: string, target: string][];
