import { showBusy } from '../shared/busy-form.ts';

// The first page: two files that are dropped go to the two sides, in the order in which they come.
const zone = document.querySelector<HTMLFormElement>('.drop-zone');
if (zone) open(zone);

// A long work on samples is said, too.
for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/samples"]')) showBusy(form);

function open(zone: HTMLFormElement): void {
  const [source, target] = zone.querySelectorAll<HTMLInputElement>('input[type="file"]');
  const swap = zone.querySelector<HTMLButtonElement>('.swap');
  const hint = zone.querySelector<HTMLElement>('.drop-hint');
  if (!source || !target || !swap || !hint) return;
  hint.hidden = false;
  showBusy(zone);
  const showSwap = () => {
    swap.hidden = !source.files?.length && !target.files?.length;
  };
  zone.addEventListener('change', showSwap);
  swap.addEventListener('click', () => {
    const [first, second] = [source.files, target.files];
    source.files = second ?? new DataTransfer().files;
    target.files = first ?? new DataTransfer().files;
  });
  // Anywhere on the page, so that nobody has to aim.
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    zone.classList.add('dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) zone.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    zone.classList.remove('dropping');
    const free = [source, target].filter((input) => files.length > 1 || !input.files?.length);
    for (const [at, input] of (free.length > 0 ? free : [target]).entries()) {
      const file = files[at];
      if (!file) continue;
      const holder = new DataTransfer();
      holder.items.add(file);
      input.files = holder.files;
    }
    showSwap();
    if (source.files?.length && target.files?.length) zone.querySelector<HTMLButtonElement>('.primary')?.focus();
  });
}
