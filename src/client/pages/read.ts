import { within } from '../shared/within.ts';

// The reading view: printing, and one lit sentence on both sides.
const print = document.querySelector<HTMLButtonElement>('#print');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

const passages = document.querySelector<HTMLElement>('.passages');
passages?.addEventListener('pointerover', (event) => {
  const sentence = within(event, '.sentence');
  for (const lit of passages.querySelectorAll('.lit')) lit.classList.remove('lit');
  if (!sentence) return;
  for (const same of passages.querySelectorAll(`[data-row="${sentence.dataset['row']}"]`)) same.classList.add('lit');
});
