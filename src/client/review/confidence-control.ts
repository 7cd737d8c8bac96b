import { t } from '../shared/language.ts';
import { fetchAnswer } from '../shared/request.ts';

/** Where the browser keeps the figure from which rows are sure. */
const STORAGE_KEY = 'visavis-sure-from';

/** The figure from which rows are sure, kept from visit to visit, and how many rows are. */
export function confidenceControl(bitext: string) {
  const input = document.querySelector<HTMLInputElement>('#threshold');
  const button = document.querySelector<HTMLButtonElement>('#confirm-sure');
  let timer = 0;
  /** @param isAsked whether somebody has set the figure, and hears what comes of it */
  const refresh = (isAsked = false) => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      if (!input?.checkValidity()) return;
      const answer = await fetchAnswer(
        'GET /bitexts/:id/confirm-by-confidence',
        { id: bitext },
        { from: Number(input.value) },
      );
      if (!answer) return;
      const { count } = answer;
      if (!button) return;
      button.textContent = t('Confirm {count} rows', { count });
      button.disabled = count === 0;
      if (isAsked)
        document.querySelector('#count-news')?.replaceChildren(t('{count} rows have this confidence.', { count }));
    }, 300);
  };
  const kept = localStorage.getItem(STORAGE_KEY);
  if (input && kept && kept !== input.value) {
    input.value = kept;
    refresh();
  }
  input?.addEventListener('input', () => {
    if (input.checkValidity()) localStorage.setItem(STORAGE_KEY, input.value);
    refresh(true);
  });
  return { from: () => Number(input?.value ?? 100), refresh: () => refresh() };
}
