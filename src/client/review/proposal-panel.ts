import type { PreviewRow, RealignPreview } from '../../core/wire/edits.ts';
import { t } from '../shared/language.ts';

/**
 * Shows old and new side by side at the foot of a row until one is chosen.
 * @returns whether the proposal was taken
 */
export function showProposal(row: HTMLElement, { passages }: RealignPreview): Promise<boolean> {
  closeProposal();
  const panel = document.createElement('section');
  panel.className = 'proposal';
  panel.setAttribute('aria-label', t('Proposal of the aligner'));
  const text = document.createElement('p');
  text.textContent = t('{count} passages would change.', { count: passages.length });
  panel.append(text);
  const take = button(t('Accept'), 'primary');
  const leave = button(t('Keep as is'), '');
  const end = document.createElement('p');
  end.className = 'form-end';
  end.append(take, ' ', leave);
  panel.append(end);
  for (const { now, proposed } of passages) {
    const passage = document.createElement('div');
    passage.className = 'proposal-passage';
    passage.append(layout(row, t('Now'), now), layout(row, t('Proposed'), proposed));
    panel.append(passage);
  }
  row.append(panel);
  take.focus();
  take.scrollIntoView({ block: 'nearest' });
  return new Promise((resolve) => {
    const finish = (taken: boolean) => {
      panel.remove();
      resolve(taken);
    };
    take.addEventListener('click', () => finish(true));
    leave.addEventListener('click', () => finish(false));
    panel.addEventListener('left', () => finish(false));
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') finish(false);
      event.stopPropagation();
    });
  });
}

function closeProposal(): void {
  document.querySelector('.proposal')?.dispatchEvent(new Event('left'));
}

function layout(row: HTMLElement, title: string, rows: readonly PreviewRow[]): HTMLElement {
  const part = document.createElement('div');
  const head = document.createElement('h2');
  head.textContent = title;
  const list = document.createElement('ol');
  for (const { source, target, confidence } of rows) {
    const item = document.createElement('li');
    for (const [side, texts] of [
      ['source', source],
      ['target', target],
    ] as const) {
      const column = row.querySelector<HTMLElement>(`:scope > .${side}`);
      const text = document.createElement('span');
      text.lang = column?.lang ?? '';
      text.dir = column?.dir ?? 'auto';
      text.textContent = texts.join(' ') || '—';
      item.append(text);
    }
    const sure = document.createElement('span');
    sure.className = 'quiet';
    sure.textContent = confidence === null ? '' : `${Math.floor(confidence * 100)}\u00a0%`;
    item.append(sure);
    list.append(item);
  }
  part.append(head, list);
  return part;
}

function button(text: string, className: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.className = className;
  return element;
}
