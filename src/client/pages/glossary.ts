// The list of concepts: arrows go from row to row, the space bar chooses, Enter opens.
const boxes = [...document.querySelectorAll<HTMLInputElement>('.bulk tbody input[type="checkbox"]')];

document.querySelector<HTMLElement>('.bulk tbody')?.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const at = target instanceof HTMLInputElement ? boxes.indexOf(target) : -1;
  if (at < 0) return;
  if (key === 'ArrowDown') boxes[at + 1]?.focus();
  else if (key === 'ArrowUp') boxes[at - 1]?.focus();
  else if (key === 'Enter') boxes[at]?.closest('tr')?.querySelector<HTMLAnchorElement>('a')?.click();
  else return;
  event.preventDefault();
});

export {};
