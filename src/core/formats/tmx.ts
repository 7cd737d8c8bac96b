import { type Bead, type Row, rowsOf, type Side } from '../bitext/bitext.ts';
import { hasText, NO_INLINE_CODES, withoutCodes } from '../bitext/inline/codes.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { primarySubtag, scriptOf } from '../text/language-tag.ts';
import { type ExportDocument, type ExportOptions, type Format, passes } from './format.ts';
import { tmxDate, tmxUnit } from './tmx-unit.ts';
import { xmlAttribute } from './xml-text.ts';

/**
 * TMX 1.4b, level 2: inline codes of files that had them come back. A unit a bead, its segments joined, the source variant
 * first. Beads with an empty side stay out, since tools take the empty text for
 * a translation; so do excluded ones. Names of our properties begin with "x-".
 */
export const tmx: Format = {
  extension: 'tmx',
  mediaType: 'application/x-tmx+xml; charset=utf-8',
  inPieces: true,
  async *write(documents, options) {
    yield tmxHeader(options);
    const seen = new Set<string>();
    // A row is written when the one behind it is known, which may be in the next piece of its document: one at most waits.
    const waiting: WaitingRow[] = [];
    for await (const document of documents) {
      if (!document.continues) for (const last of waiting.splice(0)) yield* unit(last, undefined, options, seen);
      for (const row of wantedRows(document, options)) {
        const last = waiting.pop();
        if (last) yield* unit(last, row.texts.source, options, seen);
        waiting.push({ ...row, document, before: last?.texts.source });
      }
    }
    for (const last of waiting) yield* unit(last, undefined, options, seen);
    yield TMX_END;
  },
};

export const TMX_END = '  </body>\n</tmx>\n';

/** The program's version, as package.json has it. */
export const VERSION = '0.2.0';

/** The beginning of a file, up to its first unit. */
export function tmxHeader(options: Pick<ExportOptions, 'sourceLanguage' | 'now' | 'regions'>): string {
  const { sourceLanguage, now } = options;
  const attributes = {
    creationtool: 'visavis',
    creationtoolversion: VERSION,
    segtype: 'sentence',
    'o-tmf': 'visavis',
    adminlang: 'en',
    srclang: sourceLanguage ? languageCode(sourceLanguage, options) : '*all*',
    datatype: 'plaintext',
    creationdate: tmxDate(now),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${xmlAttribute(value)}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header ${written.join(' ')}/>\n  <body>\n`;
}

/** A row of which the texts are joined. */
interface WantedRow {
  readonly bead: Bead;
  readonly texts: Readonly<Record<Side, string>>;
  readonly paragraph: number;
}

interface WaitingRow extends WantedRow {
  readonly document: ExportDocument;
  /** The source of the row before it. */
  readonly before: string | undefined;
}

function* wantedRows({ bitext }: ExportDocument, options: ExportOptions): Generator<WantedRow> {
  for (const row of rowsOf(bitext)) {
    if (!isWritten(row.bead, options)) continue;
    const { source, target } = rowTexts(row, bitext);
    yield { bead: row.bead, texts: { source: source.trim(), target: target.trim() }, paragraph: paragraphOf(row) };
  }
}

/** A row as a unit, where it is one. */
function* unit(
  { document, bead, texts, paragraph, before }: WaitingRow,
  after: string | undefined,
  options: ExportOptions,
  seen: Set<string>,
): Generator<string> {
  const { bitext, codes = NO_INLINE_CODES } = document;
  if (isOneSided(texts.source, texts.target, codes)) return;
  const key = `${texts.source}\t${texts.target}`;
  if (options.unique && seen.has(key)) return;
  if (options.unique) seen.add(key);
  const read = (text: string | undefined) => text && withoutCodes(text, codes);
  const around = options.context ? { before: read(before), after: read(after) } : {};
  const languages = {
    source: languageCode(bitext.sourceLanguage, options),
    target: languageCode(bitext.targetLanguage, options),
  };
  yield tmxUnit(document, bead, { paragraph, ...around, languages, texts });
}

/** Whether the filters of an export let a bead into a memory; those that are excluded never are. */
export function isWritten(bead: Bead, options: ExportOptions): boolean {
  return bead.status !== 'excluded' && passes(bead, options);
}

/** Whether a side is empty, or has codes alone where the other has text. */
export function isOneSided(source: string, target: string, codes: NonNullable<ExportDocument['codes']>): boolean {
  return source === '' || target === '' || hasText(source, codes) !== hasText(target, codes);
}

function paragraphOf({ segments }: Row): number {
  return (segments.source[0] ?? segments.target[0])?.paragraph ?? 0;
}

/** A language code of the file, perhaps without its region, unless that tells its script. */
function languageCode(language: string, { regions = true }: Pick<ExportOptions, 'regions'>): string {
  if (regions) return language;
  const script = /^[a-z]+-([a-z]{4})(?:-|$)/iu.exec(language)?.[1];
  const plain = [primarySubtag(language), ...(script ? [script] : [])].join('-');
  return scriptOf(plain) === scriptOf(language) ? plain : language;
}
