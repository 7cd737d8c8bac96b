import { diffArrays } from 'diff';
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
const ALIKE = 0.6;
/** Longer is not compared word by word, in ms. */
const PATIENCE = 3000;

/**
 * Finds the reviewed rows of a bitext again in a new version of its texts, or in
 * the same texts cut otherwise. The words of each side are compared (Myers'
 * difference algorithm); a row's new place are the sentences most of whose words
 * come from it. What nobody has looked at is left for the aligner.
 */
export function carryOver(bitext: Bitext, sentences: Readonly<Record<Side, readonly string[]>>): CarriedBead[] {
  const reviewed = bitext.beads.filter(
    ({ status, confidence, note }) => status !== 'proposed' || confidence === null || note !== '',
  );
  const places = {
    source: placesOn(bitext, 'source', sentences.source),
    target: placesOn(bitext, 'target', sentences.target),
  };
  const taken = { source: new Set<number>(), target: new Set<number>() };
  return reviewed.flatMap((bead): CarriedBead[] => {
    const found = { source: places.source(bead), target: places.target(bead) };
    const whole = SIDES.every(
      (side) =>
        found[side].alike >= (bead[side].length > 0 ? ALIKE : 0) &&
        isRun(found[side].sentences) &&
        !found[side].sentences.some((i) => taken[side].has(i)),
    );
    if (!whole) return [];
    for (const side of SIDES) for (const i of found[side].sentences) taken[side].add(i);
    return [
      {
        bead,
        source: found.source.sentences,
        target: found.target.sentences,
        changed: SIDES.some((side) => bead[side].length > 0 && found[side].alike < 1),
      },
    ];
  });
}

interface Place {
  readonly sentences: readonly number[];
  /** Share of the words that are the same on both sides of the change, from 0 to 1. */
  readonly alike: number;
}

function placesOn(bitext: Bitext, side: Side, sentences: readonly string[]): (bead: Bead) => Place {
  const before = wordsOf(bitext[side].map((segment) => segment.text));
  const after = wordsOf(sentences);
  const newOf = commonWords(before.words, after.words);
  const segmentNumbers = new Map(bitext[side].map((segment, i) => [segment.id, i]));
  return (bead) => {
    const old = bead[side].flatMap((id) => before.wordsIn(segmentNumbers.get(id)!));
    const kept = old.flatMap((word) => newOf.get(word) ?? []);
    const perSentence = new Map<number, number>();
    for (const word of kept) {
      const sentence = after.sentenceOf[word]!;
      perSentence.set(sentence, (perSentence.get(sentence) ?? 0) + 1);
    }
    const found = [...perSentence]
      .filter(([sentence, count]) => count * 2 > after.wordsIn(sentence).length)
      .map(([sentence]) => sentence)
      .sort((a, b) => a - b);
    const size = found.reduce((sum, sentence) => sum + after.wordsIn(sentence).length, 0);
    const common = found.reduce((sum, sentence) => sum + perSentence.get(sentence)!, 0);
    return { sentences: found, alike: common / Math.max(1, old.length, size) };
  };
}

/** Old word numbers and the new ones that they have become. */
function commonWords(before: readonly string[], after: readonly string[]): Map<number, number> {
  const common = new Map<number, number>();
  const changes = diffArrays([...before], [...after], { timeout: PATIENCE });
  let [i, j] = [0, 0];
  for (const { added, removed, count = 0 } of changes ?? []) {
    if (!added && !removed) for (let k = 0; k < count; k++) common.set(i + k, j + k);
    if (!added) i += count;
    if (!removed) j += count;
  }
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
  return { words, sentenceOf, wordsIn };
}

function isRun(numbers: readonly number[]): boolean {
  return numbers.every((number, k) => k === 0 || number === numbers[k - 1]! + 1);
}
