/** The kinds of what survives translation, in the order of their numbers. */
export const KEY_KINDS = [
  'number',
  'count',
  'year',
  'date',
  'time',
  'weekday',
  'region',
  'acronym',
  'literal',
  'name',
  'capital',
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** How much it says that two documents share one of a kind, where nothing is known of how rare it is. */
export const KIND_WEIGHTS: Readonly<Record<KeyKind, number>> = {
  number: 5,
  count: 2,
  year: 2.5,
  date: 3.5,
  time: 2.5,
  weekday: 1,
  region: 1.5,
  acronym: 2,
  literal: 5,
  name: 3,
  capital: 0.8,
};

/** A text as 32 bits (FNV-1a): documents are compared by these, so that heaps of them fit into memory. Never 0. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}

/** Two neighbours as one key, whichever comes first. */
export function hashOfTwo(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return (Math.imul(low ^ (low >>> 13), 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0 || 1;
}
