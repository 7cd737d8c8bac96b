import type { BitextHead } from '../app/app.ts';
import type { ReviewRow } from '../app/review/review-row.ts';
import type { Side } from '../core/bitext/bitext.ts';
import type { InterfaceLanguage } from './language.ts';
import { renderView } from './views.ts';

type Languages = Pick<BitextHead, 'id' | 'sourceLanguage' | 'targetLanguage'>;

/** A row of the review page as HTML: the page, a piece of it and an edit's answer all show this one. */
export function rowHtml(row: ReviewRow, head: Languages, language: InterfaceLanguage): Promise<string> {
  return renderView(language, 'review/row', { row, bitextId: head.id, languages: sideLanguages(head) });
}

/** Several rows as one piece of HTML. */
export async function rowsHtml(
  rows: readonly ReviewRow[],
  head: Languages,
  language: InterfaceLanguage,
): Promise<string> {
  return (await Promise.all(rows.map((row) => rowHtml(row, head, language)))).join('');
}

export function sideLanguages(head: Omit<Languages, 'id'>): Record<Side, string> {
  return { source: head.sourceLanguage, target: head.targetLanguage };
}
