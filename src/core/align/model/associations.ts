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
  const table = associationTable(sourceTypes, targetTypes);
  for (const { source } of pairs) table.count(source);
  table.lay();
  for (const { source, target, forward, backward } of pairs) table.put(source, target, forward, backward);
  return withoutRepeats(table.done(), targetTypes);
}

function withoutRepeats(table: Associations, targetTypes: number): Associations {
  const placeOf = new Int32Array(targetTypes).fill(-1);
  const merged = associationTable(table.rows.length - 1, targetTypes);
  const { rows, target, forward, backward } = table;
  for (let s = 0; s + 1 < rows.length; s++) {
    for (let e = rows[s]!; e < rows[s + 1]!; e++) {
      const first = placeOf[target[e]!]!;
      if (first < rows[s]!) {
        placeOf[target[e]!] = e;
        merged.count(s);
      } else {
        forward[first] = Math.max(forward[first]!, forward[e]!);
        backward[first] = Math.max(backward[first]!, backward[e]!);
      }
    }
  }
  if (placeOf.length === 0 || target.length === 0) return table;
  merged.lay();
  placeOf.fill(-1);
  for (let s = 0; s + 1 < rows.length; s++) {
    for (let e = rows[s]!; e < rows[s + 1]!; e++) {
      if (placeOf[target[e]!]! >= rows[s]!) continue;
      placeOf[target[e]!] = e;
      merged.put(s, target[e]!, forward[e]!, backward[e]!);
    }
  }
  return merged.done();
}

/** The pairs of a table, one by one. */
export function* associationsIn({ rows, target, forward, backward }: Associations): Generator<Association> {
  for (let source = 0; source + 1 < rows.length; source++) {
    for (let e = rows[source]!; e < rows[source + 1]!; e++) {
      yield { source, target: target[e]!, forward: forward[e]!, backward: backward[e]! };
    }
  }
}

/** Makes a table without an object a pair: all pairs are counted first, then room is laid out, then they are put in. */
export function associationTable(sourceTypes: number, targetTypes: number) {
  const rows = new Int32Array(sourceTypes + 1);
  let next = rows;
  let [target, forward, backward] = [new Int32Array(0), new Float32Array(0), new Float32Array(0)];
  const [sourceMass, targetMass] = [new Float64Array(sourceTypes), new Float64Array(targetTypes)];
  return {
    count(s: number): void {
      rows[s + 1] = rows[s + 1]! + 1;
    },
    lay(): void {
      for (let s = 0; s < sourceTypes; s++) rows[s + 1] = rows[s + 1]! + rows[s]!;
      const size = rows[sourceTypes]!;
      next = rows.slice();
      [target, forward, backward] = [new Int32Array(size), new Float32Array(size), new Float32Array(size)];
    },
    put(s: number, t: number, there: number, back: number): void {
      const at = next[s]!;
      next[s] = at + 1;
      target[at] = t;
      forward[at] = there;
      backward[at] = back;
      sourceMass[s] = sourceMass[s]! + there;
      targetMass[t] = targetMass[t]! + back;
    },
    done: (): Associations => ({ rows, target, forward, backward, sourceMass, targetMass }),
  };
}
