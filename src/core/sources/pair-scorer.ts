import { folded } from '../text/fold.ts';

/** A text that may be a translation of another. */
export interface ScoredText {
  readonly language: string;
  readonly text: string;
  /** The day, ISO 8601; empty where it is not known. */
  readonly published: string;
}

/** How alike two texts are in what a translation keeps, from 0 to 1. */
export type PairScorer = (a: ScoredText, b: ScoredText) => number;

/** Weights of numbers, names and lengths: numbers and names say which story it is, lengths only whether it is one text. */
const WEIGHTS = { numbers: 0.4, names: 0.4, lengths: 0.2 } as const;

/** The letters by which two spellings of a name are compared: “Moscow” and « Moscou » share them. */
const NAME_LETTERS = 4;

/**
 * How alike two texts are, by the numbers and the names that both have (Dice's coefficient) and by their lengths. What neither
 * has says nothing.
 */
export const scorePair: PairScorer = (a, b) => {
  const parts = [
    { weight: WEIGHTS.numbers, share: shared(numbersOf(a.text), numbersOf(b.text)) },
    { weight: WEIGHTS.names, share: shared(namesOf(a.text), namesOf(b.text)) },
    { weight: WEIGHTS.lengths, share: lengthRatio(a.text, b.text) },
  ].flatMap(({ weight, share }) => (share === null ? [] : [{ weight, share }]));
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? 0 : parts.reduce((sum, { weight, share }) => sum + weight * share, 0) / weights;
};

function numbersOf(text: string): Set<string> {
  return new Set(text.match(/\d{2,}/gu));
}

/** Words with a capital that do not begin a sentence. */
function namesOf(text: string): Set<string> {
  const words = [...text.matchAll(/(?<=[\p{Ll}\d,’'] )\p{Lu}\p{L}{2,}/gu)];
  return new Set(words.map(([word]) => folded(word).slice(0, NAME_LETTERS)));
}

/** Null where neither has any. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size + b.size === 0) return null;
  return (2 * [...a].filter((one) => b.has(one)).length) / (a.size + b.size);
}

function lengthRatio(a: string, b: string): number | null {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? null : Math.min(a.length, b.length) / longer;
}
