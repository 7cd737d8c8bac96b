import type { ShownChange } from '../../core/wire/edits.ts';
import { t } from '../shared/language.ts';

/**
 * Puts the rows of an answer where the old ones stand. Under a filter, rows that it does not show stay out.
 * @returns the new row elements, or null where the page does not show the old ones
 */
export function swapRows(list: HTMLElement, answer: ShownChange): HTMLElement[] | null {
  const old = answer.removed.flatMap((id) => {
    const row = document.getElementById(`b${id}`);
    return row ? [row] : [];
  });
  const [first] = old;
  if (!first) return null;
  const template = document.createElement('template');
  template.innerHTML = answer.rows.map(({ html }) => html).join('');
  const isWhole = list.classList.contains('all');
  const hidden = new Set(isWhole ? [] : answer.removed.filter((id) => !document.getElementById(`b${id}`)));
  const fresh = [...template.content.querySelectorAll<HTMLElement>('.row')].filter(
    (row) => !hidden.has(Number(row.dataset['bead'])),
  );
  const numbers = new Map(old.map((row) => [row.id, numberOf(row)?.textContent ?? '']));
  const places = old.map((row) => row.dataset['place']);
  const sameIds = old.length === fresh.length && old.every((row, i) => row.id === fresh[i]?.id);
  if (sameIds) {
    for (const [i, row] of fresh.entries()) old[i]?.replaceWith(row);
  } else {
    first.before(...fresh);
    for (const row of old) row.remove();
  }
  if (isWhole) renumber(list);
  else {
    fresh.forEach((row, i) => {
      numberOf(row)?.replaceChildren(numbers.get(row.id) ?? '');
      // Its place among what was found; more rows than there were share the last.
      row.dataset['place'] = places[Math.min(i, places.length - 1)] ?? '0';
      row.dataset['edited'] = '';
    });
  }
  return fresh.filter((row) => list.contains(row));
}

/** Numbers the rows of a whole text. (CSS counters would do it, but cost seconds together with content-visibility.) */
function renumber(list: HTMLElement): void {
  let number = 0;
  for (const item of list.querySelectorAll<HTMLElement>(':scope > *')) {
    if (item.classList.contains('gap')) {
      item.dataset['from'] = String(number);
      number += Number(item.dataset['count']);
      continue;
    }
    number += 1;
    const place = numberOf(item);
    if (place && place.textContent !== String(number)) place.textContent = String(number);
  }
}

function numberOf(row: Element | undefined): Element | null {
  return row?.querySelector('.number > .n') ?? null;
}

/** Shows how far the review is, and what undo and redo would do where that has changed. */
export function showCounts({ counts, history }: ShownChange): void {
  const shown = { ...counts, unconfirmed: counts.beads - counts.confirmed - counts.excluded };
  const total = document.querySelector('#counts');
  const confirmed = t('{count} of {total} rows confirmed', { count: counts.confirmed, total: counts.beads });
  const news = [
    ...(total?.textContent === confirmed ? [] : [confirmed]),
    ...(isNewCount('doubtful', counts.doubtful) ? [t('{count} doubtful', { count: counts.doubtful })] : []),
    ...(isNewCount('flagged', counts.flagged) ? [t('{count} flagged', { count: counts.flagged })] : []),
  ];
  if (total) total.textContent = confirmed;
  // Read out are the figures that have changed alone.
  if (news.length > 0) document.querySelector('#count-news')?.replaceChildren(news.join(', '));
  for (const [name, value] of Object.entries(shown)) {
    for (const element of document.querySelectorAll(`[data-count="${name}"]`))
      element.textContent = t('{count}', { count: value });
  }
  const progress = document.querySelector<HTMLProgressElement>('#progress');
  if (progress) {
    progress.max = Math.max(1, counts.beads);
    progress.value = counts.confirmed + counts.excluded;
  }
  const done = document.querySelector<HTMLElement>('#done');
  if (done) done.hidden = counts.beads === 0 || shown.unconfirmed > 0;
  if (!history) return;
  for (const name of ['undo', 'redo'] as const) {
    const button = document.querySelector<HTMLButtonElement>(`#${name}`);
    if (!button) continue;
    button.disabled = history[name] === null;
    button.title = history[name] ?? t(`Nothing to ${name}`);
  }
}

/** Whether a filter shows another figure. */
function isNewCount(name: string, value: number): boolean {
  const shown = document.querySelector(`[data-count="${name}"]`);
  return shown !== null && shown.textContent !== t('{count}', { count: value });
}

/** Shows how far the review is, and what can be undone, as a page that was fetched anew has it. */
export function takeHead(fresh: Document): void {
  for (const id of ['counts', 'progress', 'done', 'undo', 'redo']) {
    const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
    if (old && now) old.replaceWith(now);
  }
  for (const count of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const now = fresh.querySelector(`[data-count="${count.dataset['count']}"]`);
    if (now && !count.classList.contains('gap')) count.textContent = now.textContent;
  }
}
