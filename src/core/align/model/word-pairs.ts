import type { Bags } from './bags.ts';

/** Every pair of a source and a target type that stand in a bead together, numbered, and where in the beads they meet. */
export interface WordPairs {
  readonly sources: Bags;
  readonly targets: Bags;
  /** The pairs of source type s are `rows[s]` to `rows[s + 1]`; `target` tells with which target type. */
  readonly rows: Int32Array;
  readonly target: Int32Array;
  /** The number of the pair for each source type of a bead and each of its target types, target types running faster, bead after bead. */
  readonly cells: Int32Array;
  readonly cellStart: Float64Array;
}

/** Numbers the pairs of types that meet in beads; beads with the same number belong together. */
export function wordPairs(sources: Bags, targets: Bags): WordPairs {
  const cellStart = new Float64Array(sources.beads + 1);
  for (let bead = 0; bead < sources.beads; bead++) {
    const size = sources.start[bead + 1]! - sources.start[bead]!;
    cellStart[bead + 1] = cellStart[bead]! + size * (targets.start[bead + 1]! - targets.start[bead]!);
  }
  const cells = new Int32Array(cellStart[sources.beads]!);
  const rows = new Int32Array(sources.types + 1);
  const pairOf = new Int32Array(targets.types).fill(-1);
  const places = placesOf(sources);
  let target = new Int32Array(Math.max(16, cells.length >> 1));
  let size = 0;
  for (let s = 0; s < sources.types; s++) {
    const first = size;
    for (let at = places.start[s]!; at < places.start[s + 1]!; at++) {
      const bead = places.bead[at]!;
      const [from, to] = [targets.start[bead]!, targets.start[bead + 1]!];
      let cell = cellStart[bead]! + (places.entry[at]! - sources.start[bead]!) * (to - from);
      for (let y = from; y < to; y++) {
        const t = targets.type[y]!;
        let pair = pairOf[t]!;
        if (pair < first) {
          if (size === target.length) {
            const longer = new Int32Array(2 * size);
            longer.set(target);
            target = longer;
          }
          pair = size++;
          target[pair] = t;
          pairOf[t] = pair;
        }
        cells[cell++] = pair;
      }
    }
    rows[s + 1] = size;
  }
  return { sources, targets, rows, target: target.subarray(0, size), cells, cellStart };
}

/** For every type the beads it stands in, and where. */
function placesOf({ types, beads, start, type }: Bags) {
  const from = new Int32Array(types + 1);
  for (let k = 0; k < start[beads]!; k++) from[type[k]! + 1] = from[type[k]! + 1]! + 1;
  for (let t = 0; t < types; t++) from[t + 1] = from[t + 1]! + from[t]!;
  const next = from.slice();
  const bead = new Int32Array(start[beads]!);
  const entry = new Int32Array(start[beads]!);
  for (let b = 0; b < beads; b++) {
    for (let k = start[b]!; k < start[b + 1]!; k++) {
      const at = next[type[k]!]!;
      next[type[k]!] = at + 1;
      bead[at] = b;
      entry[at] = k;
    }
  }
  return { start: from, bead, entry };
}
