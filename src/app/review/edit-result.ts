import type { Bitext } from '../../core/bitext/bitext.ts';

/** What became of an edit: the rows that are there now where the old ones stood. */
export interface EditResult {
  readonly seq: number;
  readonly label: string;
  /** Beads that the edit took away or changed. */
  readonly removed: readonly number[];
  /** Beads that stand there now, in order. */
  readonly beads: readonly number[];
  /** The part of the bitext around them. */
  readonly slice: Bitext;
}
