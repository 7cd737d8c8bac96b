import type { Message } from '../../../core/message.ts';
import { type DocumentFeatures, documentFeatures } from '../../../core/pair/document-features.ts';
import { likenessOf } from '../../../core/pair/likeness.ts';
import { wordMatcher } from '../../../core/pair/word-matcher.ts';
import { sameLanguage } from '../../../core/text/language-tag.ts';
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
  for (const id of fresh) {
    await app.store.transaction(async (tx) => {
      const single = (await listProposals(tx)).filter(({ kind }) => kind === 'article');
      const page = single.some((one) => one.page === id) ? await findPage(tx, 'id', id) : undefined;
      if (!page) return;
      const matches: Match[] = [];
      for (const { page: other } of single) {
        const partner = other === id ? undefined : await findPage(tx, 'id', other);
        const match = partner && matchOf(app, page, partner);
        if (match) matches.push(match);
      }
      const [best] = matches.sort((a, b) => b.likeness - a.likeness);
      if (!best) return;
      const { partner, likeness, isDoubtful, reasons } = best;
      const [first, second] = isEarlier(partner, page) ? [partner, page] : [page, partner];
      await joinProposals(tx, { page: first.id, partner: second.id, likeness, isDoubtful, reasons });
    });
  }
}

function matchOf({ packs, seeds }: App, page: SourcePage, partner: SourcePage): Match | null {
  if (sameLanguage(page.language, partner.language)) return null;
  const [one, other] = [featuresOf(page, packs), featuresOf(partner, packs)];
  const isNamed = one.versions.includes(other.address) || other.versions.includes(one.address);
  if (!isNamed && isLater(page.published, partner.published)) return null;
  const words = wordMatcher(seeds(packs(page.language), packs(partner.language)));
  const { likeness, state, reasons } = likenessOf(one, other, { words });
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

/** Whether two days are too far apart; one that is not known says nothing. */
function isLater(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) > MOST_DAYS * 86_400_000;
}

/** The original comes out first, or is named first. */
function isEarlier(a: SourcePage, b: SourcePage): boolean {
  if (a.published && b.published && a.published !== b.published) return a.published < b.published;
  return a.id < b.id;
}
