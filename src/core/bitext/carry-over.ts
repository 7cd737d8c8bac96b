import { commonPlaces } from '../text/common-parts.ts';
import type { Bead, Bitext, Side } from './bitext.ts';
import { SIDES } from './bitext.ts';

/** A reviewed row in its new place: numbers of new sentences, from 0. */
export interface CarriedBead {
  readonly bead: Bead;
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Whether its words are no longer the same. */
  readonly changed: boolean;
}

/** A row is carried over if so much of its words, and of those in its new place, are the same. */
const MIN_SHARED_WORDS = 0.6;

/**
 * Finds the reviewed rows of a bitext again in a new version of its texts, or in
 * the same texts cut otherwise. Sentences that are the same are found first, then the words that stayed
 * between them; a row's new place are the sentences most of whose words come from it. A row whose sentences
 * stand unchanged elsewhere has moved there. So a row whose sentences are unchanged on both sides always has a place.
 * What nobody has looked at is left for the aligner.
 */
export function carryOver(bitext: Bitext, sentences: Readonly<Record<Side, readonly string[]>>): CarriedBead[] {
  const reviewed = bitext.beads.filter(isReviewed);
  const sides = {
    source: placesOn(bitext, 'source', sentences.source),
    target: placesOn(bitext, 'target', sentences.target),
  };
  const carried = new Map<Bead, CarriedBead>();
  const settle = (bead: Bead, places: Readonly<Record<Side, Place | null>>) => {
    const { source, target } = places;
    if (!source || !target) return;
    for (const side of SIDES) for (const i of places[side]!.sentences) sides[side].taken.add(i);
    const changed = SIDES.some((side) => bead[side].length > 0 && places[side]!.alike < 1);
    carried.set(bead, { bead, source: source.sentences, target: target.sentences, changed });
  };
  // Rows that are as they were come first, where they were and where they have moved to; then those that are alike.
  for (const bead of reviewed)
    settle(
      bead,
      placesOf(sides, (side) => side.unchanged(bead)),
    );
  for (const bead of reviewed)
    if (!carried.has(bead))
      settle(
        bead,
        placesOf(sides, (side) => side.unchanged(bead) ?? side.moved(bead)),
      );
  for (const bead of reviewed)
    if (!carried.has(bead))
      settle(
        bead,
        placesOf(sides, (side) => side.unchanged(bead) ?? side.alike(bead) ?? side.moved(bead)),
      );
  return reviewed.flatMap((bead) => carried.get(bead) ?? []);
}

/** Whether somebody has decided something about a row: its status, its segments or a note. */
export function isReviewed({ status, confidence, note }: Bead): boolean {
  return status !== 'proposed' || confidence === null || note !== '';
}

interface Place {
  readonly sentences: readonly number[];
  /** Share of the words that are the same on both sides of the change, from 0 to 1. */
  readonly alike: number;
}

/** Ways to find the sentences of a row in one side's new text; none gives sentences that are taken. */
interface SidePlaces {
  readonly taken: Set<number>;
  unchanged(bead: Bead): Place | null;
  moved(bead: Bead): Place | null;
  alike(bead: Bead): Place | null;
}

function placesOf(
  sides: Readonly<Record<Side, SidePlaces>>,
  find: (side: SidePlaces) => Place | null,
): Record<Side, Place | null> {
  return { source: find(sides.source), target: find(sides.target) };
}

function placesOn(bitext: Bitext, side: Side, sentences: readonly string[]): SidePlaces {
  const taken = new Set<number>();
  const before = wordsOf(bitext[side].map((segment) => segment.text));
  const after = wordsOf(sentences);
  const sentenceOf = commonPlaces(before.keys, after.keys);
  const wordOf = commonWords(before, after, sentenceOf);
  const numbers = new Map(bitext[side].map((segment, i) => [segment.id, i]));
  const elsewhere = placesByKey(after.keys);
  const free = (found: readonly number[]) => isRun(found) && !found.some((i) => taken.has(i));
  const olds = (bead: Bead) => bead[side].map((id) => numbers.get(id)!);
  return {
    taken,
    unchanged(bead) {
      const found = olds(bead).map((i) => sentenceOf.get(i) ?? -1);
      return !found.includes(-1) && free(found) ? { sentences: found, alike: 1 } : null;
    },
    moved(bead) {
      const old = olds(bead);
      const keys = old.map((i) => before.keys[i]!);
      if (keys.length === 0) return { sentences: [], alike: 1 };
      const runs = (elsewhere.get(keys[0]!) ?? []).map((start) => keys.map((_, k) => start + k));
      const run = runs.find((run) => free(run) && run.every((i, k) => after.keys[i] === keys[k]));
      return run ? { sentences: run, alike: 1 } : null;
    },
    alike(bead) {
      const old = olds(bead).flatMap((i) => before.wordsIn(i));
      const perSentence = new Map<number, number>();
      for (const word of old) {
        const now = wordOf.get(word);
        if (now === undefined) continue;
        const sentence = after.sentenceOf[now]!;
        perSentence.set(sentence, (perSentence.get(sentence) ?? 0) + 1);
      }
      const found = [...perSentence]
        .filter(([sentence, count]) => count * 2 > after.wordsIn(sentence).length)
        .map(([sentence]) => sentence)
        .sort((a, b) => a - b);
      const size = found.reduce((sum, sentence) => sum + after.wordsIn(sentence).length, 0);
      const common = found.reduce((sum, sentence) => sum + perSentence.get(sentence)!, 0);
      const alike = common / Math.max(1, old.length, size);
      return alike >= (bead[side].length > 0 ? MIN_SHARED_WORDS : 0) && free(found)
        ? { sentences: found, alike }
        : null;
    },
  };
}

type Words = ReturnType<typeof wordsOf>;

/** Old word numbers and the new ones that they have become: those of the same sentences, and what stayed between them. */
function commonWords(before: Words, after: Words, sentenceOf: ReadonlyMap<number, number>): Map<number, number> {
  const common = new Map<number, number>();
  const rest = { before: [] as number[], after: [] as number[] };
  const addRest = () => {
    const places = commonPlaces(
      rest.before.map((word) => before.words[word]!),
      rest.after.map((word) => after.words[word]!),
    );
    for (const [i, j] of places) common.set(rest.before[i]!, rest.after[j]!);
    rest.before = [];
    rest.after = [];
  };
  let j = 0;
  before.keys.forEach((_, i) => {
    const same = sentenceOf.get(i);
    if (same === undefined) {
      for (const word of before.wordsIn(i)) rest.before.push(word);
      return;
    }
    for (; j < same; j++) for (const word of after.wordsIn(j)) rest.after.push(word);
    addRest();
    const words = after.wordsIn(same);
    before.wordsIn(i).forEach((word, k) => {
      common.set(word, words[k]!);
    });
    j = same + 1;
  });
  for (; j < after.keys.length; j++) for (const word of after.wordsIn(j)) rest.after.push(word);
  addRest();
  return common;
}

function wordsOf(texts: readonly string[]) {
  const words: string[] = [];
  const sentenceOf: number[] = [];
  const starts = [0];
  texts.forEach((text, i) => {
    for (const [word] of text.matchAll(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|[^\s]/gu,
    )) {
      words.push(word);
      sentenceOf.push(i);
    }
    starts.push(words.length);
  });
  const wordsIn = (i: number) => Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) => starts[i]! + k);
  // A sentence is the same if its words are, however they are spaced.
  const keys = texts.map((_, i) => words.slice(starts[i], starts[i + 1]).join(' '));
  return { words, sentenceOf, wordsIn, keys };
}

function placesByKey(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  keys.forEach((key, i) => {
    const own = places.get(key);
    if (own) own.push(i);
    else places.set(key, [i]);
  });
  return places;
}

function isRun(numbers: readonly number[]): boolean {
  return numbers.every((number, k) => k === 0 || number === numbers[k - 1]! + 1);
}
