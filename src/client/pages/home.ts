import { showBusy } from '../shared/busy-form.ts';
import { openPairForm } from '../shared/pair-form.ts';
import { isFree, putDropped } from '../shared/pair-sides.ts';
import { refreshWaiting } from '../shared/refresh-waiting.ts';

// The first page: two texts, files or addresses that are dropped anywhere go to the two sides, in the order in which they come.
const zone = document.querySelector<HTMLFormElement>('.drop-zone');
if (zone) open(zone);
refreshWaiting();

// A long work on samples is said, too.
for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/samples"]')) showBusy(form);

function open(zone: HTMLFormElement): void {
  const sides = openPairForm(zone);
  // Anywhere on the page, so that nobody has to aim.
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) zone.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    zone.classList.remove('dropping');
    if (!event.dataTransfer) return;
    const free = event.dataTransfer.files.length > 1 ? sides : sides.filter(isFree);
    if (!putDropped(event.dataTransfer, free.length > 0 ? free : sides.slice(-1))) return;
    event.preventDefault();
    if (!sides.some(isFree)) zone.querySelector<HTMLButtonElement>('.primary')?.focus();
  });
}
