import { setImmediate } from 'node:timers/promises';
import type { BitextHead } from '../../app/app.ts';
import type { ReviewRow } from '../../app/review/review-row.ts';
import type { Side } from '../../core/bitext/bitext.ts';
import type { InterfaceLanguage } from '../language.ts';
import { rowRenderer } from '../views.ts';

type Languages = Pick<BitextHead, 'id' | 'sourceLanguage' | 'targetLanguage'>;

/** A row of the review page as HTML: the page, a piece of it and an edit's answer all show this one. */
export function rowHtml(row: ReviewRow, head: Languages, language: InterfaceLanguage): Promise<string> {
  return rowsHtml([row], head, language);
}

/** How many rows are rendered in one go; other work has its turn in between. */
const RENDER_BATCH_ROWS = 25;

/** Several rows as one piece of HTML. */
export async function rowsHtml(
  rows: readonly ReviewRow[],
  head: Languages,
  language: InterfaceLanguage,
): Promise<string> {
  const render = await rowRenderer(language);
  const languages = sideLanguages(head);
  let html = '';
  for (const [i, row] of rows.entries()) {
    if (i > 0 && i % RENDER_BATCH_ROWS === 0) await setImmediate();
    html += render({ row, bitextId: head.id, languages });
  }
  return html;
}

export function sideLanguages(head: Omit<Languages, 'id'>): Record<Side, string> {
  return { source: head.sourceLanguage, target: head.targetLanguage };
}
