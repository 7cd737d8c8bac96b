import { shortHash } from '../text/short-hash.ts';
import { type Row, type Segment, SIDES, type Side } from './bitext.ts';

/**
 * A short key of everything that a row shows: its segments with their texts, its
 * status and note. Two states of a row have the same key if and, but for a
 * chance of one in four billion, only if they are the same.
 */
export function rowKey({ bead, segments }: Row): string {
  const side = (list: readonly Segment[]) => list.map(({ id, text }) => `${id}\u0001${text}`).join('\u0002');
  return shortHash([side(segments.source), side(segments.target), bead.status, bead.note].join('\u0003'));
}

/** A short key of the texts of a row alone, blank segments left aside: a file that goes out and comes back is known by it. */
export function textKey({
  segments,
}: {
  readonly segments: Readonly<Record<Side, readonly Pick<Segment, 'text'>[]>>;
}): string {
  return shortHash(SIDES.map((side) => filledTexts(segments[side]).join('\u0002')).join('\u0003'));
}

/** The texts of segments as a file has them: without what stands around them, and without blank ones. */
export function filledTexts(segments: readonly Pick<Segment, 'text'>[]): string[] {
  return segments.map(({ text }) => text.trim()).filter((text) => text !== '');
}
