import { longestRising } from '../text/common-parts.ts';
import type { DocumentFeatures } from './document-features.ts';
import { KEY_KINDS, type KeyKind, KIND_WEIGHTS } from './key-hash.ts';

/** How many keys of some kinds two documents have, and share; weights are sums of how much each says. */
export interface KeyShare {
  readonly shared: number;
  readonly a: number;
  readonly b: number;
  readonly weight: { readonly shared: number; readonly a: number; readonly b: number };
}

/** What two documents share of what survives translation. */
export interface KeyComparison {
  /** Numbers, dates, times, addresses: what belongs to one story. */
  readonly facts: KeyShare;
  /** Names, countries, organisations: what belongs to an event. */
  readonly names: KeyShare;
  /** How far what is shared comes in the same order, from 0 to 1; 1 where it is too little to tell. */
  readonly order: number;
}

/** How rare a key or word is, from 0 (in every document) to 1. */
export type Rarity = (hash: number) => number;

const NAME_KINDS: ReadonlySet<KeyKind> = new Set(['name', 'capital', 'region', 'acronym']);
const IS_NAME = KEY_KINDS.map((kind) => NAME_KINDS.has(kind));
const WEIGHTS = KEY_KINDS.map((kind) => KIND_WEIGHTS[kind]);
const MIN_ORDERED = 3;

/** Compares what survives translation; a number finds itself, or what it is when it is rounded. */
export function compareKeys(a: DocumentFeatures, b: DocumentFeatures, rarity: Rarity): KeyComparison {
  const placesInB = new Map<number, number>();
  for (const [j, key] of b.keys.entries()) placesInB.set(key, j);
  // Where b has rounded what a says exactly, or the other way about.
  const roundedInB = new Map<number, number>();
  b.rounded.forEach((key, j) => {
    if (key !== 0) roundedInB.set(key, j);
  });
  const facts = { shared: 0, a: 0, b: 0, weight: { shared: 0, a: 0, b: 0 } };
  const names = { shared: 0, a: 0, b: 0, weight: { shared: 0, a: 0, b: 0 } };
  const pairs: [number, number][] = [];
  const taken = new Set<number>();
  a.keys.forEach((key, i) => {
    const share = IS_NAME[a.kinds[i]!] ? names : facts;
    const weight = WEIGHTS[a.kinds[i]!]! * rarity(key);
    share.a += 1;
    share.weight.a += weight;
    const j = placesInB.get(key) ?? (a.rounded[i] ? placesInB.get(a.rounded[i]!) : undefined) ?? roundedInB.get(key);
    if (j === undefined) return;
    share.shared += 1;
    share.weight.shared += weight;
    if (!taken.has(j)) pairs.push([i, j]);
    taken.add(j);
  });
  b.keys.forEach((key, j) => {
    const share = IS_NAME[b.kinds[j]!] ? names : facts;
    share.b += 1;
    share.weight.b += WEIGHTS[b.kinds[j]!]! * rarity(key);
  });
  const order = pairs.length < MIN_ORDERED ? 1 : longestRising(pairs).length / pairs.length;
  return { facts, names, order };
}
