import { t } from './language.ts';
import { isFree, type PairSide, putText } from './pair-sides.ts';
import { fetchPage } from './request.ts';
import { within } from './within.ts';

/** So long nothing more is typed or chosen, in ms, before the sides are looked at. */
const DELAY_MS = 400;

/**
 * Says what stands on the sides of a form as soon as it stands there: language, length and title of each, and whether they belong together. A page
 * is fetched once its address is pasted, dropped or left, not while it is typed.
 */
export function inspectPair(form: HTMLFormElement, sides: readonly PairSide[]): void {
  let timer = 0;
  let asked = new AbortController();
  const later = () => {
    asked.abort();
    clearTimeout(timer);
    timer = window.setTimeout(look, DELAY_MS);
  };
  form.addEventListener('change', later);
  form.addEventListener('input', (event) => {
    const isTyped = event instanceof InputEvent && !event.inputType.startsWith('insertFrom');
    const isOneWord = event.target instanceof HTMLTextAreaElement && /^\s*\S*\s*$/u.test(event.target.value);
    if (isTyped && isOneWord) asked.abort();
    else later();
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asked.abort();
  });
  form.addEventListener('click', (event) => {
    const button = within<HTMLButtonElement>(event, '.versions button');
    const side = sides.find(({ pane }) => button?.name === `${pane.dataset['side']}Address`);
    if (!button || !side) return;
    event.preventDefault();
    putText(side, button.value);
  });

  async function look(): Promise<void> {
    if (sides.every(isFree)) return show(null);
    asked = new AbortController();
    const { signal } = asked;
    const busy = window.setTimeout(() => say(t('Looking at the texts…')), DELAY_MS);
    const answer = await fetchPage('/bitexts/inspect', signal, new FormData(form));
    clearTimeout(busy);
    if (!signal.aborted) show(answer?.ok ? answer.page : null);
  }

  function show(page: Document | null): void {
    for (const place of form.querySelectorAll<HTMLElement>('[data-about]')) {
      const said = page?.querySelector(`[data-about="${place.dataset['about']}"]`);
      place.replaceChildren(...(said?.childNodes ?? []));
    }
  }

  function say(words: string): void {
    const place = form.querySelector('[data-about="pair"]');
    const line = document.createElement('p');
    line.className = 'quiet';
    line.textContent = words;
    place?.replaceChildren(line);
  }
}
