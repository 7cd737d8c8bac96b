import { prepareArticle } from '#dist/app/import/article-intake.js';
import { loadLanguages } from '#dist/app/import/packs.js';
import { type DocumentFeatures, documentFeatures } from '#dist/core/pair/document-features.js';
import { findVersions } from '#dist/core/pair/find-versions.js';
import { type DocumentPair, pairDocuments } from '#dist/core/pair/pair-documents.js';
import { wordMatchers } from '#dist/core/pair/word-matcher.js';
import { sentencesToAlign } from '#dist/core/text/segment.js';
import type { MadeDocument, MadeHeaps } from './make-heaps.ts';
import type { StoryLanguage } from './story-names.ts';

const { packs, seeds } = loadLanguages();
export const wordsFor = wordMatchers((from, to) => seeds(packs(from), packs(to)));

export async function featuresOf(
  documents: readonly MadeDocument[],
  language: StoryLanguage,
): Promise<DocumentFeatures[]> {
  const found: DocumentFeatures[] = [];
  for (const { text, name } of documents) {
    const article = await prepareArticle({ text, name, language }, packs);
    found.push(documentFeatures({ segments: sentencesToAlign(article, packs), pack: packs(language) }));
  }
  return found;
}

/** What pairing made of two made heaps. */
export interface PairingCount {
  readonly sure: number;
  readonly sureRight: number;
  readonly doubtful: number;
  readonly doubtfulRight: number;
  readonly stories: number;
  /** Of the right ones, those that took the fullest of either side. */
  readonly fullest: number;
  /** Documents wrongly held for versions of others, and versions that were not found. */
  readonly versionsWrong: number;
  readonly versionsMissed: number;
  readonly seconds: { readonly reading: number; readonly pairing: number };
}

/** Pairs two made heaps and counts; also gives each pair with whether it is right, to be looked at. */
export async function countPairs(
  { a, b }: MadeHeaps,
  from: StoryLanguage,
  to: StoryLanguage,
): Promise<{
  count: PairingCount;
  pairs: { pair: DocumentPair; isRight: boolean; a: MadeDocument; b: MadeDocument }[];
}> {
  const begin = performance.now();
  const [featuresA, featuresB] = [await featuresOf(a, from), await featuresOf(b, to)];
  const read = performance.now();
  const [heapA, heapB] = [withoutVersions(a, featuresA), withoutVersions(b, featuresB)];
  const found = pairDocuments(heapA.features, heapB.features, { wordsFor });
  const end = performance.now();
  const pairs = found.map((pair) => {
    const [left, right] = [heapA.documents[pair.a]!, heapB.documents[pair.b]!];
    return { pair, isRight: left.story === right.story, a: left, b: right };
  });
  const inB = new Set(b.map(({ story }) => story));
  const of = (state: DocumentPair['state']) => pairs.filter(({ pair }) => pair.state === state);
  const right = (list: typeof pairs) => list.filter(({ isRight }) => isRight).length;
  return {
    pairs,
    count: {
      sure: of('sure').length,
      sureRight: right(of('sure')),
      doubtful: of('doubtful').length,
      doubtfulRight: right(of('doubtful')),
      stories: new Set(a.map(({ story }) => story).filter((story) => inB.has(story))).size,
      fullest: of('sure').filter(({ isRight, a: left, b: other }) => isRight && left.isFullest && other.isFullest)
        .length,
      versionsWrong: heapA.wrong + heapB.wrong,
      versionsMissed: heapA.missed + heapB.missed,
      seconds: { reading: (read - begin) / 1000, pairing: (end - read) / 1000 },
    },
  };
}

function withoutVersions(documents: readonly MadeDocument[], features: readonly DocumentFeatures[]) {
  const fullest = findVersions(features);
  const kept = documents.map((_, i) => i).filter((i) => fullest[i] === i);
  const wrong = documents.filter(({ story }, i) => documents[fullest[i]!]!.story !== story).length;
  const stories = new Set(documents.map(({ story }) => story)).size;
  return {
    documents: kept.map((i) => documents[i]!),
    features: kept.map((i) => features[i]!),
    wrong,
    missed: Math.max(0, kept.length + wrong - stories),
  };
}
