import { watchFaults } from '../shared/faults.ts';
import { t } from '../shared/language.ts';
import { upload } from '../shared/upload.ts';

watchFaults();

// Many files: which of them make pairs is shown before they are sent as a whole.
const form = document.querySelector<HTMLFormElement>('#pairs');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const address = event.submitter?.getAttribute('formaction') ?? form.action;
  const isPreview = address.endsWith('/preview');
  const answer = await upload(form, address, dataOf(form, isPreview), t('Cancelled. Pairs stored by then stay.'));
  if (!answer?.type.includes('html')) return;
  const page = new DOMParser().parseFromString(answer.text, 'text/html');
  const [old, fresh] = [document.querySelector('#outcome'), page.querySelector('#outcome')];
  if (old && fresh) old.replaceChildren(...fresh.childNodes);
  document.querySelector<HTMLElement>('#outcome button, #outcome a')?.focus();
});

/** What is sent: the files by their paths; to see which make pairs, the names of a folder's files suffice. */
function dataOf(form: HTMLFormElement, namesOnly: boolean): FormData {
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') data.set(name, value);
    else if (value.name) {
      const path = value.webkitRelativePath;
      data.append(name, namesOnly && path ? new Blob([]) : value, path || value.name);
    }
  }
  return data;
}
