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
  const shapes = target.types.map(latinised);
  const byToken = new Map(target.types.map((token, t) => [token, t]));
  const byKey = new Map<string, number[]>();
  shapes.forEach((shape, t) => {
    if (isWord(target.types[t]!)) for (const key of keysOf(shape)) push(byKey, key, t);
  });
  for (let s = 0; s < source.types.length; s++) {
    const token = source.types[s]!;
    const same = byToken.get(token);
    if (same !== undefined) yield pair(s, same, strengthOfEqual(token, limits));
    if (!isWord(token)) continue;
    const shape = latinised(token);
    const seen = new Set<number>(same === undefined ? [] : [same]);
    for (const t of keysOf(shape).flatMap((key) => byKey.get(key) ?? [])) {
      if (seen.has(t)) continue;
      seen.add(t);
      const alike = likeness(shape, shapes[t]!, limits);
      if (alike > 0) yield pair(s, t, limits.alike * alike);
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

/** Keys that look-alikes share: their first four letters, and the skeleton of their consonants. */
function keysOf(shape: string): string[] {
  if (shape.length < 3) return [];
  const skeleton = skeletonOf(shape);
  const keys = [`p${shape.slice(0, 3)}`];
  if (skeleton.length >= 2) keys.push(`c${skeleton.slice(0, 4)}`);
  return keys;
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
function likeness(a: string, b: string, { dice, least }: Parameters['cognate']): number {
  let prefix = 0;
  while (prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  if (prefix >= least) return 1;
  const shared = diceOfPairs(a, b);
  if (shared > dice) return shared;
  const skeleton = skeletonOf(a);
  return skeleton.length >= 3 && skeleton === skeletonOf(b) ? 0.7 : 0;
}

/** Dice coefficient of the letter pairs of two words (Adamson and Boreham 1974). */
function diceOfPairs(a: string, b: string): number {
  const pairs = new Set(pairsOf(a));
  const others = pairsOf(b);
  const shared = others.filter((two) => pairs.has(two)).length;
  return (2 * shared) / Math.max(1, pairs.size + others.length);
}

function pairsOf(word: string): string[] {
  return [...word].slice(1).map((letter, i) => word[i]! + letter);
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
