import { type BeadStatus, rowsOf } from '../bitext/bitext.ts';
import { type InlineCodes, NO_INLINE_CODES, type PlacedCode, pairedParts } from '../bitext/codes.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { type ExportDocument, type ExportOptions, type Format, passes } from './format.ts';
import { xmlText } from './xml-text.ts';

/**
 * XLIFF 1.2 (OASIS 2008). A unit a bead; what has no source side stays out,
 * since a unit needs one. Untranslated units have no target.
 */
export const xliff: Format = {
  extension: 'xlf',
  mediaType: 'application/x-xliff+xml; charset=utf-8',
  async *write(documents, options) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n';
    for await (const document of documents) yield* file12(document, options);
    yield '</xliff>\n';
  },
};

/** XLIFF 2.1 (OASIS 2018), the core module. All documents are in one pair of languages. */
export const xliff2: Format = {
  extension: 'xlf',
  mediaType: 'application/xliff+xml; charset=utf-8',
  async *write(documents, options) {
    let number = 0;
    for await (const document of documents) {
      const { sourceLanguage, targetLanguage } = document.bitext;
      if (number === 0) {
        yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${xmlText(sourceLanguage)}" trgLang="${xmlText(targetLanguage)}">\n`;
      }
      number += 1;
      yield* file21(document, options, number);
    }
    yield '</xliff>\n';
  },
};

/** What a status is called: in XLIFF 1.2 the state of a target, in 2.1 that of a segment. */
const STATES: Readonly<Record<BeadStatus, readonly [one: string, two: string]>> = {
  proposed: ['translated', 'translated'],
  confirmed: ['final', 'final'],
  flagged: ['needs-review-translation', 'translated'],
  excluded: ['translated', 'translated'],
};

function* file12(
  { title, bitext, codes = NO_INLINE_CODES }: ExportDocument,
  options: ExportOptions,
): Generator<string> {
  yield `<file original="${xmlText(title)}" source-language="${xmlText(bitext.sourceLanguage)}" target-language="${xmlText(bitext.targetLanguage)}" datatype="plaintext">\n<body>\n`;
  for (const row of rowsOf(bitext)) {
    const texts = rowTexts(row, bitext);
    if (!passes(row.bead, options) || texts.source.trim() === '') continue;
    const { id, status, note } = row.bead;
    const marks = `${status === 'confirmed' ? ' approved="yes"' : ''}${status === 'excluded' ? ' translate="no"' : ''}`;
    const target = texts.target.trim()
      ? `<target state="${STATES[status][0]}">${content12(texts.target.trim(), codes)}</target>\n`
      : '';
    const notes = note ? `<note>${xmlText(note)}</note>\n` : '';
    yield `<trans-unit id="${id}"${marks}>\n<source>${content12(texts.source.trim(), codes)}</source>\n${target}${notes}</trans-unit>\n`;
  }
  yield '</body>\n</file>\n';
}

function content12(text: string, codes: InlineCodes): string {
  return pairedParts(text, codes)
    .map((part) => (typeof part === 'string' ? xmlText(part) : code12(part)))
    .join('');
}

function code12({ code, number, paired }: PlacedCode): string {
  const data = xmlText(code.data);
  if (code.kind === 'alone') return data ? `<ph id="${number}">${data}</ph>` : `<x id="${number}"/>`;
  if (!paired) return `<it id="${number}" pos="${code.kind}">${data}</it>`;
  const name = code.kind === 'open' ? (data ? 'bpt' : 'bx') : data ? 'ept' : 'ex';
  return data ? `<${name} id="${number}">${data}</${name}>` : `<${name} id="${number}"/>`;
}

function* file21(
  { title, bitext, codes = NO_INLINE_CODES }: ExportDocument,
  options: ExportOptions,
  number: number,
): Generator<string> {
  yield `<file id="f${number}" original="${xmlText(title)}">\n`;
  let written = 0;
  for (const row of rowsOf(bitext)) {
    const texts = rowTexts(row, bitext);
    if (!passes(row.bead, options) || texts.source.trim() === '') continue;
    written += 1;
    const { id, status, note } = row.bead;
    const data = new Map<string, string>();
    const [source, target] = [content21(texts.source.trim(), codes, data), content21(texts.target.trim(), codes, data)];
    const original = [...data].map(([text, name]) => `<data id="${name}">${xmlText(text)}</data>`).join('');
    const state = texts.target.trim() ? STATES[status][1] : 'initial';
    const sub = status === 'flagged' ? ' subState="visavis:flagged"' : '';
    yield `<unit id="u${id}"${status === 'excluded' ? ' translate="no"' : ''}>\n${note ? `<notes><note>${xmlText(note)}</note></notes>\n` : ''}${original ? `<originalData>${original}</originalData>\n` : ''}<segment state="${state}"${sub}>\n<source>${source}</source>\n${texts.target.trim() ? `<target>${target}</target>\n` : ''}</segment>\n</unit>\n`;
  }
  // A file without units is no XLIFF 2.
  if (written === 0) yield '<unit id="u0"><segment><source></source></segment></unit>\n';
  yield '</file>\n';
}

function content21(text: string, codes: InlineCodes, data: Map<string, string>): string {
  const reference = (text_: string, name: string) => {
    if (!text_) return '';
    const known = data.get(text_) ?? `d${data.size + 1}`;
    data.set(text_, known);
    return ` ${name}="${known}"`;
  };
  return pairedParts(text, codes)
    .map((part) => {
      if (typeof part === 'string') return xmlText(part);
      const { code, number, paired } = part;
      const own = reference(code.data, 'dataRef');
      if (code.kind === 'alone') return `<ph id="${number}"${own}/>`;
      if (code.kind === 'open') return `<sc id="${number}"${paired ? '' : ' isolated="yes"'}${own}/>`;
      return paired ? `<ec startRef="${number}"${own}/>` : `<ec id="${number}" isolated="yes"${own}/>`;
    })
    .join('');
}
