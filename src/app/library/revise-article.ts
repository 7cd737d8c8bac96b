import type { Side } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { spansInVersion } from '../../core/bitext/inline/styled-spans.ts';
import { Problem } from '../../core/problem.ts';
import type { Block } from '../../core/text/blocks.ts';
import { insertRevision, type StoredRevision } from '../../store/articles.ts';
import { type ArticleBitext, bitextsOfArticles } from '../../store/library/article-bitexts.ts';
import { revisionsOf } from '../../store/library/article-details.ts';
import { lockedOf } from '../../store/workflow/workflow.ts';
import type { App } from '../app.ts';
import { prepareArticle } from '../import/article-intake.ts';
import type { Settled } from '../import/settle-pair.ts';
import { storeUpdates, type UpdatePlan } from '../review/store-updates.ts';
import { planUpdate, type UpdatedTexts, type UpdateTurn } from '../review/update-texts.ts';
import { requireUnlockedArticle } from '../workflow/lock.ts';
import { articleOf, latestRevision, paragraphsOf, type StoredArticle } from './article.ts';

/** A text as somebody has mended it, and the revision that it was made from. */
export interface MendedText {
  readonly text: string;
  readonly revision: number;
}

/** What has become of a bitext of the article. */
export interface RevisedBitext extends UpdatedTexts {
  readonly from: number;
  readonly language: string;
}

/**
 * Stores the text of an article as a new revision, and renews every bitext in which it stands: reviewed rows are carried
 * over. All of it or nothing. A bitext whose sentences are the same stays as it is. The text as it was is brought to the
 * translations that are of an older revision.
 * @throws Problem `not-found`; `conflict` where there is a newer revision; `bad-request` where nothing would change;
 *   `not-ready` where a translation is not aligned yet; `conflict` where it is itself a translation that is locked
 */
export async function reviseArticle(
  app: App,
  id: number,
  { text, revision }: MendedText,
  turn: UpdateTurn,
): Promise<RevisedBitext[]> {
  const article = await articleOf(app, id);
  const old = await latestRevision(app.store.db, id);
  if (old.id !== revision) throw changedMeanwhile();
  const isSame = plain(old.text) === plain(text);
  await requireUnlockedArticle(app.store.db, id);
  const known = await bitextsOfArticles(app.store.db, [id], DOUBTFUL_BELOW);
  const locked = await lockedOf(
    app.store.db,
    known.map(({ id: bitext }) => bitext),
  );
  // What is published keeps the text that it was made from.
  const bitexts = known.filter(({ id: bitext, state }) => state !== 'failed' && !locked.has(bitext));
  const sideIn = ({ source }: ArticleBitext): Side => (source.article === id ? 'source' : 'target');
  // The same text is brought to the translations that are of an older one.
  const [newest] = await revisionsOf(app.store.db, id);
  const wanted = isSame ? bitexts.filter((one) => one[sideIn(one)].revision !== newest?.number) : bitexts;
  if (isSame && wanted.length === 0) {
    throw new Problem('bad-request', 'The text is as it was.', '', 'Change it first, or go back to the article.');
  }
  const settled = isSame ? old : await readAgain(app, article, old, text, turn.signal);
  const plans: { plan: UpdatePlan; side: Side; from: number; language: string }[] = [];
  for (const bitext of wanted) {
    const side = sideIn(bitext);
    const plan = await planUpdate(app, bitext.id, { [side]: settled }, turn);
    if (!plan) continue;
    plans.push({ plan, side, from: bitext.id, language: bitext.target.language });
  }
  const made = await storeUpdates(
    app,
    plans.map(({ plan }) => plan),
    turn.signal,
    async (tx, now) => {
      if ((await latestRevision(tx, id)).id !== revision) throw changedMeanwhile();
      const stored = isSame ? old.id : await insertRevision(tx, id, settled, now);
      return plans.map(({ side }) => ({ [side]: stored }));
    },
  );
  return plans.map(({ plan, from, language }, i) => ({ id: made[i]!, from, language, ...plan.counts }));
}

/** The mended text; a line that stood in the old one is what it was there, and takes part in the alignment or does not. */
async function readAgain(
  app: App,
  { title, language }: StoredArticle,
  old: StoredRevision,
  text: string,
  signal: AbortSignal | undefined,
): Promise<Settled> {
  const article = await prepareArticle({ text, name: title, language }, app.packs, app.intake, signal);
  const reasons = new Map(old.blocks.map((block) => [lineOf(old.text, block), block.reason]));
  const kinds = new Map(paragraphsOf(old).map((paragraph) => [plain(paragraph.text), paragraph.kind]));
  const blocks = article.blocks.map((block): Block => {
    const line = lineOf(article.text, block);
    const kind = kinds.get(line);
    return kind ? { ...block, kind, reason: reasons.get(line) ?? null } : block;
  });
  // A form has letters alone; what has stayed of them is shown as it was.
  const styles = spansInVersion(article.text, old.text, old.styles);
  return { ...article, blocks, styles, unsorted: undefined };
}

function lineOf(text: string, { start, end }: Pick<Block, 'start' | 'end'>): string {
  return plain(text.slice(start, end));
}

/** A text as a form sends it back where nobody has changed it. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function changedMeanwhile(): Problem {
  return new Problem(
    'conflict',
    'Someone has changed this text.',
    '',
    'Compare both and save again, or cancel to keep what is stored.',
  );
}
