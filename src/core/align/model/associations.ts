/**
 * Which source types go with which target types, and how strongly: sparse rows,
 * one a source type. Entry e of type s stands at `rows[s] ≤ e < rows[s + 1]`.
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
export function associations(sourceTypes: number, targetTypes: number, pairs: Iterable<Association>): Associations {
  const merged = new Map<number, Association>();
  const width = 2 ** 26;
  for (const pair of pairs) {
    const key = pair.source * width + pair.target;
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? { ...pair, forward: Math.max(known.forward, pair.forward), backward: Math.max(known.backward, pair.backward) }
        : pair,
    );
  }
  const rows = new Int32Array(sourceTypes + 1);
  for (const { source } of merged.values()) rows[source + 1] = rows[source + 1]! + 1;
  for (let s = 0; s < sourceTypes; s++) rows[s + 1] = rows[s + 1]! + rows[s]!;
  const next = rows.slice();
  const target = new Int32Array(merged.size);
  const forward = new Float32Array(merged.size);
  const backward = new Float32Array(merged.size);
  const sourceMass = new Float64Array(sourceTypes);
  const targetMass = new Float64Array(targetTypes);
  for (const pair of merged.values()) {
    const at = next[pair.source]!;
    next[pair.source] = at + 1;
    target[at] = pair.target;
    forward[at] = pair.forward;
    backward[at] = pair.backward;
    sourceMass[pair.source] = sourceMass[pair.source]! + pair.forward;
    targetMass[pair.target] = targetMass[pair.target]! + pair.backward;
  }
  return { rows, target, forward, backward, sourceMass, targetMass };
}
