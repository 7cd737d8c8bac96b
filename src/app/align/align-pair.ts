import { alignAll } from '../../core/align/align.ts';
import type { AlignedBead, AlignSide, TermPairs } from '../../core/align/alignment.ts';
import type { Embeddings } from '../../core/align/model/embeddings.ts';
import type { Bitext } from '../../core/bitext/bitext.ts';
import { type BitextSide, bitextFrom } from '../../core/bitext/from-alignment.ts';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import type { Languages } from '../desk.ts';

/** A text cut into segments, with what they mean where that is known. */
export type SegmentedSide = BitextSide & { readonly embeddings?: Embeddings };

/** Two texts cut into segments. */
export interface SegmentedPair {
  readonly source: SegmentedSide;
  readonly target: SegmentedSide;
}

/** A pair that has been aligned. */
export interface AlignedPair {
  readonly bitext: Bitext;
  /** From 0 to 1; null where the texts are too short to tell. */
  readonly parallelism: number | null;
}

/** Below this the texts hardly translate each other, and the user is warned. */
const MIN_PARALLELISM = 0.4;

/** The finding for a pair whose texts do not translate each other. */
export function unrelatedTextsFindings(title: string, parallelism: number | null): Finding[] {
  if (parallelism === null || parallelism >= MIN_PARALLELISM) return [];
  const message = msg(
    'These texts may not be translations of each other. Only about {share} of the content seems to match. Check that you chose the right texts; if you did, expect many wrong rows.',
    { share: { percent: parallelism } },
  );
  return [{ code: 'texts-unrelated', severity: 'warning', place: title, message }];
}

/**
 * Aligns pairs of texts without storing anything; what is learned from one pair
 * serves the others in the same two languages.
 * @param terms what glossaries say, to learn from
 * @returns for each pair a bitext and how far its texts translate each other, in the same order
 */
export function alignPairs(
  pairs: readonly SegmentedPair[],
  { packs, seeds }: Languages,
  terms: TermPairs = () => [],
): AlignedPair[] {
  const bitexts: AlignedPair[] = [];
  for (const [, group] of byLanguages(pairs)) {
    const [first] = group;
    const [from, to] = [packs(first!.pair.source.language), packs(first!.pair.target.language)];
    const filled = group.map(({ pair }) => ({
      source: withoutBlanks(pair.source),
      target: withoutBlanks(pair.target),
    }));
    const aligned = alignAll(
      filled.map(({ source, target }) => ({
        source: { ...source.side, pack: from },
        target: { ...target.side, pack: to },
      })),
      { lexicon: seeds(from, to), memory: terms(from.language, to.language) },
    );
    group.forEach(({ pair, at }, k) => {
      const { source, target } = filled[k]!;
      const beads = (aligned[k]?.beads ?? []).map((bead) => ({
        ...bead,
        source: bead.source.map((i) => source.places[i]!),
        target: bead.target.map((j) => target.places[j]!),
      }));
      bitexts[at] = {
        bitext: bitextFrom(pair.source, pair.target, withBlanks(beads, pair.source, pair.target)),
        parallelism: aligned[k]?.parallelism ?? null,
      };
    });
  }
  return bitexts;
}

function byLanguages(pairs: readonly SegmentedPair[]): Map<string, { pair: SegmentedPair; at: number }[]> {
  const groups = new Map<string, { pair: SegmentedPair; at: number }[]>();
  pairs.forEach((pair, at) => {
    const key = `${pair.source.language} ${pair.target.language}`;
    const group = groups.get(key);
    if (group) group.push({ pair, at });
    else groups.set(key, [{ pair, at }]);
  });
  return groups;
}

/** The segments of a side that are not blank: those the search sees, and those whose meanings are asked for. */
export function filledSegments({ sentences }: BitextSide): string[] {
  return sentences.map(({ text }) => text).filter((text) => text !== '');
}

/** Blank segments take no part in the search; `places` tells where the others stand. */
function withoutBlanks({ sentences, embeddings }: SegmentedSide): { side: Omit<AlignSide, 'pack'>; places: number[] } {
  const places = sentences.flatMap(({ text }, i) => (text ? [i] : []));
  return {
    places,
    side: {
      segments: places.map((i) => sentences[i]!.text),
      paragraphs: places.map((i) => sentences[i]!.paragraph),
      embeddings,
    },
  };
}

/** Each blank segment becomes a bead of its own, in its place. */
function withBlanks(beads: readonly AlignedBead[], source: BitextSide, target: BitextSide): AlignedBead[] {
  const out: AlignedBead[] = [];
  let [i, j] = [0, 0];
  const blanksBefore = (sourceEnd: number, targetEnd: number) => {
    for (; i < sourceEnd; i++) if (!source.sentences[i]?.text) out.push({ source: [i], target: [], confidence: 1 });
    for (; j < targetEnd; j++) if (!target.sentences[j]?.text) out.push({ source: [], target: [j], confidence: 1 });
  };
  for (const bead of beads) {
    blanksBefore(bead.source[0] ?? i, bead.target[0] ?? j);
    out.push(bead);
    const inner = (side: BitextSide, ids: readonly number[]) => range(ids).filter((k) => !side.sentences[k]?.text);
    for (const k of inner(source, bead.source)) out.push({ source: [k], target: [], confidence: 1 });
    for (const k of inner(target, bead.target)) out.push({ source: [], target: [k], confidence: 1 });
    i = Math.max(i, (bead.source.at(-1) ?? -1) + 1);
    j = Math.max(j, (bead.target.at(-1) ?? -1) + 1);
  }
  blanksBefore(source.sentences.length, target.sentences.length);
  return out;
}

function range(ids: readonly number[]): number[] {
  const [first = 0, last = -1] = [ids[0], ids.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
