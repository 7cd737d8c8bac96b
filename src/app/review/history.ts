import type { Side } from '../../core/bitext/bitext.ts';
import { beadsExpected, type Edit, invertEdit } from '../../core/bitext/edit.ts';
import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { namesOf } from '../../store/people.ts';
import { numbersOf } from '../../store/review/bead-places.ts';
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
  /** The rows of it that are still there, by their numbers from 1, in order; empty where it was of very many. */
  readonly rows: readonly { readonly bead: number; readonly number: number }[];
  /** Of an edit of one text: what it was, and what it became. */
  readonly text: { readonly side: Side; readonly before: string; readonly after: string } | null;
}

/** Edits shown; older ones are kept, and undo reaches them. */
const SHOWN_EDITS = 300;

/**
 * The edits of a bitext, the last first. Undoing and redoing are not shown, only what they have done to others.
 * @param bead of which row alone; of all if not given
 */
export async function listHistory(app: App, id: number, author: string, bead?: number): Promise<HistoryEntry[]> {
  await headOf(app, id);
  const { db } = app.store;
  const latest = await latestEdits(db, id, SHOWN_EDITS);
  const edits = latest
    .map((edit) => ({ ...edit, beads: edit.forward ? beadsOf(edit.forward) : [] }))
    .filter(({ beads }) => bead === undefined || beads.includes(bead));
  const names = await namesOf(db);
  const numbers = await numbersOf(db, id, [...new Set(edits.flatMap(({ beads }) => beads))]);
  return edits.map((edit) => ({
    rows: edit.beads
      .flatMap((row) => {
        const number = numbers.get(row);
        return number === undefined ? [] : [{ bead: row, number }];
      })
      .sort((a, b) => a.number - b.number),
    text: edit.forward && textChange(edit.forward),
    seq: edit.seq,
    label: edit.label,
    at: edit.at,
    own: edit.author === author,
    name: names.get(edit.author) ?? '',
    stands: edit.state === 'done',
  }));
}

/** The rows that an edit found and those that it left, each once. */
function beadsOf(edit: Edit): number[] {
  return [...new Set([...beadsExpected(edit), ...beadsExpected(invertEdit(edit))])];
}

function textChange(edit: Edit): HistoryEntry['text'] {
  if (edit.type === 'texts') {
    const [only, more] = edit.texts;
    return only && !more ? { side: edit.side, before: only.from, after: only.to } : null;
  }
  if (edit.type !== 'segments' || edit.expect.length !== 1 || edit.put.length !== 1) return null;
  const [before, after] = [edit.expect[0]?.text ?? '', edit.put[0]?.text ?? ''];
  return before === after ? null : { side: edit.side, before, after };
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
