import type { LinkKind } from '../../core/align/explain/explain-links.ts';
import type { Evidence } from '../../core/align/explain/explain-readings.ts';
import type { Side } from '../../core/bitext/bitext.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { ExplainedLink, LinkedWord, RowExplanation } from '../../core/wire/rows.ts';
import { t } from '../shared/language.ts';
import { within } from '../shared/within.ts';
import { rangeIn } from './found-text.ts';

const EVIDENCE: readonly (readonly [keyof Evidence, string])[] = [
  ['words', 'words'],
  ['meanings', 'meaning'],
  ['lengths', 'lengths'],
  ['paragraphs', 'paragraphs'],
  ['shapes', 'kind of row'],
];

/** Below this a difference of log scores decides nothing. */
const MIN_DIFFERENCE = 0.5;

/**
 * Shows an explanation at the foot of its row: linked words, which light up on
 * both sides under the pointer or the focus, lengths, and the alternative.
 * @param take called when the alternative is wanted
 */
export function showWhy(row: HTMLElement, explanation: RowExplanation, take: () => void): void {
  closeWhy();
  const panel = document.createElement('section');
  panel.className = 'why';
  panel.setAttribute('aria-label', t('Why this row'));
  panel.append(linksParagraph(row, explanation.links), lengthsParagraph(explanation));
  panel.append(...alternativeParagraphs(row, explanation, take));
  row.append(panel);
  row.addEventListener('pointermove', (event) => lightUnder(event, row, explanation.links));
  light(row, explanation.links);
}

/** Whether a panel was open and has been closed. */
export function closeWhy(): boolean {
  const open = document.querySelector('.why');
  open?.remove();
  CSS.highlights?.delete('linked');
  return open !== null;
}

function linksParagraph(row: HTMLElement, links: readonly ExplainedLink[]): HTMLElement {
  const paragraph = document.createElement('p');
  if (links.length === 0) {
    paragraph.textContent = t('No word links found.');
    return paragraph;
  }
  paragraph.append(t('Linked:'), ' ');
  for (const link of links) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'linked-words';
    const equal = link.source.text === link.target.text;
    button.append(isolated(link.source.text));
    if (!equal) button.append(' – ', isolated(link.target.text));
    button.title = t(REASONS[link.kind]);
    for (const event of ['pointerenter', 'focus']) button.addEventListener(event, () => light(row, [link]));
    for (const event of ['pointerleave', 'blur']) button.addEventListener(event, () => light(row, links));
    paragraph.append(button, ' ');
  }
  return paragraph;
}

function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}

const REASONS: Readonly<Record<LinkKind, string>> = {
  number: 'the same number',
  date: 'the same date',
  mark: 'the same mark',
  same: 'the same word',
  alike: 'they look alike',
  lexicon: 'known from a lexicon',
  learned: 'learned from the other rows',
};

function lengthsParagraph({ lengths: { source, target, expected } }: RowExplanation): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent =
    source === 0 || target === 0
      ? t('One side is empty.')
      : t('Translation: {target} characters; about {expected} expected for {source} in the source.', {
          target: Math.round(target),
          expected: Math.round(expected),
          source: Math.round(source),
        });
  return paragraph;
}

function alternativeParagraphs(
  row: HTMLElement,
  { current, alternative }: RowExplanation,
  take: () => void,
): HTMLElement[] {
  const verdict = document.createElement('p');
  if (!alternative) {
    verdict.textContent = t('No alternative for this passage.');
    return [verdict];
  }
  const differences = EVIDENCE.map(([kind, name]) => ({
    name,
    by: current.evidence[kind] - alternative.evidence[kind],
  }));
  const named = (sign: 1 | -1) => differences.filter(({ by }) => by * sign > MIN_DIFFERENCE).map(({ name }) => t(name));
  const [pro, contra] = [named(1), named(-1)];
  verdict.textContent = [
    t('This row: {now}. Alternative: {alternative}.', {
      now: percent(current.probability),
      alternative: percent(alternative.probability),
    }),
    pro.length > 0 ? t('In favour of this row: {reasons}.', { reasons: pro.join(', ') }) : '',
    contra.length > 0 ? t('In favour of the alternative: {reasons}.', { reasons: contra.join(', ') }) : '',
  ].join(' ');
  const list = document.createElement('ol');
  list.className = 'alternative';
  list.setAttribute('aria-label', t('Alternative'));
  const textOf = (side: Side, ids: readonly number[]) =>
    ids
      .map((id) => row.parentElement?.querySelector(`.${side} > [data-id="${id}"]`)?.textContent?.trim() ?? '…')
      .map(plainText)
      .join(' ');
  for (const group of alternative.groups) {
    const item = document.createElement('li');
    for (const side of ['source', 'target'] as const) {
      const text = document.createElement('span');
      const column = row.querySelector<HTMLElement>(`.${side}`);
      text.lang = column?.lang ?? '';
      text.dir = column?.dir ?? 'auto';
      text.textContent = textOf(side, group[side]) || '—';
      item.append(text);
    }
    list.append(item);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t('Use the alternative');
  button.addEventListener('click', take);
  return [verdict, list, button];
}

function percent(share: number): string {
  return share < 0.01 ? t('under 1%') : t('{share}', { share: { percent: Math.floor(share * 100) / 100 } });
}

/** Lights up the words of links on both sides. */
function light(row: HTMLElement, links: readonly ExplainedLink[]): void {
  if (!CSS.highlights) return;
  const ranges = links.flatMap((link) => [rangeOf(row, 'source', link.source), rangeOf(row, 'target', link.target)]);
  CSS.highlights.set('linked', new Highlight(...ranges.filter((range) => range !== null)));
}

function rangeOf(row: HTMLElement, side: Side, { segment, start, end }: LinkedWord): Range | null {
  const element = row.querySelector(`.${side} > [data-id="${segment}"]`);
  return element && rangeIn(element, start, end);
}

/** Lights up the pair of words under the pointer, or all where there is none. */
function lightUnder(event: PointerEvent, row: HTMLElement, links: readonly ExplainedLink[]): void {
  if (!row.querySelector('.why') || !within(event, '.segment')) return;
  const under = links.find((link) =>
    (['source', 'target'] as const).some((side) => {
      const range = rangeOf(row, side, link[side]);
      return [...(range?.getClientRects() ?? [])].some(
        ({ left, right, top, bottom }) =>
          event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom,
      );
    }),
  );
  light(row, under ? [under] : links);
}
