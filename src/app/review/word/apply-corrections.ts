import { rowsOf } from '../../../core/bitext/bitext.ts';
import { type Correction, correctRows } from '../../../core/bitext/correct.ts';
import { rowKey } from '../../../core/bitext/row-key.ts';
import { staleRow } from '../../../core/bitext/stale-row.ts';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
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
    revises: true,
  });
}
