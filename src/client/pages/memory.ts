import type { AnswerOf } from '../../core/wire/wire.ts';
import { watchFaults } from '../shared/faults.ts';
import { t } from '../shared/language.ts';
import { upload } from '../shared/upload.ts';

watchFaults();

// The form of a memory, which may be long: says how far it has come, and can be stopped.
const form = document.querySelector<HTMLFormElement>('form.memory');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await upload(form, form.action, new FormData(form), t('Cancelled. Nothing was stored.'));
  if (answer?.type.includes('json')) {
    const { address }: AnswerOf<'POST /memories'> = JSON.parse(answer.text);
    location.href = address;
  } else if (answer?.type.includes('html')) showPage(answer.text);
});

/** What the server says instead: a problem, or what was lost on the way. */
function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [old, fresh] = [document.querySelector('main'), page.querySelector('main')];
  if (!old || !fresh) return;
  // A table is looked at before it is stored.
  if (fresh.querySelector('.columns')) {
    old.replaceWith(fresh);
    fresh.querySelector<HTMLElement>('select')?.focus();
    return;
  }
  for (const message of fresh.querySelectorAll('form')) message.remove();
  for (const message of document.querySelectorAll('main > .problem-box, main > .finding, main > [role="status"]'))
    message.remove();
  old
    .querySelector('h1')
    ?.after(...[...fresh.children].filter((child) => child.matches('.problem-box, .finding, [role="status"]')));
}
