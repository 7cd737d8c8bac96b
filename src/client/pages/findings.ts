import { within } from '../shared/within.ts';

// The list of findings: D opens the form that dismisses the one in focus.
document.querySelector('main')?.addEventListener('keydown', (event) => {
  if (event.key !== 'd' || within(event, 'input')) return;
  const details = within(event, 'li')?.querySelector('details');
  if (!details) return;
  event.preventDefault();
  details.open = true;
  details.querySelector<HTMLInputElement>('input[name="reason"]')?.focus();
});
