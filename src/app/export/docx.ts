import { type Row, rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { styledRuns } from '../../core/bitext/inline/formatting.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { TextStyle } from '../../core/bitext/inline/styled-spans.ts';
import { textKey } from '../../core/bitext/row-key.ts';
import {
  type ExportDocument,
  type ExportOptions,
  type Format,
  formattedDocument,
  passes,
} from '../../core/formats/format.ts';
import { withoutForbidden, xmlText } from '../../core/formats/xml-text.ts';
import { isRightToLeft } from '../../core/text/join.ts';
import { XML_HEAD, zipParts } from './zip-parts.ts';

/**
 * A Word file (ECMA-376) to correct a translation in: a table with a row for each row, its number with the bead's id and a key of its texts, both texts with a paragraph for each segment, and
 * the note. `intake/memories/read-word-table.ts` reads it again.
 */
export const docx: Format<Uint8Array> = {
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  inPieces: true,
  async *write(documents, options) {
    const zip = zipParts();
    for (const [name, content] of Object.entries(PARTS)) zip.open(name).push(XML_HEAD + content, true);
    const part = zip.open('word/document.xml');
    part.push(`${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>`);
    let number = 0;
    for await (const given of documents) {
      const document = formattedDocument(given);
      if (!document.continues) {
        part.push(`${number > 0 ? TABLE_END : ''}${head(document)}`);
        number = 0;
      }
      number = yield* rows(document, options, number, (text) => part.push(text), zip.taken);
    }
    part.push(`${TABLE_END}${PAGE}</w:body></w:document>`, true);
    zip.end();
    yield* zip.taken();
  },
};

/** Characters that are packed at once. */
const LARGE = 1 << 16;

function* rows(
  { bitext }: ExportDocument,
  options: ExportOptions,
  before: number,
  push: (text: string) => void,
  taken: () => Uint8Array[],
): Generator<Uint8Array, number> {
  const { sourceLanguage, targetLanguage } = bitext;
  let number = before;
  let waiting = '';
  for (const row of rowsOf(bitext)) {
    // Rows that stay out keep their numbers.
    number += 1;
    if (!passes(row.bead, options)) continue;
    waiting += rowXml(row, number, sourceLanguage, targetLanguage);
    if (waiting.length < LARGE) continue;
    push(waiting);
    waiting = '';
    yield* taken();
  }
  push(waiting);
  return number;
}

function rowXml(row: Row, number: number, from: string, to: string): string {
  const { bead, segments } = row;
  const texts = (side: Side) => segments[side].map(({ text }) => text);
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(0, [
    `${paragraph(run(String(number)))}${paragraph(run(`#${bead.id}.${keyOf(row)}`, 'Id'))}`,
  ])}${cell(
    1,
    texts('source').map((text) => textParagraph(text, from)),
  )}${cell(
    2,
    texts('target').map((text) => textParagraph(text, to)),
  )}${cell(3, bead.note ? [paragraph(run(bead.note))] : [])}</w:tr>`;
}

/** The key of a row's texts as the file holds them. */
function keyOf({ segments }: Row): string {
  const held = (side: Side) => segments[side].map(({ text }) => ({ text: withoutForbidden(plainText(text)) }));
  return textKey({ segments: { source: held('source'), target: held('target') } });
}

function head({ title, bitext }: ExportDocument): string {
  const labels = ['№', named(bitext.sourceLanguage), named(bitext.targetLanguage), 'Notes'];
  const cells = labels.map((label, i) => cell(i, [paragraph(run(label, 'Strong'))]));
  const columns = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(title)}</w:p><w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

/** A language by its own name and its tag. */
function named(tag: string): string {
  try {
    return `${new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag} (${tag})`;
  } catch {
    return tag;
  }
}

/** @param column from 0 */
function cell(column: number, paragraphs: readonly string[]): string {
  const content = paragraphs.length > 0 ? paragraphs.join('') : '<w:p/>';
  return `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[column]}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
}

function paragraph(runs: string): string {
  return `<w:p>${runs}</w:p>`;
}

function textParagraph(text: string, language: string): string {
  const isRtl = isRightToLeft(language);
  // Word knows a language of complex scripts by an attribute of its own.
  const properties = `${isRtl ? '<w:rtl/>' : ''}<w:lang w:${isRtl ? 'bidi' : 'val'}="${xmlText(language)}"/>`;
  const runs = styledRuns(text).map(
    ({ text: piece, styles }) =>
      `<w:r><w:rPr>${styles.map((style) => STYLE_PROPERTIES[style]).join('')}${properties}</w:rPr>${content(piece)}</w:r>`,
  );
  return `<w:p>${isRtl ? '<w:pPr><w:bidi/></w:pPr>' : ''}${runs.join('')}</w:p>`;
}

/** Word has them once more for complex scripts. */
const STYLE_PROPERTIES: Readonly<Record<TextStyle, string>> = { bold: '<w:b/><w:bCs/>', italic: '<w:i/><w:iCs/>' };

function run(text: string, style?: string): string {
  return `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ''}${content(text)}</w:r>`;
}

/** The text of a run; tabs and breaks are elements. */
function content(text: string): string {
  return text
    .split(/([\t\n])/u)
    .map((part) => {
      if (part === '\t') return '<w:tab/>';
      if (part === '\n') return '<w:br/>';
      return part === '' ? '' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`;
    })
    .join('');
}

/** Widths of the columns in twentieths of a point; together they fill a page across. */
const WIDTHS = [850, 5900, 5900, 2200];
const TABLE_END = '</w:tbl>';
/** A4 across, with margins of 1.5 cm. A paragraph has to stand behind a table. */
const PAGE =
  '<w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
  .join('');

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style><w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Id"><w:name w:val="Row id"/><w:rPr><w:color w:val="8C8C8C"/><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr></w:style><w:style w:type="table" w:styleId="Rows"><w:name w:val="Rows"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
};
