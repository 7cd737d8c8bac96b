import { ask } from '../../shared/ask.ts';
import { askText } from '../../shared/ask-text.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import { makeEntry } from '../add-term.ts';
import type { Cursor } from '../cursor.ts';
import { openDrafts } from '../drafts.ts';
import { editInPlace } from '../segment-editor.ts';
import { atCursor, type Parts, seenOf, segmentOf } from './at-cursor.ts';

/** What is written: a segment's text, comments, terms. */
export function textActions(parts: Parts) {
  const { address, cursor, sync, list } = parts;
  const { onRow, onSegment } = atCursor(parts);
  const drafts = openDrafts(list, address, (segment, text) => {
    cursor.place(segment);
    const at = cursor.at();
    if (at) void editText(at, text);
  });
  drafts.offer();

  /** What is typed is kept as a draft until the server has taken it. */
  async function editText(at: Cursor, draft?: string): Promise<void> {
    const { segment: id = '', side } = segmentOf(at);
    const edited = await editInPlace(at.segment, draft, (text) => drafts.keep(id, { side, text }));
    cursor.place(at.segment);
    if (edited.kind === 'left') {
      drafts.drop(id);
      return sync.settle();
    }
    const before = at.segment.textContent ?? '';
    const follow = segmentOf(at);
    if (edited.text !== before) {
      drafts.keep(id, { side, text: edited.text });
      const body = { action: 'rewrite', ...segmentOf(at), text: edited.text };
      const saved = await sync.post('edits', { ...body, seen: seenOf(at.row) }, follow);
      if (!saved) return drafts.offer();
    }
    drafts.drop(id);
    if (edited.kind === 'cut') {
      await sync.post('edits', { action: 'cut', ...segmentOf(at), offset: edited.offset }, follow);
    }
  }

  async function comment(at: Cursor): Promise<void> {
    const text = await askText('comment', 'comment');
    cursor.place(at.segment);
    if (!text?.trim()) return;
    const anchor = at.segment.dataset['id'] ? at.segment : at.row.querySelector<HTMLElement>('.segment[data-id]');
    const side = anchor?.closest<HTMLElement>('.side')?.dataset['side'];
    const answer = await ask<{ html: string }>(`${address}/comments`, { side, segment: anchor?.dataset['id'], text });
    const template = document.createElement('template');
    template.innerHTML = answer?.html ?? '';
    // The rest of the row may be newer on the page than in the answer.
    const comments = template.content.querySelectorAll('.comment');
    if (comments.length === 0) return;
    for (const old of at.row.querySelectorAll('.comment')) old.remove();
    at.row.append(...comments);
    announce(t('Comment saved.'));
  }

  function useTerm({ row }: Cursor): void {
    const form = row.querySelector<HTMLFormElement>('.term-finding form');
    if (form) form.requestSubmit();
    else announce(t('No term of this row can be put right by itself.'));
  }

  return {
    edit: () => onSegment((at) => void editText(at)),
    comment: () => onRow((at) => void comment(at)),
    useTerm: () => onRow(useTerm),
    offerDrafts: () => drafts.offer(),
    addTerm: () => onRow((at) => void makeEntry(at, address)),
  };
}
