import type { Associations } from './associations.ts';
import type { Bags } from './bags.ts';

/** Every pair of a source and a target type that stand in a bead together, numbered, and where in the beads they meet. */
export interface WordPairs {
  readonly sources: Bags;
  readonly targets: Bags;
  /** How many pairs there are. */
  readonly size: number;
  /**
   * The number of the pair for each source type of a bead and each of its target types, target types running faster, bead after bead.
   * Pairs are numbered as they come up here, so that those of a bead mostly lie together.
   */
  readonly cells: Int32Array;
  readonly cellStart: Float64Array;
  /** The pairs that are known, in order, and where each stands in the table of what is known. */
  readonly known: { readonly pair: Int32Array; readonly entry: Int32Array };
}

/** Numbers the pairs of types that meet in beads; beads with the same number belong together. */
export function wordPairs(sources: Bags, targets: Bags, table: Associations): WordPairs {
  const cellStart = new Float64Array(sources.beads + 1);
  for (let bead = 0; bead < sources.beads; bead++) {
    const size = sources.start[bead + 1]! - sources.start[bead]!;
    cellStart[bead + 1] = cellStart[bead]! + size * (targets.start[bead + 1]! - targets.start[bead]!);
  }
  const cells = new Int32Array(cellStart[sources.beads]!);
  // First the pairs of each source type follow each other: so it is known which are the same.
  const firstCell = new Int32Array(targets.types).fill(-1);
  const seenFor = new Int32Array(targets.types).fill(-1);
  const places = placesOf(sources);
  for (let s = 0; s < sources.types; s++) {
    for (let at = places.start[s]!; at < places.start[s + 1]!; at++) {
      const bead = places.bead[at]!;
      const [from, to] = [targets.start[bead]!, targets.start[bead + 1]!];
      let cell = cellStart[bead]! + (places.entry[at]! - sources.start[bead]!) * (to - from);
      for (let y = from; y < to; y++, cell++) {
        const t = targets.type[y]!;
        if (seenFor[t] !== s) {
          seenFor[t] = s;
          firstCell[t] = cell;
        }
        cells[cell] = firstCell[t]!;
      }
    }
  }
  return { sources, targets, cells, cellStart, ...numbered(sources, targets, cells, table) };
}

/** Gives numbers to pairs, cell after cell; a cell that holds its own place is the first of its pair. */
function numbered(sources: Bags, targets: Bags, cells: Int32Array, table: Associations) {
  const pair = new Int32Array(table.target.length);
  const entry = new Int32Array(table.target.length);
  const entryOf = new Int32Array(targets.types);
  let [cell, size, known] = [0, 0, 0];
  for (let bead = 0; bead < sources.beads; bead++) {
    const [from, to] = [targets.start[bead]!, targets.start[bead + 1]!];
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++) {
      const s = sources.type[x]!;
      const [first, last] = [table.rows[s]!, table.rows[s + 1]!];
      for (let e = first; e < last; e++) entryOf[table.target[e]!] = e;
      for (let y = from; y < to; y++, cell++) {
        const own = cells[cell]!;
        if (own !== cell) {
          cells[cell] = cells[own]!;
          continue;
        }
        if (first < last) {
          const t = targets.type[y]!;
          const e = entryOf[t]!;
          if (e >= first && e < last && table.target[e] === t) {
            pair[known] = size;
            entry[known++] = e;
          }
        }
        cells[cell] = size++;
      }
    }
  }
  return { size, known: { pair: pair.subarray(0, known), entry: entry.subarray(0, known) } };
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
