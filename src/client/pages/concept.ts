import { t } from '../shared/language.ts';
import { fetchAnswer } from '../shared/request.ts';

// The form of a concept: a fresh line appears when the last one is used.
for (const lines of document.querySelectorAll<HTMLElement>('.concept-form .lines')) {
  lines.addEventListener('input', () => {
    const last = lines.lastElementChild;
    if (!last?.querySelector<HTMLInputElement>('input[name="text"], input[name="relationTo"]')?.value) return;
    const line = document.importNode(last, true);
    for (const input of line.querySelectorAll('input')) input.value = '';
    for (const select of line.querySelectorAll('select')) select.selectedIndex = 0;
    lines.append(line);
  });
}

// What is typed for another concept is looked up, so that it need not be known by heart.
const suggestions = document.querySelector<HTMLDataListElement>('#concepts');
let asked = '';

document.querySelector<HTMLFormElement>('.concept-form')?.addEventListener('input', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.list === suggestions) void suggest(event.target.value);
});

async function suggest(typed: string): Promise<void> {
  asked = typed;
  // One that has been chosen begins with its number.
  if (!suggestions || typed.trim().length < 2 || /^\d+ /u.test(typed)) return;
  const found = await fetchAnswer('GET /glossary/suggestions', {}, { q: typed });
  // Somebody may have typed on meanwhile.
  if (!found || asked !== typed) return;
  suggestions.replaceChildren(
    ...found.map(({ id, kind, text }) => {
      const option = document.createElement('option');
      option.value = `${id} ${text}`;
      option.label = `${text} (${t(kind)})`;
      return option;
    }),
  );
}
