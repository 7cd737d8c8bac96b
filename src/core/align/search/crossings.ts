import type { AlignedBead } from '../alignment.ts';
import type { PairWorth } from './stretch.ts';

/** More segments than this without a counterpart are another text, not a moved paragraph. */
const MAX_LEFTOVERS = 1200;

/**
 * Finds moved sentences: pairs among what the monotone alignment left over, or
 * joined on weak grounds, that belong together strongly. The best pairs are
 * taken first; a weak bead gives way where its segments find better partners.
 * @param worth what segments are worth as pairs
 * @param base what a moved pair must be worth if it were the only candidate; the
 *   more candidates, the more a pair must be worth to be no chance
 */
export function withCrossings(beads: readonly AlignedBead[], worth: PairWorth, base: number): AlignedBead[] {
  const leftover = beads.filter(isLeftover);
  const source = leftover.flatMap((bead) => bead.source);
  const target = leftover.flatMap((bead) => bead.target);
  if (source.length === 0 || target.length === 0) return [...beads];
  if (source.length > MAX_LEFTOVERS || target.length > MAX_LEFTOVERS) return [...beads];
  const least = base + Math.log(source.length * target.length);
  const together = new Set(leftover.flatMap((bead) => bead.source.flatMap((i) => bead.target.map((j) => `${i} ${j}`))));
  const worthOf = worth(source, target);
  const current = new Map<string, number>();
  for (const bead of leftover) {
    const value = bead.source.length === 1 && bead.target.length === 1 ? worthOf(bead.source[0]!, bead.target[0]!) : 0;
    for (const i of bead.source) current.set(`s${i}`, value);
    for (const j of bead.target) current.set(`t${j}`, value);
  }
  const pairs: { i: number; j: number; gain: number }[] = [];
  for (const i of source) {
    for (const j of target) {
      if (together.has(`${i} ${j}`)) continue;
      const value = worthOf(i, j);
      const gain = value - Math.max(0, current.get(`s${i}`) ?? 0) - Math.max(0, current.get(`t${j}`) ?? 0);
      if (value >= least && gain >= least) pairs.push({ i, j, gain });
    }
  }
  pairs.sort((a, b) => b.gain - a.gain || a.i - b.i || a.j - b.j);
  const { partner, taken } = choose(pairs, leftover, least);
  return partner.size === 0
    ? [...beads]
    : beads.flatMap((bead) => (isLeftover(bead) ? regroup(bead, partner, taken) : [bead]));
}

interface Choice {
  readonly partner: ReadonlyMap<number, { j: number; confidence: number }>;
  readonly taken: ReadonlySet<number>;
}

/** The best pairs, no segment twice; a bead with both sides gives way only if all its segments find partners. */
function choose(
  pairs: readonly { i: number; j: number; gain: number }[],
  leftover: readonly AlignedBead[],
  least: number,
): Choice {
  const partner = new Map<number, { j: number; confidence: number }>();
  const taken = new Set<number>();
  for (const { i, j, gain } of pairs) {
    if (partner.has(i) || taken.has(j)) continue;
    partner.set(i, { j, confidence: 1 / (1 + Math.exp(least - gain - 1)) });
    taken.add(j);
  }
  const broken = leftover.filter(({ source, target }) => {
    if (source.length === 0 || target.length === 0) return false;
    const found = [...source.map((i) => partner.has(i)), ...target.map((j) => taken.has(j))];
    return found.includes(true) && found.includes(false);
  });
  if (broken.length === 0) return { partner, taken };
  const kept = new Set(
    broken.flatMap((bead) => [...bead.source.map((i) => `s${i}`), ...bead.target.map((j) => `t${j}`)]),
  );
  return choose(
    pairs.filter(({ i, j }) => !kept.has(`s${i}`) && !kept.has(`t${j}`)),
    leftover,
    least,
  );
}

/** Confidence below which a 1-1 bead may give way to a moved pair. */
const WEAK_BELOW = 0.97;

function isLeftover({ source, target, confidence }: AlignedBead): boolean {
  return source.length === 0 || target.length === 0 || (confidence < WEAK_BELOW && source.length + target.length <= 3);
}

/** A leftover bead after some of its segments have found partners elsewhere. */
function regroup(
  bead: AlignedBead,
  partner: ReadonlyMap<number, { j: number; confidence: number }>,
  taken: ReadonlySet<number>,
): AlignedBead[] {
  const moved = bead.source.flatMap((i): AlignedBead[] => {
    const found = partner.get(i);
    return found ? [{ source: [i], target: [found.j], confidence: found.confidence }] : [];
  });
  const rest = {
    ...bead,
    source: bead.source.filter((i) => !partner.has(i)),
    target: bead.target.filter((j) => !taken.has(j)),
  };
  const kept = rest.source.length + rest.target.length > 0 ? [rest] : [];
  return [...kept, ...moved].sort((a, b) => (a.source[0] ?? Infinity) - (b.source[0] ?? Infinity));
}
