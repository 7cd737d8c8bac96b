import { type Row, rowsOf } from '../bitext/bitext.ts';
import { certainty } from '../bitext/confidence.ts';
import { rowTexts, segmentTexts } from '../bitext/row-text.ts';
import { csvCell } from './csv-cell.ts';
import { type ExportDocument, type ExportOptions, type Format, passes, plainDocument, rowOriginOf } from './format.ts';
import { inlined } from './inlined.ts';

/** `source<tab>target<tab>confidence<tab>status` a line, no header; tabs and breaks inside a text become spaces. */
export const tsv: Format = {
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  inPieces: true,
  write: (documents, options) =>
    linePerBead(documents, options, ({ bitext }) => (row) => {
      const texts = rowTexts(row, bitext);
      return [inlined(texts.source), inlined(texts.target), certainty(row.bead).toFixed(4), row.bead.status].join('\t');
    }),
};

/** A table with a header that spreadsheets open: with a byte order mark, and no cell that they would take for a formula. */
export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  inPieces: true,
  async *write(documents, options) {
    yield `\ufeff${TABLE_COLUMNS.join(',')}\r\n`;
    for await (const document of documents) {
      for (const cells of tableRows(document, options)) yield `${cells.map(csvCell).join(',')}\r\n`;
    }
  },
};

/** What a table and a line of JSON say of a unit. */
export const UNIT_FIELDS = ['source', 'target', 'status', 'confidence', 'note', 'assumed'] as const;

/** The columns of a table with a header. */
export const TABLE_COLUMNS = ['document', 'source_language', 'target_language', ...UNIT_FIELDS] as const;

/** The rows of a document as a table has them, a cell a column. */
export function* tableRows(given: ExportDocument, options: ExportOptions): Generator<string[]> {
  const document = plainDocument(given);
  const { title, bitext } = document;
  for (const row of rowsOf(bitext)) {
    if (!passes(row.bead, options)) continue;
    const texts = rowTexts(row, bitext);
    const { id, status, note } = row.bead;
    const languages = [bitext.sourceLanguage, bitext.targetLanguage];
    const { isAssumed, origin } = rowOriginOf(document, id);
    const assumed = isAssumed ? 'yes' : '';
    yield [
      origin.document ?? title,
      ...languages,
      texts.source,
      texts.target,
      status,
      certainty(row.bead).toFixed(4),
      note,
      assumed,
    ];
  }
}

/**
 * `{"source": […], "target": […], "confidence": 0.97, "status": "proposed"}` a line, with a `note` where there is one, and
 * `"assumed": true` where nobody has confirmed the row but that it is translated.
 */
export const jsonl: Format = {
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  inPieces: true,
  write: (documents, options) =>
    linePerBead(documents, options, (document) => (row) => {
      const { id, status, note } = row.bead;
      return JSON.stringify({
        ...segmentTexts(row),
        confidence: rounded(certainty(row.bead)),
        status,
        ...(note && { note }),
        ...(rowOriginOf(document, id).isAssumed && { assumed: true }),
      });
    }),
};

/** `[0, 1]:[0]:0.9731` a line: indices of the segments from 0, and the confidence. */
export const beads: Format = {
  extension: 'beads',
  mediaType: 'text/plain; charset=utf-8',
  write: (documents, options) =>
    linePerBead(documents, options, ({ bitext }) => {
      const source = new Map(bitext.source.map((segment, i) => [segment.id, i]));
      const target = new Map(bitext.target.map((segment, i) => [segment.id, i]));
      const list = (ids: readonly number[], index: Map<number, number>) =>
        `[${ids.map((id) => index.get(id)).join(', ')}]`;
      return ({ bead }) => `${list(bead.source, source)}:${list(bead.target, target)}:${certainty(bead).toFixed(4)}`;
    }),
};

async function* linePerBead(
  documents: AsyncIterable<ExportDocument>,
  options: ExportOptions,
  lineOf: (document: ExportDocument) => (row: Row) => string,
): AsyncGenerator<string> {
  for await (const given of documents) {
    const document = plainDocument(given);
    const line = lineOf(document);
    for (const row of rowsOf(document.bitext)) {
      if (passes(row.bead, options)) yield `${line(row)}\n`;
    }
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
