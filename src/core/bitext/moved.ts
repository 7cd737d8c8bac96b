import type { Bitext } from './bitext.ts';

/**
 * The beads that stand out of the order of the target: what is left when the
 * longest run of beads is kept in which both sides rise (patience sorting).
 */
export function movedBeads(bitext: Pick<Bitext, 'target' | 'beads'>): Set<number> {
  const position = new Map(bitext.target.map((segment, i) => [segment.id, i]));
  const placed = bitext.beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const firsts = placed.map((bead) => Math.min(...bead.target.map((id) => position.get(id) ?? 0)));
  const ends: number[] = [];
  const before: number[] = [];
  firsts.forEach((first, k) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[ends[middle] ?? 0]! < first) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = k;
  });
  const moved = new Set(placed.map((bead) => bead.id));
  for (let k = ends.at(-1) ?? -1; k >= 0; k = before[k] ?? -1) moved.delete(placed[k]!.id);
  return moved;
}
