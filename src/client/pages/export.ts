import { t } from '../shared/language.ts';
import { fetchPage } from '../shared/request.ts';

// The form of an export says what the chosen file will leave out as soon as something is chosen.
const form = document.querySelector<HTMLFormElement>('.export-form');
const place = form?.querySelector<HTMLElement>('.losses');

/** So long nothing more is chosen, in ms, before it is counted: a long text takes a while. */
const COUNT_DELAY_MS = 300;

if (form && place) {
  const button = form.querySelector<HTMLElement>('button[formaction="/export/losses"]');
  if (button) button.hidden = true;
  let timer = 0;
  let asked = new AbortController();
  const later = () => {
    asked.abort();
    place.replaceChildren();
    clearTimeout(timer);
    timer = window.setTimeout(ask, COUNT_DELAY_MS);
  };
  async function ask(): Promise<void> {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form!)) chosen.append(name, String(value));
    if (!chosen.has('bitext')) {
      const line = document.createElement('p');
      line.textContent = t('Nothing is ticked yet.');
      return place!.replaceChildren(line);
    }
    asked = new AbortController();
    const { signal } = asked;
    const answer = await fetchPage(`/export/losses?${chosen}`, signal);
    if (!answer || signal.aborted) return;
    // Where nothing can be exported, the page says why.
    place!.replaceChildren(...answer.page.querySelectorAll(answer.ok ? '.losses > *' : 'main > p:has(strong)'));
  }
  form.addEventListener('change', later);
  later();
}
