import type { ParallelCell, ParallelRow } from '../bitext/parallel.ts';
import { TMX_END, tmxHeader } from './tmx.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** An article with several translations, on its way out. */
export interface ParallelDocument {
  readonly title: string;
  readonly language: string;
  /** Those of the translations, in the order of the cells of each row. */
  readonly languages: readonly string[];
  readonly rows: readonly ParallelRow[];
}

export interface ParallelOptions {
  readonly status: 'all' | 'confirmed';
  /** When the file is written, ISO 8601. */
  readonly now: string;
}

/**
 * TMX 1.4b with all languages of a sentence in one unit, the source first. A translation whose source reads otherwise is not a
 * translation of what stands there, and stays out; so does what is empty on either side.
 */
export function* parallelTmx(document: ParallelDocument, { status, now }: ParallelOptions): Generator<string> {
  const { title, language, languages, rows } = document;
  yield tmxHeader({ sourceLanguage: language, now });
  for (const [at, { source, cells }] of rows.entries()) {
    const variants = cells.flatMap((cell, k) => (goesOut(cell, status) ? [variant(languages[k]!, cell.text)] : []));
    if (source === '' || variants.length === 0) continue;
    const props = `${prop('x-document', title)}\n      ${prop('x-row', String(at + 1))}`;
    yield `    <tu>\n      ${[props, variant(language, source), ...variants].join('\n      ')}\n    </tu>\n`;
  }
  yield TMX_END;
}

/** Whether a translation goes into a file: it is of the row's source, and passes the filter. */
export function goesOut({ text, status, differs }: ParallelCell, wanted: ParallelOptions['status']): boolean {
  return text !== '' && differs === null && (wanted === 'all' || status === 'confirmed');
}

function variant(language: string, text: string): string {
  return `<tuv xml:lang="${xmlAttribute(language)}"><seg>${xmlText(text)}</seg></tuv>`;
}

function prop(type: string, value: string): string {
  return `<prop type="${type}">${xmlText(value)}</prop>`;
}
