/**
 * Which source types go with which target types, and how strongly: sparse rows,
 * one a source type. Entry e of type s stands at `rows[s] ≤ e < rows[s + 1]`;
 * no pair stands twice.
 */
export interface Associations {
  readonly rows: Int32Array;
  readonly target: Int32Array;
  /** t(target | source). */
  readonly forward: Float32Array;
  /** t(source | target). */
  readonly backward: Float32Array;
  /** Of each source type, and of each target type: its translation probabilities summed up. */
  readonly sourceMass: Float64Array;
  readonly targetMass: Float64Array;
}

/** One pair of types with its translation probabilities in both directions. */
export interface Association {
  readonly source: number;
  readonly target: number;
  readonly forward: number;
  readonly backward: number;
}

/** Sparse rows of pairs; where a pair stands twice the larger probability holds. */
export function associations(sourceTypes: number, targetTypes: number, pairs: readonly Association[]): Associations {
  const starts = new Int32Array(sourceTypes + 1);
  for (const { source } of pairs) starts[source + 1] = starts[source + 1]! + 1;
  for (let s = 0; s < sourceTypes; s++) starts[s + 1] = starts[s + 1]! + starts[s]!;
  const next = starts.slice();
  const bySource = new Int32Array(pairs.length);
  pairs.forEach(({ source }, k) => {
    const at = next[source]!;
    next[source] = at + 1;
    bySource[at] = k;
  });
  const table = associationRows(sourceTypes, targetTypes, pairs.length);
  // Where in the row of the source type at hand each target type stands.
  const placeOf = new Int32Array(targetTypes).fill(-1);
  for (let s = 0; s < sourceTypes; s++) {
    const begin = table.size();
    for (let at = starts[s]!; at < starts[s + 1]!; at++) {
      const { target, forward, backward } = pairs[bySource[at]!]!;
      const place = placeOf[target]!;
      if (place >= begin) table.raise(place, forward, backward);
      else {
        placeOf[target] = table.size();
        table.add(target, forward, backward);
      }
    }
    table.endRow(s);
  }
  return table.done();
}

/** The pairs of a table, one by one. */
export function* associationsIn({ rows, target, forward, backward }: Associations): Generator<Association> {
  for (let source = 0; source + 1 < rows.length; source++) {
    for (let e = rows[source]!; e < rows[source + 1]!; e++) {
      yield { source, target: target[e]!, forward: forward[e]!, backward: backward[e]! };
    }
  }
}

/** Takes the rows of a table one after another, without an object a pair. */
export function associationRows(sourceTypes: number, targetTypes: number, room: number) {
  const rows = new Int32Array(sourceTypes + 1);
  let target = new Int32Array(Math.max(16, room));
  let forward = new Float32Array(target.length);
  let backward = new Float32Array(target.length);
  let size = 0;
  return {
    size: () => size,
    add(t: number, there: number, back: number): void {
      if (size === target.length) {
        [target, forward, backward] = [
          longer(target, new Int32Array(2 * size)),
          longer(forward, new Float32Array(2 * size)),
          longer(backward, new Float32Array(2 * size)),
        ];
      }
      target[size] = t;
      forward[size] = there;
      backward[size++] = back;
    },
    /** Raises the probabilities of a pair that is in already. */
    raise(place: number, there: number, back: number): void {
      forward[place] = Math.max(forward[place]!, there);
      backward[place] = Math.max(backward[place]!, back);
    },
    endRow(s: number): void {
      rows[s + 1] = size;
    },
    done(): Associations {
      const sourceMass = new Float64Array(sourceTypes);
      const targetMass = new Float64Array(targetTypes);
      for (let s = 0; s < sourceTypes; s++) {
        for (let e = rows[s]!; e < rows[s + 1]!; e++) {
          sourceMass[s] = sourceMass[s]! + forward[e]!;
          targetMass[target[e]!] = targetMass[target[e]!]! + backward[e]!;
        }
      }
      return {
        rows,
        target: target.subarray(0, size),
        forward: forward.subarray(0, size),
        backward: backward.subarray(0, size),
        sourceMass,
        targetMass,
      };
    },
  };
}

function longer<List extends Int32Array | Float32Array>(list: List, room: List): List {
  room.set(list);
  return room;
}
