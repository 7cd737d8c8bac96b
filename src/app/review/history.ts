import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { namesOf } from '../../store/people.ts';
import { latestEdits } from '../../store/review/edits.ts';
import { type App, headOf } from '../app.ts';
import type { HistoryRequest } from './edit-transaction.ts';
import { undoEdit } from './undo-edit.ts';

/** An edit as the history shows it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly label: Message;
  readonly at: string;
  /** Whether it is the reader's own. */
  readonly own: boolean;
  /** The author's name; empty where none was given. */
  readonly name: string;
  /** Whether it stands; one that does can be gone back behind. */
  readonly stands: boolean;
}

/** Edits shown; older ones are kept, and undo reaches them. */
const SHOWN_EDITS = 300;

/** The edits of a bitext, the last first. Undoing and redoing are not shown, only what they have done to others. */
export async function listHistory(app: App, id: number, author: string): Promise<HistoryEntry[]> {
  await headOf(app, id);
  const edits = await latestEdits(app.store.db, id, SHOWN_EDITS);
  const names = await namesOf(app.store.db);
  return edits.map((edit) => ({
    seq: edit.seq,
    label: edit.label,
    at: edit.at,
    own: edit.author === author,
    name: names.get(edit.author) ?? '',
    stands: edit.state === 'done',
  }));
}

/**
 * Goes back to where the bitext was before one of the author's edits: takes back
 * that edit and all of the author's after it, one after another. What others
 * have done stays. Returns how many were taken back.
 * @throws Problem `bad-request` where the edit is not the author's or does not
 *   stand, `conflict` where others have built upon one of them; those after it are taken back then
 */
export async function goBackBehind(app: App, id: number, seq: number, request: HistoryRequest): Promise<number> {
  const standing = (await listHistory(app, id, request.author)).filter(({ own, stands }) => own && stands);
  if (!standing.some((entry) => entry.seq === seq)) {
    throw new Problem(
      'bad-request',
      'This change cannot be undone here.',
      'It is another user’s, or has been undone already.',
      'Reload the history.',
    );
  }
  const back = standing.filter((entry) => entry.seq >= seq);
  for (const entry of back) await undoEdit(app, id, { ...request, clientId: `${request.clientId} ${entry.seq}` });
  return back.length;
}
