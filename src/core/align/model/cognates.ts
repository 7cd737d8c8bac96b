import type { Parameters } from '../parameters.ts';
import type { Association } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';
import { latinised } from './tokens.ts';

/**
 * Pairs of tokens that look alike, across scripts too: equal numbers, dates and
 * marks, equal words, and words whose Latin spelling shares its beginning, its
 * consonants or most of its letter pairs. Candidates come from shared keys, so
 * the time is linear in the vocabulary.
 */
export function* cognates(
  source: SideTokens,
  target: SideTokens,
  limits: Parameters['cognate'],
): Generator<Association> {
  const shapes = target.types.map((token) => (isWord(token) ? shapeOf(latinised(token)) : null));
  const byToken = new Map(target.types.map((token, t) => [token, t]));
  const byKey = new Map<string, number[]>();
  shapes.forEach((shape, t) => {
    for (const key of shape?.keys ?? []) push(byKey, key, t);
  });
  const seenFor = new Int32Array(shapes.length).fill(-1);
  for (let s = 0; s < source.types.length; s++) {
    const token = source.types[s]!;
    const same = byToken.get(token);
    if (same !== undefined) yield pair(s, same, strengthOfEqual(token, limits));
    if (!isWord(token)) continue;
    const shape = shapeOf(latinised(token));
    if (same !== undefined) seenFor[same] = s;
    for (const key of shape.keys) {
      for (const t of byKey.get(key) ?? []) {
        if (seenFor[t] === s) continue;
        seenFor[t] = s;
        const alike = likeness(shape, shapes[t]!, limits);
        if (alike > 0) yield pair(s, t, limits.alike * alike);
      }
    }
  }
}

function pair(source: number, target: number, strength: number): Association {
  return { source, target, forward: strength, backward: strength };
}

function strengthOfEqual(token: string, limits: Parameters['cognate']): number {
  if (token.startsWith('!')) return limits.mark;
  if (!isWord(token)) return limits.same;
  return token.length >= limits.least ? limits.same : limits.same / 4;
}

function isWord(token: string): boolean {
  return !/^[#@!*]/.test(token);
}

/** What words are compared by: each is worked out once a word, not once a pair. */
interface WordShape {
  readonly letters: string;
  /** The skeleton of its consonants. */
  readonly skeleton: string;
  /** Keys that look-alikes share: the first three letters, and the beginning of the skeleton. */
  readonly keys: readonly string[];
  /** Its letter pairs, and each of them once. */
  readonly pairs: readonly string[];
  readonly distinct: ReadonlySet<string>;
}

function shapeOf(letters: string): WordShape {
  const skeleton = skeletonOf(letters);
  const keys = letters.length < 3 ? [] : [`p${letters.slice(0, 3)}`];
  if (letters.length >= 3 && skeleton.length >= 2) keys.push(`c${skeleton.slice(0, 4)}`);
  const pairs = pairsOf(letters);
  return { letters, skeleton, keys, pairs, distinct: new Set(pairs) };
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|tsch|tch|sh|ch|zh/g, 'x'],
  [/ph/g, 'f'],
  [/[ckq]/g, 'k'],
  [/[wv]/g, 'v'],
  [/[zs]/g, 's'],
  [/[aeiouyjh]/g, ''],
  [/(.)\1+/g, '$1'],
];

function skeletonOf(shape: string): string {
  return SOUNDS.reduce((letters, [from, to]) => letters.replace(from, to), shape);
}

/** 0 for unlike words, else up to 1. */
function likeness(a: WordShape, b: WordShape, { dice, least }: Parameters['cognate']): number {
  let prefix = 0;
  while (prefix < a.letters.length && a.letters[prefix] === b.letters[prefix]) prefix += 1;
  if (prefix >= least) return 1;
  const shared = diceOfPairs(a, b);
  if (shared > dice) return shared;
  return a.skeleton.length >= 3 && a.skeleton === b.skeleton ? 0.7 : 0;
}

/** Dice coefficient of the letter pairs of two words (Adamson and Boreham 1974). */
function diceOfPairs({ distinct }: WordShape, { pairs }: WordShape): number {
  let shared = 0;
  for (const two of pairs) if (distinct.has(two)) shared += 1;
  return (2 * shared) / Math.max(1, distinct.size + pairs.length);
}

function pairsOf(word: string): string[] {
  return [...word].slice(1).map((letter, i) => word[i]! + letter);
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
