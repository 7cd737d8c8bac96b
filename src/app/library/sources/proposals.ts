import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { findRevision } from '../../../store/articles.ts';
import { bytesOfPage, findPage, type SourcePage, settlePage } from '../../../store/sources/pages.ts';
import { deleteProposal, listProposals, type StoredProposal } from '../../../store/sources/proposals.ts';
import { type App, headOf } from '../../app.ts';
import { type PreparedArticle, prepareArticle } from '../../import/article-intake.ts';
import { importPair } from '../../import/import-pair.ts';
import type { UpdateTurn } from '../../review/update-texts.ts';
import { addArticle } from '../add-article.ts';
import { latestRevision } from '../article.ts';
import { reviseArticle } from '../revise-article.ts';

/** What waits for somebody to accept it, with its pages. */
export type Proposal = Omit<StoredProposal, 'page' | 'partner'> & {
  readonly page: SourcePage;
  readonly partner: SourcePage | null;
};

export async function openProposals({ store: { db } }: Pick<App, 'store'>): Promise<Proposal[]> {
  const open: Proposal[] = [];
  for (const one of await listProposals(db)) {
    const page = await findPage(db, 'id', one.page);
    const partner = one.partner === null ? null : ((await findPage(db, 'id', one.partner)) ?? null);
    if (page) open.push({ ...one, page, partner });
  }
  return open;
}

/** Where what was accepted is now. */
export interface Accepted {
  readonly kind: 'bitext' | 'article';
  readonly number: number;
}

/**
 * Brings in what is proposed as any import does: an article, two that are aligned, or a new revision.
 * @throws Problem `not-found`; what an import, or a revision, is refused for
 */
export async function acceptProposal(app: App, id: number, turn: UpdateTurn): Promise<Accepted> {
  const proposal = await proposalOf(app, id);
  const { page, partner } = proposal;
  const article = await prepared(app, page, turn.signal);
  if (partner) {
    const bitext = await importPair(app, { source: article, target: await prepared(app, partner, turn.signal) });
    await settle(app, proposal, await articlesOf(app, bitext));
    return { kind: 'bitext', number: bitext };
  }
  const known = page.article;
  if (proposal.kind === 'article' || known === null) {
    const made = await addArticle(app, article);
    await settle(app, proposal, [made]);
    return { kind: 'article', number: made };
  }
  const { id: revision } = await latestRevision(app.store.db, known);
  await reviseArticle(app, known, { text: article.text, revision }, turn);
  await settle(app, proposal, [known]);
  return { kind: 'article', number: known };
}

/**
 * Takes a proposal away for good: its pages are never proposed again, nor is this text of an article that is there.
 * @throws Problem `not-found`
 */
export async function refuseProposal(app: App, id: number): Promise<void> {
  const proposal = await proposalOf(app, id);
  const { kind, page } = proposal;
  await settle(app, proposal, kind === 'revision' && page.article !== null ? [page.article] : []);
}

/** @param made the articles that its pages became; none where it was refused */
async function settle({ store }: App, { id, page, partner }: Proposal, made: readonly number[]): Promise<void> {
  await store.transaction(async (tx) => {
    await deleteProposal(tx, id);
    for (const [at, one] of [page, partner].entries()) if (one) await settlePage(tx, one.id, made[at] ?? null);
  });
}

async function proposalOf(app: Pick<App, 'store'>, id: number): Promise<Proposal> {
  const found = (await openProposals(app)).find((one) => one.id === id);
  if (found) return found;
  throw new Problem(
    'not-found',
    msg('Proposal {proposal} not found.', { proposal: String(id) }),
    'Somebody has decided on it.',
    'Look at what waits now.',
  );
}

/** A page read as it was fetched. */
async function prepared(app: App, page: SourcePage, signal: AbortSignal | undefined): Promise<PreparedArticle> {
  const bytes = await bytesOfPage(app.store.db, page.id);
  if (!bytes) throw new Problem('internal', msg('The page {address} is not kept any more.', { address: page.address }));
  const { name, address, language } = page;
  const input = { bytes, name, address, charset: page.charset || undefined, language };
  return prepareArticle(input, app.packs, app.intake, signal);
}

async function articlesOf(app: App, bitext: number): Promise<number[]> {
  const { sourceRevision, targetRevision } = await headOf(app, bitext);
  return Promise.all(
    [sourceRevision, targetRevision].map(async (id) => (await findRevision(app.store.db, id))?.articleId ?? 0),
  );
}
