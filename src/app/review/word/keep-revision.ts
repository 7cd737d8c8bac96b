import { rewrittenText } from '../../../core/text/blocks.ts';
import { findRevision, insertRevision } from '../../../store/articles.ts';
import { findHead, setTargetRevision } from '../../../store/bitexts.ts';
import { isOfMemory } from '../../../store/library/article-details.ts';
import { readBitext } from '../../../store/review/bitext-rows.ts';
import type { Editing } from '../edit-transaction.ts';

/**
 * Stores the translation as its rows have it now as a new revision of its article, where it reads otherwise than before; the
 * sides of a memory have no text of their own.
 */
export async function keepRevision({ app, tx, id }: Editing): Promise<void> {
  const head = await findHead(tx, id);
  const old = head && (await findRevision(tx, head.targetRevision));
  if (!old || old.blocks.length === 0 || (await isOfMemory(tx, old.id))) return;
  const { target } = await readBitext(tx, id);
  const fresh = rewrittenText(old, target);
  if (fresh.text === old.text || fresh.text === '') return;
  await setTargetRevision(tx, id, await insertRevision(tx, old.articleId, fresh, app.now()));
}
