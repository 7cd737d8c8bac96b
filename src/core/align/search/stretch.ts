import type { SideTokens } from '../model/side-tokens.ts';

/** Two texts, or two parts of them, as the search sees them. */
export interface Stretch {
  readonly source: SideTokens;
  readonly target: SideTokens;
  readonly paragraphs: { readonly source: readonly number[]; readonly target: readonly number[] } | null;
  /** Target characters per source character. */
  readonly ratio: number;
}

/** What a pair of single segments is worth, as the difference to leaving both without counterpart. */
export type PairWorth = (source: readonly number[], target: readonly number[]) => (i: number, j: number) => number;
