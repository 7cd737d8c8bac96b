import { type Message, msg } from '../../../core/message.ts';
import { type PairScorer, scorePair } from '../../../core/sources/pair-scorer.ts';
import { sameLanguage } from '../../../core/text/language-tag.ts';
import { findPage, type SourcePage } from '../../../store/sources/pages.ts';
import { joinProposals, listProposals } from '../../../store/sources/proposals.ts';
import type { App } from '../../app.ts';

/** Pages that name each other as versions are doubtful below the first; others are paired from the second on, and doubtful below the third. */
const NAMED_DOUBTFUL_BELOW = 0.25;
const LIKE_FROM = 0.5;
const LIKE_DOUBTFUL_BELOW = 0.75;

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
export async function findPairs(app: App, fresh: readonly number[], score: PairScorer = scorePair): Promise<void> {
  for (const id of fresh) {
    await app.store.transaction(async (tx) => {
      const single = (await listProposals(tx)).filter(({ kind }) => kind === 'article');
      const page = single.some((one) => one.page === id) ? await findPage(tx, 'id', id) : undefined;
      if (!page) return;
      const matches: Match[] = [];
      for (const { page: other } of single) {
        const partner = other === id ? undefined : await findPage(tx, 'id', other);
        const match = partner && matchOf(page, partner, score);
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

function matchOf(page: SourcePage, partner: SourcePage, score: PairScorer): Match | null {
  if (sameLanguage(page.language, partner.language)) return null;
  const days = daysBetween(page.published, partner.published);
  const isNamed = names(page, partner) || names(partner, page);
  if (!isNamed && days !== null && days > MOST_DAYS) return null;
  const likeness = score(page, partner);
  if (!isNamed && likeness < LIKE_FROM) return null;
  return {
    partner,
    // What is named goes before what is alike.
    likeness,
    isDoubtful: likeness < (isNamed ? NAMED_DOUBTFUL_BELOW : LIKE_DOUBTFUL_BELOW),
    reasons: [
      ...(isNamed ? [msg('One page names the other as its version in another language.')] : []),
      ...(days === 0 ? [msg('Both are of the same day.')] : []),
      ...(days !== null && days > 0 ? [msg('They are {count} days apart.', { count: days })] : []),
      msg('Numbers, names and lengths agree to {share}.', { share: `${Math.round(likeness * 100)} %` }),
    ],
  };
}

/** Whether a page names another as its version. */
function names(page: SourcePage, other: SourcePage): boolean {
  return page.versions.some(({ address }) => address === other.address);
}

/** Null where one is not known. */
function daysBetween(a: string, b: string): number | null {
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
  return Number.isNaN(days) ? null : Math.round(days);
}

/** The original comes out first, or is named first. */
function isEarlier(a: SourcePage, b: SourcePage): boolean {
  if (a.published && b.published && a.published !== b.published) return a.published < b.published;
  return a.id < b.id;
}
