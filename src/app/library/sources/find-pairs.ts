import type { Message } from '../../../core/message.ts';
import { type DocumentFeatures, documentFeatures } from '../../../core/pair/document-features.ts';
import { likenessOf } from '../../../core/pair/likeness.ts';
import { type WordMatcher, wordMatchers } from '../../../core/pair/word-matcher.ts';
import { sameLanguage } from '../../../core/text/language-tag.ts';
import type { Db } from '../../../store/open-store.ts';
import { findPage, type SourcePage } from '../../../store/sources/pages.ts';
import { joinProposals, listProposals } from '../../../store/sources/proposals.ts';
import type { App } from '../../app.ts';

/** A translation comes out within so many days. */
const MOST_DAYS = 7;

/** What speaks for it that two pages translate each other. */
interface Match {
  readonly partner: SourcePage;
  readonly likeness: number;
  readonly isDoubtful: boolean;
  readonly reasons: readonly Message[];
}

/**
 * Makes pairs of what is proposed by itself and translates each other: by what the pages say of their versions, else by their
 * days and what of their texts a translation keeps.
 * @param fresh numbers of pages that have just been found
 */
export async function findPairs(app: App, fresh: readonly number[]): Promise<void> {
  const { packs, seeds, store } = app;
  const features = new Map<number, DocumentFeatures>();
  const comparison: Comparison = {
    featuresOf(page) {
      const found = features.get(page.id) ?? featuresOf(page, packs);
      features.set(page.id, found);
      return found;
    },
    wordsFor: wordMatchers((from, to) => seeds(packs(from), packs(to))),
  };
  for (const id of fresh) {
    const single = await singlePages(store.db);
    const page = single.includes(id) ? await findPage(store.db, 'id', id) : undefined;
    if (!page) continue;
    const matches: Match[] = [];
    for (const other of single) {
      const partner = other === id ? undefined : await findPage(store.db, 'id', other);
      const match = partner && matchOf(page, partner, comparison);
      if (match) matches.push(match);
    }
    const [best] = matches.sort((a, b) => b.likeness - a.likeness);
    if (!best) continue;
    const { partner, likeness, isDoubtful, reasons } = best;
    const [first, second] = isEarlier(partner, page) ? [partner, page] : [page, partner];
    // Compared before it, so that nobody's edit waits for that; meanwhile somebody may have decided on one of the two.
    await store.transaction(async (tx) => {
      const still = await singlePages(tx);
      if (still.includes(first.id) && still.includes(second.id))
        await joinProposals(tx, { page: first.id, partner: second.id, likeness, isDoubtful, reasons });
    });
  }
}

/** The numbers of the pages that are proposed as articles by themselves. */
async function singlePages(db: Db): Promise<number[]> {
  return (await listProposals(db)).flatMap(({ kind, page }) => (kind === 'article' ? [page] : []));
}

/** What pages are compared by, each made once. */
interface Comparison {
  featuresOf(page: SourcePage): DocumentFeatures;
  wordsFor(from: string, to: string): WordMatcher;
}

function matchOf(page: SourcePage, partner: SourcePage, { featuresOf, wordsFor }: Comparison): Match | null {
  if (sameLanguage(page.language, partner.language)) return null;
  const isNamed = names(page, partner) || names(partner, page);
  if (!isNamed && isLater(page.published, partner.published)) return null;
  const words = wordsFor(page.language, partner.language);
  const { likeness, state, reasons } = likenessOf(featuresOf(page), featuresOf(partner), { words });
  if (!isNamed && state === 'apart') return null;
  return { partner, likeness, isDoubtful: state !== 'sure', reasons };
}

function featuresOf(
  { text, language, published, address, versions }: SourcePage,
  packs: App['packs'],
): DocumentFeatures {
  const segments = text.split('\n').map((line, paragraph) => ({ text: line, paragraph }));
  return documentFeatures({
    segments,
    pack: packs(language),
    published,
    address,
    versions: versions.map((version) => version.address),
  });
}

/** Whether a page names another as its version. */
function names(page: SourcePage, other: SourcePage): boolean {
  return page.versions.some(({ address }) => address === other.address);
}

/** Whether two days are too far apart; one that is not known says nothing. */
function isLater(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) > MOST_DAYS * 86_400_000;
}

/** The original comes out first, or is named first. */
function isEarlier(a: SourcePage, b: SourcePage): boolean {
  if (a.published && b.published && a.published !== b.published) return a.published < b.published;
  return a.id < b.id;
}
