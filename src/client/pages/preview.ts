import { showBusy } from '../shared/busy-form.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('.pair-form')) showBusy(form);

// The preview: a click on a line takes it out of the alignment or back in.
for (const block of document.querySelectorAll<HTMLElement>('.block')) {
  const select = block.querySelector('select');
  const out = block.querySelector<HTMLInputElement>('input[type="checkbox"]');
  const kind = [...block.classList].find((name) => name !== 'block') ?? 'body';
  const first = kind === 'boilerplate' ? 'body' : kind;
  const show = () => {
    block.className = `block ${select?.value ?? (out?.checked ? 'boilerplate' : kind)}`;
  };
  block.addEventListener('change', show);
  block.querySelector('.block-text')?.addEventListener('click', () => {
    if (select) select.value = select.value === 'boilerplate' ? first : 'boilerplate';
    if (out) out.checked = !out.checked;
    show();
  });
  show();
}
