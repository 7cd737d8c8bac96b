import type { Side } from '../../bitext/bitext.ts';
import { longestRising } from '../../text/common-parts.ts';
import { textLength } from '../../text/text-length.ts';
import type { AlignedBead, AlignPair, AlignSide, IndexBead } from '../alignment.ts';
import { range } from '../search/range.ts';
import type { Stretch } from '../search/stretch.ts';
import type { EmbeddedSegment } from './embeddings.ts';
import { ratioOfTotals } from './length-ratio.ts';
import { indexTokens, type SideTokens, subset } from './side-tokens.ts';
import { alignmentTokens } from './tokens.ts';

/** A part of a text pair that is searched on its own. */
export interface Work {
  readonly stretch: Stretch;
  /** A bead of the stretch in the numbers of the corpus. */
  toCorpus(bead: IndexBead): IndexBead;
}

/** Pairs of texts with one vocabulary for all of them. */
export interface PairCorpus {
  readonly source: SideTokens;
  readonly target: SideTokens;
  readonly works: readonly Work[];
  /** Each pair as a whole, in its own numbers. */
  readonly wholes: readonly Stretch[];
  /** Beads that are known beforehand, in the numbers of the corpus. */
  readonly fixed: readonly IndexBead[];
  /** Puts the beads of all works together: for each pair its beads in order, in its own numbers. */
  assemble(aligned: readonly (readonly AlignedBead[])[]): AlignedBead[][];
}

/**
 * Reads pairs of texts into one corpus and cuts each at its fixed beads.
 * @param memory segments known to translate each other; they are learned from and not aligned
 */
export function readCorpus(
  pairs: readonly AlignPair[],
  memory: readonly (readonly [source: string, target: string])[],
): PairCorpus {
  const [first] = pairs;
  const source = readSides(
    pairs.map((pair) => pair.source),
    memory.map(([text]) => text),
    first?.source.pack,
  );
  const target = readSides(
    pairs.map((pair) => pair.target),
    memory.map(([, text]) => text),
    first?.target.pack,
  );
  const cuts = pairs.map(cutAtFixed);
  const owned = cuts.flatMap(({ parts }, p) => parts.flatMap((part) => (part.fixed ? [] : [{ pair: p, part }])));
  const shifted = (bead: IndexBead, p: number): IndexBead => ({
    source: bead.source.map((i) => i + source.starts[p]!),
    target: bead.target.map((j) => j + target.starts[p]!),
  });
  const afterPairs = { source: source.starts[pairs.length]!, target: target.starts[pairs.length]! };
  const stretchAt = (part: IndexBead, p: number): Stretch => {
    const place = shifted(part, p);
    return stretchOf(pairs[p]!, part, subset(source.tokens, place.source), subset(target.tokens, place.target));
  };
  const works = owned.map(({ pair, part }): Work => {
    const place = shifted(part, pair);
    return { stretch: stretchAt(part, pair), toCorpus: (bead) => pick(place, bead) };
  });
  return {
    source: source.tokens,
    target: target.tokens,
    works,
    wholes: pairs.map((pair, p) => {
      // A pair without fixed beads is one work already.
      const uncut = (pair.fixed ?? []).length === 0 ? owned.findIndex((work) => work.pair === p) : -1;
      const all = { source: range(0, pair.source.segments.length), target: range(0, pair.target.segments.length) };
      return works[uncut]?.stretch ?? stretchAt(all, p);
    }),
    fixed: [
      ...cuts.flatMap(({ parts, loose }, p) =>
        [...parts.filter((part) => part.fixed), ...loose].map((part) => shifted(part, p)),
      ),
      ...memory.map((_, k) => ({ source: [afterPairs.source + k], target: [afterPairs.target + k] })),
    ],
    assemble(aligned) {
      let next = 0;
      return cuts.map(({ parts, loose }) => {
        const inOrder = parts.flatMap((part) =>
          part.fixed
            ? [{ source: part.source, target: part.target, confidence: 1 }]
            : (aligned[next++] ?? []).map((bead) => ({ ...pick(part, bead), confidence: bead.confidence })),
        );
        return insertLoose(inOrder, loose);
      });
    },
  };
}

/** Segments of a pair that go together: a fixed bead, or what stands between two of them. */
interface Part extends IndexBead {
  readonly fixed: boolean;
}

/** A pair cut at its fixed beads; the others are loose, their segments taken out of what stands between. */
interface CutPair {
  readonly parts: readonly Part[];
  readonly loose: readonly IndexBead[];
}

/**
 * Cuts a pair at its fixed beads. Walls are as many of them as stand in the same order on both sides; one that
 * crosses these, or has one side alone, is put in its place when all is aligned.
 */
function cutAtFixed({ source, target, fixed = [] }: AlignPair): CutPair {
  const walls = new Set(fixedInOrder(fixed));
  const taken = {
    source: new Set(fixed.flatMap((bead) => bead.source)),
    target: new Set(fixed.flatMap((bead) => bead.target)),
  };
  const between = (from: IndexEnds, to: IndexEnds): Part => ({
    fixed: false,
    source: range(from.source, to.source).filter((i) => !taken.source.has(i)),
    target: range(from.target, to.target).filter((j) => !taken.target.has(j)),
  });
  const parts: Part[] = [];
  let at: IndexEnds = { source: 0, target: 0 };
  for (const bead of walls) {
    parts.push(between(at, { source: bead.source[0]!, target: bead.target[0]! }), { ...bead, fixed: true });
    at = { source: bead.source.at(-1)! + 1, target: bead.target.at(-1)! + 1 };
  }
  parts.push(between(at, { source: source.segments.length, target: target.segments.length }));
  return {
    parts: parts.filter((part) => part.source.length + part.target.length > 0),
    loose: fixed.filter((bead) => !walls.has(bead)),
  };
}

/** The fixed beads with two sides that stand in the same order on both, as many as possible. */
function fixedInOrder(fixed: readonly IndexBead[]): IndexBead[] {
  const places = fixed
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
    .map((bead) => [bead.source[0]!, bead.target[0]!, bead] as const)
    .sort(([a], [b]) => a - b);
  return longestRising(places).map(([, , bead]) => bead);
}

/** Puts loose beads where they belong: after what stands before them on the source, or on the target where they have no source. */
function insertLoose(beads: readonly AlignedBead[], loose: readonly IndexBead[]): AlignedBead[] {
  const placed = [...beads];
  const [bySource, byTarget] = [loose.filter(({ source }) => source.length > 0), loose.filter(isTargetOnly)];
  const crossing = new Set<AlignedBead>();
  for (const bead of bySource.toSorted((a, b) => a.source[0]! - b.source[0]!)) {
    const made = { source: bead.source, target: bead.target, confidence: 1 };
    crossing.add(made);
    placed.splice(placeAfter(placed, 'source', bead.source[0]!), 0, made);
  }
  for (const bead of byTarget.toSorted((a, b) => a.target[0]! - b.target[0]!)) {
    const inOrder = placed.filter((other) => !crossing.has(other));
    const before = inOrder[placeAfter(inOrder, 'target', bead.target[0]!) - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, { source: [], target: bead.target, confidence: 1 });
  }
  return placed;
}

function isTargetOnly({ source }: IndexBead): boolean {
  return source.length === 0;
}

/** The place after the last bead that holds a segment before one. */
function placeAfter(beads: readonly IndexBead[], side: Side, segment: number): number {
  return beads.findLastIndex((bead) => bead[side].some((own) => own < segment)) + 1;
}

interface IndexEnds {
  readonly source: number;
  readonly target: number;
}

function stretchOf(pair: AlignPair, part: IndexBead, source: SideTokens, target: SideTokens): Stretch {
  const { paragraphs: from } = pair.source;
  const { paragraphs: to } = pair.target;
  return {
    source,
    target,
    // One paragraph on a side does not show where the other's breaks belong.
    paragraphs:
      from && to && isDivided(from) && isDivided(to)
        ? { source: part.source.map((i) => from[i]!), target: part.target.map((j) => to[j]!) }
        : null,
    ratio: ratioOfTotals(source, target),
  };
}

function isDivided(paragraphs: readonly number[]): boolean {
  return paragraphs.some((paragraph) => paragraph !== paragraphs[0]);
}

function pick(place: IndexBead, bead: IndexBead): IndexBead {
  return { source: bead.source.map((i) => place.source[i]!), target: bead.target.map((j) => place.target[j]!) };
}

/** All texts of one side as one, with where each begins. */
function readSides(sides: readonly AlignSide[], memory: readonly string[], pack: AlignSide['pack'] | undefined) {
  const starts = [0];
  for (const side of sides) starts.push(starts.at(-1)! + side.segments.length);
  const texts = [...sides.flatMap((side) => side.segments), ...memory];
  const embedded = sides.flatMap(({ segments, embeddings }) =>
    embeddings ? segments.map((_, at): EmbeddedSegment => ({ of: embeddings, at })) : [],
  );
  return {
    starts,
    tokens: indexTokens(
      texts.map((text) => (pack ? alignmentTokens(text, pack) : [])),
      texts.map(textLength),
      // What is learned from is not searched, so its meaning is not asked for.
      embedded.length === starts.at(-1) && embedded.length > 0 ? embedded : null,
    ),
  };
}
