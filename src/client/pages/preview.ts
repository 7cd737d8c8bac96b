import { showBusy } from '../shared/busy-form.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('.pair-form')) showBusy(form);

// The preview: a click on a line takes it out of the alignment or back in.
for (const block of document.querySelectorAll<HTMLElement>('.block')) {
  const select = block.querySelector('select');
  if (!select) continue;
  const first = select.value === 'boilerplate' ? 'body' : select.value;
  const show = () => {
    block.className = `block ${select.value}`;
  };
  select.addEventListener('change', show);
  block.querySelector('.block-text')?.addEventListener('click', () => {
    select.value = select.value === 'boilerplate' ? first : 'boilerplate';
    show();
  });
}
