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
