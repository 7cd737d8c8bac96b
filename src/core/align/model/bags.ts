import type { SideTokens } from './side-tokens.ts';

/** The distinct types of each bead, with how often each stands there: bead b holds entries `start[b]` to `start[b + 1]`. */
export interface Bags {
  readonly types: number;
  readonly beads: number;
  readonly start: Int32Array;
  readonly type: Int32Array;
  readonly count: Float64Array;
}

/** The bags of some beads of a side. */
export function bagsOf(side: SideTokens, beads: readonly (readonly number[])[]): Bags {
  const start = new Int32Array(beads.length + 1);
  const most = beads.reduce(
    (sum, segments) => segments.reduce((more, i) => more + side.offsets[i + 1]! - side.offsets[i]!, sum),
    0,
  );
  const type = new Int32Array(most);
  const count = new Float64Array(most);
  const seenIn = new Int32Array(side.types.length).fill(-1);
  const seenAt = new Int32Array(side.types.length);
  let end = 0;
  beads.forEach((segments, bead) => {
    for (const i of segments) {
      for (let at = side.offsets[i]!; at < side.offsets[i + 1]!; at++) {
        const t = side.tokens[at]!;
        if (seenIn[t] !== bead) {
          seenIn[t] = bead;
          seenAt[t] = end;
          type[end++] = t;
        }
        count[seenAt[t]!] = count[seenAt[t]!]! + side.repeats[at]!;
      }
    }
    start[bead + 1] = end;
  });
  return { types: side.types.length, beads: beads.length, start, type, count };
}

/** For every type the beads it stands in, and how often. */
export function placesOf({ types, beads, start, type, count }: Bags) {
  const from = new Int32Array(types + 1);
  for (let k = 0; k < start[beads]!; k++) from[type[k]! + 1] = from[type[k]! + 1]! + 1;
  for (let t = 0; t < types; t++) from[t + 1] = from[t + 1]! + from[t]!;
  const next = from.slice();
  const bead = new Int32Array(start[beads]!);
  const times = new Float64Array(start[beads]!);
  for (let b = 0; b < beads; b++) {
    for (let k = start[b]!; k < start[b + 1]!; k++) {
      const at = next[type[k]!]!;
      next[type[k]!] = at + 1;
      bead[at] = b;
      times[at] = count[k]!;
    }
  }
  return { start: from, bead, count: times };
}

/** For every given type the made types that stand in a bead with it. */
export function cooccurring(
  given: Bags,
  made: Bags,
  places: ReturnType<typeof placesOf>,
): { start: Int32Array; type: Int32Array } {
  const seen = new Int32Array(made.types).fill(-1);
  const start = new Int32Array(given.types + 1);
  let type = new Int32Array(1 << 16);
  let end = 0;
  for (let g = 0; g < given.types; g++) {
    for (let p = places.start[g]!; p < places.start[g + 1]!; p++) {
      const bead = places.bead[p]!;
      for (let k = made.start[bead]!; k < made.start[bead + 1]!; k++) {
        const m = made.type[k]!;
        if (seen[m] === g) continue;
        seen[m] = g;
        if (end === type.length) {
          const longer = new Int32Array(2 * end);
          longer.set(type);
          type = longer;
        }
        type[end++] = m;
      }
    }
    start[g + 1] = end;
  }
  return { start, type: type.subarray(0, end) };
}
