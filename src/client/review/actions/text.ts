import { ask } from '../../shared/ask.ts';
import { askText } from '../../shared/ask-text.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import { makeEntry } from '../add-term.ts';
import type { Cursor } from '../cursor.ts';
import { openDrafts } from '../drafts.ts';
import { showComments } from '../people/threads.ts';
import { editInPlace } from '../segment-editor.ts';
import { atCursor, beadOf, type Parts, placeOf, type SegmentPlace } from './at-cursor.ts';

/** What is written: a segment's text, comments, terms. */
export function textActions(parts: Parts) {
  const { bitext, cursor, sync, list } = parts;
  const { onRow, onSegment, edit } = atCursor(parts);
  const drafts = openDrafts(list, `/bitexts/${bitext}`, (segment, text) => {
    cursor.place(segment);
    const [at, place] = [cursor.at(), placeOf(segment)];
    if (at && place) void editText(at, place, text);
  });
  drafts.offer();

  /** What is typed is kept as a draft until the server has taken it. */
  async function editText(at: Cursor, place: SegmentPlace, draft?: string): Promise<void> {
    const { side } = place;
    const id = String(place.segment);
    const edited = await editInPlace(at.segment, draft, (text) => drafts.keep(id, { side, text }));
    cursor.place(at.segment);
    if (edited.kind === 'left') {
      drafts.drop(id);
      return sync.settle();
    }
    const before = at.segment.textContent ?? '';
    if (edited.text !== before) {
      drafts.keep(id, { side, text: edited.text });
      const saved = await edit({ action: 'rewrite', ...place, text: edited.text }, at);
      if (!saved) return drafts.offer();
    }
    drafts.drop(id);
    // The row is another by now, and is taken as it is.
    if (edited.kind === 'cut') await edit({ action: 'splitSegment', ...place, offset: edited.offset }, at, []);
  }

  async function comment(at: Cursor): Promise<void> {
    const text = await askText('comment', 'comment', '', String(beadOf(at.row)));
    cursor.place(at.segment);
    if (!text?.trim()) return;
    const place = placeOf(at.segment) ?? placeOf(at.row.querySelector<HTMLElement>('.segment[data-id]'));
    if (!place) return;
    const answer = await ask('POST /bitexts/:id/comments', { id: bitext }, { ...place, text });
    if (!answer) return;
    showComments(answer.bead, answer.html);
    announce(t('Comment saved.'));
  }

  function useTerm({ row }: Cursor): void {
    const form = row.querySelector<HTMLFormElement>('.term-finding form:not(.dismissal)');
    if (form) form.requestSubmit();
    else announce(t('No term to replace in this row.'));
  }

  return {
    edit: () => onSegment((at, place) => void editText(at, place)),
    comment: () => onRow((at) => void comment(at)),
    useTerm: () => onRow(useTerm),
    offerDrafts: () => drafts.offer(),
    addTerm: () => onRow((at) => void makeEntry(at, bitext)),
  };
}
