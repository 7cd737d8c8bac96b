import { fetchText } from '../shared/request.ts';
import { within } from '../shared/within.ts';

/** How long the pointer rests on a term before its card is shown, in ms. */
const HOVER_DELAY_MS = 250;

/** Shows a card for a term under the pointer, or for the terms of a row one after another. */
export function openTermCards(list: HTMLElement) {
  const card = document.createElement('aside');
  card.className = 'term-card';
  card.hidden = true;
  let timer = 0;
  let shown: HTMLElement | null = null;
  const kept = new Map<string, string>();

  list.addEventListener('pointerover', (event) => {
    const term = within(event, '.term');
    clearTimeout(timer);
    if (term && term !== shown) timer = window.setTimeout(() => void show(term), HOVER_DELAY_MS);
    else if (!term && !within(event, '.term-card')) timer = window.setTimeout(hide, HOVER_DELAY_MS);
  });
  list.addEventListener('click', (event) => {
    const term = within(event, '.term');
    if (term) void show(term);
  });

  async function show(term: HTMLElement): Promise<string> {
    const concept = term.dataset['concept'] ?? '';
    if (!kept.has(concept)) {
      const text = await fetchText(`/glossary/${concept}/card`);
      if (text === null) return '';
      kept.set(concept, text);
    }
    card.innerHTML = kept.get(concept) ?? '';
    document.body.append(card);
    const { left, bottom } = term.getBoundingClientRect();
    card.hidden = false;
    card.style.left = `${Math.max(8, Math.min(left, innerWidth - card.offsetWidth - 8)) + scrollX}px`;
    card.style.top = `${bottom + scrollY + 4}px`;
    shown = term;
    return card.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
  }

  function hide(): void {
    card.hidden = true;
    shown = null;
  }

  return {
    hide,
    /** The next term of a row; what its card says, or null where the row has none. */
    async next(row: HTMLElement): Promise<string | null> {
      const terms = [...row.querySelectorAll<HTMLElement>('.term')];
      const term = terms[(shown ? terms.indexOf(shown) : -1) + 1];
      if (!term) {
        hide();
        return terms.length > 0 ? '' : null;
      }
      return show(term);
    },
  };
}
