import { type Bitext, type Row, rowsOf, SIDES } from '../bitext/bitext.ts';
import { hasText, type InlineCode, NO_INLINE_CODES, partsAtCodes } from '../bitext/inline/codes.ts';
import { isFormatting } from '../bitext/inline/formatting.ts';
import { movedBeads } from '../bitext/moved.ts';
import { rowTexts } from '../bitext/row-text.ts';
import type { Finding, Severity } from '../finding.ts';
import { type Message, msg } from '../message.ts';
import { type AnyFormat, CONTENT_NAMES, CONTENTS, type ContentName, FORMAT_TITLES, holding } from './contents.ts';
import { type ExportDocument, type ExportOptions, passes, type RowOrigin, rowOriginOf } from './format.ts';
import { hasBreaks } from './inlined.ts';
import { timeIn } from './srt.ts';
import { isOneSided } from './tmx.ts';
import { isUnitName } from './xliff.ts';
import { forbiddenInXml } from './xml-text.ts';

/** Counts what a format cannot hold of the rows that are written, document by document or in pieces of them. */
export interface LossCounter {
  add(document: ExportDocument): void;
  /** What is lost, and whether nothing is left. */
  findings(place: string): Finding[];
}

/**
 * Counts what a file in this format leaves out of the rows that an export has chosen. Every format passes here, so that none
 * loses anything in silence; what it holds is said in `CONTENTS`, and tested.
 */
export function lossCounter(format: AnyFormat, options: Pick<ExportOptions, 'status' | 'minConfidence'>): LossCounter {
  const lost = CONTENT_NAMES.filter((name) => holding(format, name) !== 'all');
  const counts = new Map<ContentName, number>();
  const count = (name: ContentName, more: number) => {
    if (more > 0) counts.set(name, (counts.get(name) ?? 0) + more);
  };
  const documents = new Set<string>();
  let paragraph: number | null = null;
  let written = 0;
  return {
    add(document) {
      const { bitext, title } = document;
      const pieceOfText = { ...document, moved: lost.includes('moved') ? movedBeads(bitext) : NO_BEADS };
      if (!documents.has(title)) paragraph = null;
      documents.add(title);
      for (const row of rowsOf(bitext)) {
        if (format !== 'ladder' && !passes(row.bead, options)) continue;
        const facts = factsOf(row, pieceOfText, format);
        for (const name of lost) count(name, COUNTS[name](facts));
        if (isWritten(facts)) written += 1;
        if (!lost.includes('paragraphs')) continue;
        const own = (row.segments.source[0] ?? row.segments.target[0])?.paragraph ?? 0;
        if (paragraph !== null && own !== paragraph) count('paragraphs', 1);
        paragraph = own;
      }
    },
    findings(place) {
      if (lost.includes('documents')) count('documents', documents.size - (counts.get('documents') ?? 0));
      if (lost.includes('languages')) count('languages', documents.size - (counts.get('languages') ?? 0));
      const left = lost.filter((name) => counts.has(name));
      return [
        ...lossFinding('warning', 'left-out', { place, format, counts, left }),
        ...lossFinding('info', 'not-held', { place, format, counts, left }),
        ...(written === 0 ? [nothingWritten(place, format)] : []),
      ];
    },
  };
}

const NO_BEADS: ReadonlySet<number> = new Set();

interface Left {
  readonly place: string;
  readonly format: AnyFormat;
  readonly counts: ReadonlyMap<ContentName, number>;
  readonly left: readonly ContentName[];
}

function lossFinding(severity: Severity, code: string, { place, format, counts, left }: Left): Finding[] {
  const what = left
    .filter((name) => CONTENTS[name].severity === severity)
    .map((name): Message => msg('{what} ({number})', { what: CONTENTS[name].label, number: counts.get(name)! }));
  if (what.length === 0) return [];
  const message = msg('Left out because {format} cannot hold it: {what}.', { format: FORMAT_TITLES[format], what });
  return [{ code, severity, place, message }];
}

function nothingWritten(place: string, format: AnyFormat): Finding {
  return {
    code: 'nothing-written',
    severity: 'warning',
    place,
    message: msg('The file holds no row: none is as was chosen, or {format} can hold none of them.', {
      format: FORMAT_TITLES[format],
    }),
  };
}

/** A row, and what there is to know of it. */
interface Facts {
  readonly row: Row;
  readonly format: AnyFormat;
  readonly bitext: Bitext;
  readonly texts: ReturnType<typeof rowTexts>;
  readonly codes: NonNullable<ExportDocument['codes']>;
  readonly unit: RowOrigin;
  readonly isCommented: boolean;
  readonly isMoved: boolean;
}

function factsOf(row: Row, document: ExportDocument & { moved: ReadonlySet<number> }, format: AnyFormat): Facts {
  const { bitext, codes = NO_INLINE_CODES, commented, moved } = document;
  return {
    row,
    format,
    bitext,
    texts: rowTexts(row, bitext),
    codes,
    unit: rowOriginOf(document, row.bead.id),
    isCommented: commented?.has(row.bead.id) ?? false,
    isMoved: moved.has(row.bead.id),
  };
}

/** Whether a row comes into the file at all. */
function isWritten(facts: Facts): boolean {
  const isExcluded = facts.format === 'tmx' && facts.row.bead.status === 'excluded';
  const needed = ['untranslated', 'sourceless', 'untimed'] as const;
  return !isExcluded && needed.every((name) => holding(facts.format, name) === 'all' || COUNTS[name](facts) === 0);
}

const one = (is: boolean): number => (is ? 1 : 0);

/** Whether a row has a code of some kind. */
function hasCode({ texts, codes }: Facts, isWanted: (code: InlineCode) => boolean): boolean {
  if (codes.size === 0) return false;
  return SIDES.some((side) =>
    partsAtCodes(texts[side], codes).some((part) => typeof part !== 'string' && isWanted(part)),
  );
}

/** The attributes of codes that formats have. */
const CODE_ATTRIBUTES: Readonly<Partial<Record<AnyFormat, RegExp>>> = {
  tmx: /^(?:i|pos|x|type|ctype|assoc)$/u,
  xliff: /^(?:ctype|equiv-text)$/u,
  xliff2: /^(?:type|subType|canCopy|canDelete|canOverlap|disp|dispStart|dispEnd|equiv|equivStart|equivEnd)$/u,
};

/** How often a row has something that its format may not hold; what does not go by rows is counted apart. */
const COUNTS: Readonly<Record<ContentName, (facts: Facts) => number>> = {
  sources: ({ texts }) => one(texts.source.trim() !== ''),
  translations: ({ texts }) => one(texts.target.trim() !== ''),
  untranslated: ({ texts: { source, target }, codes, format }) => {
    const [from, to] = [source.trim(), target.trim()];
    if (format !== 'tmx') return one(from !== '' && to === '');
    return one(from !== '' && isOneSided(from, to, codes) && !(hasText(to, codes) && !hasText(from, codes)));
  },
  sourceless: ({ texts: { source, target }, codes, format }) => {
    const [from, to] = [source.trim(), target.trim()];
    if (format !== 'tmx') return one(from === '' && to !== '');
    return one(to !== '' && (from === '' || (hasText(to, codes) && !hasText(from, codes))));
  },
  untimed: ({ texts, row }) => one(texts.target.trim() !== '' && timeIn(row.bead.note) === undefined),
  codes: (facts) => one(hasCode(facts, (code) => !isFormatting(code))),
  formatting: (facts) => one(hasCode(facts, isFormatting)),
  codeDetails: (facts) =>
    one(
      hasCode(
        facts,
        (code) =>
          !isFormatting(code) &&
          Object.keys(code.attributes).some((name) => !CODE_ATTRIBUTES[facts.format]?.test(name)),
      ),
    ),
  breaks: ({ texts, format }) => one(hasBreaks(texts.target) || (format !== 'srt' && hasBreaks(texts.source))),
  characters: ({ texts, row }) =>
    forbiddenInXml(texts.source) + forbiddenInXml(texts.target) + forbiddenInXml(row.bead.note),
  confirmed: ({ row, unit }) => one(row.bead.status === 'confirmed' && !unit.isAssumed),
  assumed: ({ unit }) => one(unit.isAssumed),
  flagged: ({ row }) => one(row.bead.status === 'flagged'),
  excluded: ({ row }) => one(row.bead.status === 'excluded'),
  confidence: ({ row }) => one(row.bead.confidence !== null),
  notes: ({ row, format }) => {
    const { note } = row.bead;
    return one((format === 'srt' ? note.replace(timeIn(note) ?? '', '') : note).trim() !== '');
  },
  comments: ({ isCommented }) => one(isCommented),
  flaggers: ({ row }) => one(row.bead.flag !== undefined),
  changes: ({ unit }) => one(unit.change !== undefined),
  lives: ({ unit: { origin } }) =>
    one([origin, origin.sides?.source, origin.sides?.target].some((life) => life?.created ?? life?.used)),
  names: ({ unit: { origin }, format }) =>
    one(origin.id !== undefined && !(format === 'xliff2' && isUnitName(origin.id))),
  props: ({ unit: { props, origin } }) =>
    one(props.length > 0 || SIDES.some((side) => (origin.sides?.[side]?.props ?? []).length > 0)),
  states: ({ unit: { origin }, format }) =>
    one(
      origin.state !== undefined &&
        origin.state.version !== ({ xliff: 1, xliff2: 2 } as Partial<Record<AnyFormat, number>>)[format],
    ),
  documents: () => 0,
  languages: () => 0,
  paragraphs: () => 0,
  segments: ({ row }) => one(SIDES.some((side) => row.segments[side].length > 1)),
  moved: ({ isMoved }) => one(isMoved),
  kinds: ({ row }) =>
    SIDES.reduce((sum, side) => sum + row.segments[side].filter(({ kind }) => kind !== 'body').length, 0),
};
