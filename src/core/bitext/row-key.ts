import { shortHash } from '../text/short-hash.ts';
import type { Row, Segment } from './bitext.ts';

/**
 * A short key of everything that a row shows: its segments with their texts, its
 * status and note. Two states of a row have the same key if and, but for a
 * chance of one in four billion, only if they are the same.
 */
export function rowKey({ bead, segments }: Row): string {
  const side = (list: readonly Segment[]) => list.map(({ id, text }) => `${id}\u0001${text}`).join('\u0002');
  return shortHash([side(segments.source), side(segments.target), bead.status, bead.note].join('\u0003'));
}
