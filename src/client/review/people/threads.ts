import { ask } from '../../shared/ask.ts';
import { askText } from '../../shared/ask-text.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import { fetchAnswer } from '../../shared/request.ts';
import { within } from '../../shared/within.ts';

/** Answers to comments, and threads that are settled or opened again, in place. */
export function openThreads(list: HTMLElement, bitext: string) {
  async function reply(row: HTMLElement, comment: string): Promise<void> {
    const text = await askText('reply', 'reply', '', comment);
    row.querySelector<HTMLElement>(`#c${comment} .reply`)?.focus();
    if (!text?.trim()) return;
    const answer = await ask('POST /bitexts/:id/comments/:comment/replies', { id: bitext, comment }, { text });
    if (!answer) return;
    showComments(answer.bead, answer.html);
    document.querySelector<HTMLElement>(`#c${comment} .reply`)?.focus();
    announce(t('Reply saved.'));
  }

  async function resolve(comment: string, resolved: 'yes' | 'no'): Promise<void> {
    const answer = await ask('POST /bitexts/:id/comments/:comment/resolve', { id: bitext, comment }, { resolved });
    if (!answer) return;
    showComments(answer.bead, answer.html);
    document.querySelector<HTMLElement>(`#c${comment} [name="resolved"]`)?.focus();
    announce(resolved === 'yes' ? t('Comment resolved.') : t('Comment reopened.'));
  }

  list.addEventListener('click', (event) => {
    const link = within(event, '.reply');
    const row = link?.closest<HTMLElement>('.row');
    const comment = link?.closest<HTMLElement>('.thread-acts')?.dataset['comment'];
    if (!row || !comment || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void reply(row, comment);
  });
  list.addEventListener('submit', (event) => {
    const form = within<HTMLFormElement>(event, '.thread-acts');
    const comment = form?.dataset['comment'];
    const button = event.submitter;
    if (!comment || !(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void resolve(comment, button.value === 'yes' ? 'yes' : 'no');
  });

  return {
    /** Fetches what is said of a row, where the page shows it. */
    async refresh(bead: number): Promise<void> {
      if (!document.getElementById(`b${bead}`)) return;
      const piece = await fetchAnswer('GET /bitexts/:id/rows', { id: bitext }, { around: bead, count: 1 });
      if (piece) showComments(bead, piece.html);
    },
  };
}

/** Puts a row's comments as they are in its HTML; the rest of the row may be newer on the page. */
export function showComments(bead: number, html: string): void {
  const row = document.getElementById(`b${bead}`);
  const template = document.createElement('template');
  template.innerHTML = html;
  const fresh = template.content.querySelector(`#b${bead}`);
  if (!row || !fresh) return;
  for (const old of row.querySelectorAll(':scope > .comment')) old.remove();
  row.append(...fresh.querySelectorAll(':scope > .comment'));
}
