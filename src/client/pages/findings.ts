// The list of findings: D opens the form that dismisses the one in focus.
document.querySelector('main')?.addEventListener('keydown', (event) => {
  const { key, target } = event as KeyboardEvent;
  if (key !== 'd' || (target as Element).closest('input')) return;
  const details = (target as Element).closest('li')?.querySelector('details');
  if (!details) return;
  event.preventDefault();
  details.open = true;
  details.querySelector<HTMLInputElement>('input[name="reason"]')?.focus();
});

export {};
