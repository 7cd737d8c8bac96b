import { type Bead, type Row, rowsOf, SIDES, type Side } from '../bitext/bitext.ts';
import { NO_INLINE_CODES } from '../bitext/codes.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { type ExportDocument, type ExportOptions, type Format, passes } from './format.ts';
import { tmxSegment } from './tmx-codes.ts';
import { xmlText } from './xml-text.ts';

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
    yield header(options);
    const seen = new Set<string>();
    for await (const document of documents) yield* units(document, options, seen);
    yield '  </body>\n</tmx>\n';
  },
};

/** What is written of a unit besides what other tools gave it. */
const OWN_PROPS = [
  'x-document',
  'x-paragraph',
  'x-status',
  'x-confidence',
  'x-context-before',
  'x-context-after',
] as const;

/** Whether a property is one of ours, which is written anew each time. */
export function isOwnProp(type: string): boolean {
  return OWN_PROPS.some((own) => own === type);
}

function header(options: ExportOptions): string {
  const { sourceLanguage, now } = options;
  const attributes = {
    creationtool: 'visavis',
    creationtoolversion: '0.1',
    segtype: 'sentence',
    'o-tmf': 'visavis',
    adminlang: 'en',
    srclang: sourceLanguage ? code(sourceLanguage, options) : '*all*',
    datatype: 'plaintext',
    creationdate: tmxDate(now),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${xmlText(value)}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header ${written.join(' ')}/>\n  <body>\n`;
}

function* units(document: ExportDocument, options: ExportOptions, seen: Set<string>): Generator<string> {
  const { bitext, codes = NO_INLINE_CODES } = document;
  const rows = rowsOf(bitext)
    .filter(({ bead }) => bead.status !== 'excluded' && passes(bead, options))
    .map((row) => ({ bead: row.bead, texts: rowTexts(row, bitext), paragraph: paragraphOf(row) }));
  for (const [at, { bead, texts, paragraph }] of rows.entries()) {
    const [source, target] = [texts.source.trim(), texts.target.trim()];
    if (!source || !target) continue;
    const key = `${source}\t${target}`;
    if (options.unique && seen.has(key)) continue;
    if (options.unique) seen.add(key);
    const around = options.context
      ? { before: rows[at - 1]?.texts.source.trim(), after: rows[at + 1]?.texts.source.trim() }
      : {};
    yield unit(
      document,
      bead,
      options,
      { paragraph, ...around },
      {
        source: tmxSegment(source, codes),
        target: tmxSegment(target, codes),
      },
    );
  }
}

function paragraphOf({ segments }: Row): number {
  return (segments.source[0] ?? segments.target[0])?.paragraph ?? 0;
}

interface Surroundings {
  readonly paragraph: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

function unit(
  { title, bitext, changes, props }: ExportDocument,
  bead: Bead,
  options: ExportOptions,
  { paragraph, before, after }: Surroundings,
  segments: Record<Side, string>,
): string {
  const change = changes?.get(bead.id);
  const changed = change
    ? ` changedate="${tmxDate(change.at)}"${change.by ? ` changeid="${xmlText(change.by)}"` : ''}`
    : '';
  const own: Record<(typeof OWN_PROPS)[number], string | undefined> = {
    'x-document': title,
    'x-paragraph': String(paragraph + 1),
    'x-status': bead.status,
    'x-confidence': bead.confidence?.toFixed(4),
    'x-context-before': before,
    'x-context-after': after,
  };
  const lines = [
    ...(bead.note ? [`<note>${xmlText(bead.note)}</note>`] : []),
    ...[...Object.entries(own), ...(props?.get(bead.id) ?? [])].flatMap(([type, value]) =>
      value ? [`<prop type="${xmlText(type)}">${xmlText(value)}</prop>`] : [],
    ),
    ...SIDES.map(
      (side) =>
        `<tuv xml:lang="${xmlText(code(bitext[`${side}Language`], options))}"><seg>${segments[side]}</seg></tuv>`,
    ),
  ];
  return `    <tu${changed}>\n${lines.map((line) => `      ${line}\n`).join('')}    </tu>\n`;
}

/** A language code of the file: Chinese keeps its script's region, without which its two scripts are one. */
function code(language: string, { regions = true }: ExportOptions): string {
  if (regions) return language;
  return language.startsWith('zh') ? language : (language.split('-')[0] ?? language);
}

/** ISO 8601 time in TMX's form: YYYYMMDDThhmmssZ. */
function tmxDate(iso: string): string {
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
