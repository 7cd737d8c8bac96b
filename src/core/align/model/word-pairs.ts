import type { Associations } from './associations.ts';
import type { Bags } from './bags.ts';

/** Every pair of a source and a target type that stand in a bead together, numbered, and where in the beads they meet. */
export interface WordPairs {
  readonly sources: Bags;
  readonly targets: Bags;
  /** The types of each pair; pairs are numbered as they come up in the beads, so that those of a bead mostly lie together. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Where each pair stands in the table of what is known; −1 if it does not. */
  readonly known: Int32Array;
  /** The number of the pair for each source type of a bead and each of its target types, target types running faster, bead after bead. */
  readonly cells: Int32Array;
  readonly cellStart: Float64Array;
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
  let size = 0;
  for (let cell = 0; cell < cells.length; cell++) if (cells[cell] === cell) size += 1;
  const [source, target, known] = [new Int32Array(size), new Int32Array(size), new Int32Array(size).fill(-1)];
  const entryOf = new Int32Array(targets.types);
  let [cell, next] = [0, 0];
  for (let bead = 0; bead < sources.beads; bead++) {
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++) {
      const s = sources.type[x]!;
      const [first, last] = [table.rows[s]!, table.rows[s + 1]!];
      for (let e = first; e < last; e++) entryOf[table.target[e]!] = e;
      for (let y = targets.start[bead]!; y < targets.start[bead + 1]!; y++, cell++) {
        if (cells[cell] !== cell) {
          cells[cell] = cells[cells[cell]!]!;
          continue;
        }
        const t = targets.type[y]!;
        const e = entryOf[t]!;
        if (e >= first && e < last && table.target[e] === t) known[next] = e;
        source[next] = s;
        target[next] = t;
        cells[cell] = next++;
      }
    }
  }
  return { source, target, known };
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
