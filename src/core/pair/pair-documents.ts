import type { Message } from '../message.ts';
import { primarySubtag } from '../text/language-tag.ts';
import { candidateSearch, type SearchedHeap, searchedHeap } from './candidates.ts';
import type { Rarity } from './compare-keys.ts';
import type { DocumentFeatures } from './document-features.ts';
import { evidenceOf, type PairEvidence, type PairState, probabilityOf, reasonsOf } from './likeness.ts';
import { PAIR_PARAMETERS } from './parameters.ts';
import type { WordMatcher } from './word-matcher.ts';

/** Two documents of two heaps, by their numbers, that seem to translate each other. */
export interface DocumentPair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
  readonly state: Exclude<PairState, 'apart'>;
  /** How much less likely the next best counterpart of either is, in log odds. */
  readonly margin: number;
  readonly reasons: readonly Message[];
}

export interface PairingOptions {
  /** Words of one language that translate those of another. */
  readonly wordsFor: (from: string, to: string) => WordMatcher;
  readonly onProgress?: ((done: number) => void) | undefined;
}

interface Scored {
  readonly a: number;
  readonly b: number;
  readonly odds: number;
}

/**
 * Finds which documents of two heaps translate each other: candidates by what they share that is rare, each compared, then
 * the likeliest pairs first, each document in one pair. A pair is sure where it is likely in itself and nothing rivals it.
 */
export function pairDocuments(
  a: readonly DocumentFeatures[],
  b: readonly DocumentFeatures[],
  { wordsFor, onProgress = () => {} }: PairingOptions,
): DocumentPair[] {
  const heaps = { a: searchedHeap(a), b: searchedHeap(b) };
  const rarity = rarityIn(heaps.a, heaps.b);
  const search = candidateSearch(heaps.b);
  const language = commonest(b.map((document) => document.language));
  const scored: Scored[] = [];
  a.forEach((document, i) => {
    if (i % PROGRESS_STEP === 0) onProgress(i / a.length);
    // Words are looked up in the language that most of the other heap is in; in others, keys find what there is.
    for (const j of search(document, wordsFor(document.language, language).forward)) {
      const other = b[j]!;
      if (primarySubtag(document.language) === primarySubtag(other.language)) continue;
      const rough = evidenceOf(document, other, { rarity });
      // Words take longest to compare, and help few.
      if (oddsOf({ ...rough, words: ALL_TRANSLATED }) <= LEAST_ODDS) continue;
      const odds = oddsOf(
        evidenceOf(document, other, { words: wordsFor(document.language, other.language), rarity, keys: rough.keys }),
      );
      if (odds > LEAST_ODDS) scored.push({ a: i, b: j, odds });
    }
  });
  const evidence = ({ a: i, b: j }: Scored) =>
    evidenceOf(a[i]!, b[j]!, { words: wordsFor(a[i]!.language, b[j]!.language), rarity });
  return settled(scored, a.length, b.length).map(({ pair, margin }) => {
    const found = evidence(pair);
    const likeness = probabilityOf(found);
    const isSure = likeness >= PAIR_PARAMETERS.sure && margin >= PAIR_PARAMETERS.margin;
    return { a: pair.a, b: pair.b, likeness, margin, state: isSure ? 'sure' : 'doubtful', reasons: reasonsOf(found) };
  });
}

function commonest(languages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, x], [, y]) => y - x)[0]?.[0] ?? '';
}

const ALL_TRANSLATED = { most: 1, least: 1 };
const PROGRESS_STEP = 100;
/** Pairs that are less likely (in log odds) are no rivals to anything. */
const LEAST_ODDS = -4;

function oddsOf(evidence: PairEvidence): number {
  const likeness = Math.min(1 - 1e-12, probabilityOf(evidence));
  return Math.log(likeness / (1 - likeness));
}

/** How rare a key or word is among the documents of both heaps. */
function rarityIn(a: SearchedHeap, b: SearchedHeap): Rarity {
  const all = Math.log(a.documents.length + b.documents.length + 1);
  const known = new Map<number, number>();
  return (hash) => {
    let rare = known.get(hash);
    if (rare === undefined) {
      const holders = a.keys.count(hash) + b.keys.count(hash) + a.words.count(hash) + b.words.count(hash);
      rare = Math.max(0.05, 1 - Math.log(Math.max(1, holders / 2)) / all);
      if (known.size > MAX_KNOWN) known.clear();
      known.set(hash, rare);
    }
    return rare;
  };
}

const MAX_KNOWN = 1_000_000;

/** Takes the likeliest pair first, each document once, and says by how much each surpasses what else its documents might be paired with. */
function settled(scored: Scored[], sizeA: number, sizeB: number): { pair: Scored; margin: number }[] {
  scored.sort((x, y) => y.odds - x.odds || x.a - y.a || x.b - y.b);
  const ofA = new Array<Scored | undefined>(sizeA);
  const ofB = new Array<Scored | undefined>(sizeB);
  const least = Math.log(PAIR_PARAMETERS.doubtful / (1 - PAIR_PARAMETERS.doubtful));
  for (const pair of scored) {
    if (pair.odds < least || ofA[pair.a] || ofB[pair.b]) continue;
    ofA[pair.a] = pair;
    ofB[pair.b] = pair;
  }
  const rivals = new Map<Scored, number>();
  const rival = (pair: Scored | undefined, other: Scored, othersOwn: Scored | undefined) => {
    if (!pair || pair === other) return;
    // A rival that has a better counterpart itself counts for less.
    const odds = other.odds - Math.max(0, (othersOwn?.odds ?? other.odds) - other.odds);
    rivals.set(pair, Math.max(rivals.get(pair) ?? LEAST_ODDS, odds));
  };
  for (const other of scored) {
    rival(ofA[other.a], other, ofB[other.b]);
    rival(ofB[other.b], other, ofA[other.a]);
  }
  return ofA.flatMap((pair) => (pair ? [{ pair, margin: pair.odds - (rivals.get(pair) ?? LEAST_ODDS) }] : []));
}
