import { showBusy } from './busy-form.ts';
import { inspectPair } from './inspect-pair.ts';
import { isFree, openSides, type PairSide, swapSides } from './pair-sides.ts';

/** Opens a form that takes two texts, or one: what is dropped or pasted is taken, looked at where the page has a place for it, and can be turned round. */
export function openPairForm(form: HTMLFormElement): readonly PairSide[] {
  showBusy(form);
  for (const hint of form.querySelectorAll<HTMLElement>('.drop-hint')) hint.hidden = false;
  const sides = openSides(form);
  const swap = form.querySelector<HTMLButtonElement>('.swap');
  const [first, second] = sides;
  if (swap && first && second) {
    const showSwap = () => {
      swap.hidden = sides.every(isFree);
    };
    for (const kind of ['change', 'input']) form.addEventListener(kind, showSwap);
    swap.addEventListener('click', () => swapSides(first, second));
    showSwap();
  }
  if (form.querySelector('[data-about="pair"]')) inspectPair(form, sides);
  return sides;
}
