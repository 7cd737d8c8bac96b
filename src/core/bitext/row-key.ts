import type { Row, Segment } from './bitext.ts';

/**
 * A short key of everything that a row shows: its segments with their texts, its
 * status and note. Two states of a row have the same key if and, but for a
 * chance of one in four thousand million, only if they are the same.
 */
export function rowKey({ bead, segments }: Row): string {
  const side = (list: readonly Segment[]) => list.map(({ id, text }) => `${id}\u0001${text}`).join('\u0002');
  return hash([side(segments.source), side(segments.target), bead.status, bead.note].join('\u0003'));
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
