import { type Bead, reopened } from '../../core/bitext/bitext.ts';
import type { TextsEdit } from '../../core/bitext/edit.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { type App, headOf } from '../app.ts';
import type { WorkOrder } from '../desk.ts';
import type { EditResult } from '../parts.ts';
import { editRows } from './edit-bitext.ts';
import { doneBefore, type HistoryRequest } from './edit-transaction.ts';
import { type FoundReplacements, findReplacements, type ReplaceQuery } from './find-replacements.ts';

/** Replacements that a page shows at once. */
export const SHOWN_REPLACEMENTS = 200;

/** What replacing a text in the translation would change, a page of it. */
export async function previewReplace(
  app: App,
  id: number,
  what: ReplaceQuery,
  { page = 0, ...order }: WorkOrder & { readonly page?: number } = {},
): Promise<FoundReplacements> {
  await headOf(app, id);
  const want = { at: page * SHOWN_REPLACEMENTS, count: SHOWN_REPLACEMENTS };
  return app.pool.run(findReplacements, { id, ...what, want }, order);
}

/** Which of the replacements that a preview showed are carried out. */
export type ChosenReplacements =
  /** Segments with their keys in the preview. */
  | { readonly chosen: ReadonlyMap<number, string> }
  /** All but those in some segments, by the key of the whole preview. */
  | { readonly allBut: readonly number[]; readonly key: string };

/**
 * Replaces a text in the chosen segments, as one edit. Rows that were confirmed are open again.
 * @throws Problem `conflict` where one of them has changed since
 */
export async function replaceText(
  app: App,
  id: number,
  { query, replacement, ...which }: ReplaceQuery & ChosenReplacements,
  request: HistoryRequest,
): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  const want = 'chosen' in which ? { only: [...which.chosen.keys()] } : { but: which.allBut };
  const found = await app.pool.run(findReplacements, { id, query, replacement, want });
  const { wanted } = found;
  if ('chosen' in which) {
    const there = new Map(wanted.map((one) => [one.segment, one]));
    for (const [segment, key] of which.chosen) {
      const one = there.get(segment);
      if (one?.key !== key) throw staleRow();
    }
  } else if (found.key !== which.key) throw staleRow();
  if (wanted.length === 0) throw new Problem('bad-request', 'No segment was chosen.', '', 'Choose at least one.');
  const beads = new Set(wanted.map(({ bead }) => bead));
  const texts = wanted.map(({ segment, from, to }) => ({ segment, from, to }));
  const count = wanted.length;
  return editRows(app, id, {
    ...request,
    label: count === 1 ? msg('Replaced in a segment') : msg('Replaced in {count} segments', { count }),
    beads: [...beads],
    plan: (slice): TextsEdit => ({
      type: 'texts',
      side: 'target',
      texts,
      marks: slice.beads.filter(({ id: bead }) => beads.has(bead)).map(reopenedMark),
    }),
  });
}

function reopenedMark({ id, status, note }: Bead): TextsEdit['marks'][number] {
  return { bead: id, from: { status, note }, to: { status: reopened(status), note } };
}
