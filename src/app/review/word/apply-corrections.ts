import { rowsOf } from '../../../core/bitext/bitext.ts';
import { type Correction, correctRows } from '../../../core/bitext/correct.ts';
import { rowKey } from '../../../core/bitext/row-key.ts';
import { staleRow } from '../../../core/bitext/stale-row.ts';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { rewrittenText } from '../../../core/text/blocks.ts';
import { findRevision, insertRevision } from '../../../store/articles.ts';
import { findHead, setTargetRevision } from '../../../store/bitexts.ts';
import { isOfMemory } from '../../../store/library/article-details.ts';
import type { Db } from '../../../store/open-store.ts';
import { readBitext } from '../../../store/review/bitext-rows.ts';
import type { App } from '../../app.ts';
import type { EditResult } from '../../parts.ts';
import { editRows } from '../edit-bitext.ts';
import type { HistoryRequest } from '../edit-transaction.ts';

/**
 * Carries corrections of the translation out as one edit, which can be undone, and stores the translation as it reads then as a new revision of its article;
 * all or nothing.
 * @param corrections rows with their keys as they were shown
 * @throws Problem `conflict` where one of them has changed since
 */
export async function applyCorrections(
  app: App,
  id: number,
  corrections: readonly (Correction & { readonly key: string })[],
  request: HistoryRequest,
): Promise<EditResult> {
  if (corrections.length === 0) throw new Problem('bad-request', 'No row was corrected.');
  const keys = new Map(corrections.map(({ bead, key }) => [bead, key]));
  const count = corrections.length;
  return editRows(app, id, {
    ...request,
    label: count === 1 ? msg('Corrected a row in Word') : msg('Corrected {count} rows in Word', { count }),
    beads: [...keys.keys()],
    plan(slice) {
      const stale = rowsOf(slice).find((row) => keys.has(row.bead.id) && keys.get(row.bead.id) !== rowKey(row));
      if (stale) throw staleRow();
      return correctRows(slice, corrections);
    },
    also: (tx) => keepRevision(tx, id, app.now()),
  });
}

/** Stores the translation as its rows have it now; the sides of a memory have no text of their own. */
async function keepRevision(tx: Db, id: number, now: string): Promise<void> {
  const head = await findHead(tx, id);
  const old = head && (await findRevision(tx, head.targetRevision));
  if (!old || old.blocks.length === 0 || (await isOfMemory(tx, old.id))) return;
  const { target } = await readBitext(tx, id);
  const fresh = rewrittenText(old, target);
  if (fresh.text === old.text || fresh.blocks.length === 0) return;
  await setTargetRevision(tx, id, await insertRevision(tx, old.articleId, fresh, now));
}
