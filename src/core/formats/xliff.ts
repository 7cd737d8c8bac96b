import { type Row, rowsOf, type Side } from '../bitext/bitext.ts';
import { hasText, NO_INLINE_CODES } from '../bitext/inline/codes.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { type ExportDocument, type ExportOptions, type Format, passes, rowOriginOf } from './format.ts';
import { content12, content21, namedParts } from './xliff-codes.ts';
import { state12, state21 } from './xliff-state.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

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
        yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${xmlAttribute(sourceLanguage)}" trgLang="${xmlAttribute(targetLanguage)}">\n`;
      }
      number += 1;
      yield* file21(document, options, number);
    }
    yield '</xliff>\n';
  },
};

function* file12(document: ExportDocument, options: ExportOptions): Generator<string> {
  const { title, bitext, codes = NO_INLINE_CODES } = document;
  yield `<file original="${xmlAttribute(title)}" source-language="${xmlAttribute(bitext.sourceLanguage)}" target-language="${xmlAttribute(bitext.targetLanguage)}" datatype="plaintext">\n<body>\n`;
  const names = unitNames();
  for (const row of rowsOf(bitext)) {
    const texts = rowTexts(row, bitext);
    if (!isUnit(row, texts, options)) continue;
    const { id, status, note } = row.bead;
    const unit = rowOriginOf(document, id);
    const { approved, state, qualifier } = state12(row.bead, unit, hasText(texts.target, codes));
    const name = xmlAttribute(names(unit.origin.id, String(id), row.bead.id));
    const marks = [
      ...(approved === undefined ? [] : [` approved="${approved ? 'yes' : 'no'}"`]),
      ...(status === 'excluded' ? [' translate="no"'] : []),
      ...(needsSpace(texts) ? [' xml:space="preserve"'] : []),
    ];
    const [source, target] = namedParts([texts.source, texts.target], codes).map(content12);
    const states = `${state ? ` state="${state}"` : ''}${qualifier ? ` state-qualifier="${qualifier}"` : ''}`;
    const translation = texts.target.trim() ? `<target${states}>${target}</target>\n` : '';
    const notes = note ? `<note>${xmlText(note)}</note>\n` : '';
    yield `<trans-unit id="${name}"${marks.join('')}>\n<source>${source}</source>\n${translation}${notes}</trans-unit>\n`;
  }
  yield '</body>\n</file>\n';
}

function* file21(document: ExportDocument, options: ExportOptions, number: number): Generator<string> {
  const { title, bitext, codes = NO_INLINE_CODES } = document;
  yield `<file id="f${number}" original="${xmlAttribute(title)}">\n`;
  const names = unitNames();
  let written = 0;
  for (const row of rowsOf(bitext)) {
    const texts = rowTexts(row, bitext);
    if (!isUnit(row, texts, options)) continue;
    written += 1;
    const { id, status, note } = row.bead;
    const unit = rowOriginOf(document, id);
    const data = new Map<string, string>();
    const [source, target] = namedParts([texts.source, texts.target], codes).map((parts) => content21(parts, data));
    const { state, subState } = state21(row.bead, unit, hasText(texts.target, codes));
    const own = isUnitName(unit.origin.id ?? '') ? unit.origin.id : undefined;
    const marks = [
      ...(status === 'excluded' ? [' translate="no"'] : []),
      ...(needsSpace(texts) ? [' xml:space="preserve"'] : []),
    ];
    const lines = [
      ...(note ? [`<notes><note>${xmlText(note)}</note></notes>`] : []),
      ...(data.size > 0 ? [`<originalData>${[...data].map(originalData).join('')}</originalData>`] : []),
      `<segment state="${state}"${subState ? ` subState="${xmlAttribute(subState)}"` : ''}>`,
      `<source>${source}</source>`,
      ...(texts.target.trim() ? [`<target>${target}</target>`] : []),
      '</segment>',
    ];
    yield `<unit id="${names(own, `u${id}`, id)}"${marks.join('')}>\n${lines.map((line) => `${line}\n`).join('')}</unit>\n`;
  }
  // A file without units is not valid XLIFF 2.
  if (written === 0) yield '<unit id="u0"><segment><source></source></segment></unit>\n';
  yield '</file>\n';
}

function originalData([text, name]: readonly [string, string]): string {
  return `<data id="${name}"${SPACES_TO_KEEP.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</data>`;
}

/** Whether a name can be that of a unit in XLIFF 2 (section 4.3.1.13: NMTOKEN). */
export function isUnitName(name: string): boolean {
  return /^[\w.:-]+$/u.test(name);
}

/** Names units as their file names them, as long as no other has the name, else by ours. */
function unitNames(): (wanted: string | undefined, ours: string, bead: number) => string {
  const taken = new Set<string>();
  return (wanted, ours, bead) => {
    const name =
      [wanted, ours, `${ours}-${bead}`].find((one) => one && !taken.has(one)) ?? `${ours}-${taken.size}-${bead}`;
    taken.add(name);
    return name;
  };
}

function isUnit({ bead }: Row, texts: Readonly<Record<Side, string>>, options: ExportOptions): boolean {
  return passes(bead, options) && texts.source.trim() !== '';
}

/** White space that a reader may take for layout: at an end, in a run, or other than a space. */
const SPACES_TO_KEEP = /^\s|\s$|[^\S \u00a0\u202f]|\s\s/u;

function needsSpace({ source, target }: Readonly<Record<Side, string>>): boolean {
  return SPACES_TO_KEEP.test(source) || SPACES_TO_KEEP.test(target);
}
