import { BEAD_STATUSES } from '../../core/bitext/bitext.ts';
import { createCodeBook, type InlineCodes } from '../../core/bitext/codes.ts';
import type { UnitMark, UnitRows } from '../../core/bitext/unit-rows.ts';
import { msg, quoted } from '../../core/message.ts';
import { type PlainProblem, Problem, plainProblem } from '../../core/problem.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { languageFromCode } from '../language-codes.ts';
import { xmlDecoder } from '../xml/decode-pieces.ts';
import { tmxReader } from './read-tmx.ts';
import { xliffReader } from './read-xliff.ts';
import { type CharFor, type TranslationUnit, textIn, type UnitReader } from './units.ts';

/** A memory's name, and the languages that are wanted of it: by default those of the first unit that has two, the header's source language first. */
export interface WantedMemory {
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type LanguagePair = readonly [from: string, to: string];

/** What stood in a piece of a memory. */
export interface MemoryPart {
  /** The languages of the rows; null before the first unit. */
  readonly pair: LanguagePair | null;
  /** Null where no unit ends in the piece. */
  readonly rows: UnitRows | null;
  /** Whether the file has proved to be damaged, so that nothing more is read of it. */
  readonly damaged: boolean;
}

/** What is noted of units as they become rows. */
export interface UnitTally {
  /** Units with neither language. */
  skipped: number;
  /** Inline codes for which there was no place. */
  codesLost: number;
  /** Languages besides the pair. */
  readonly languages: Set<string>;
  /** Who changed units, by name. */
  readonly people: Set<string>;
}

export function newTally(): UnitTally {
  return { skipped: 0, codesLost: 0, languages: new Set(), people: new Set() };
}

/** What is known of a memory when all of it is read. */
export interface MemoryEnd extends MemoryPart, UnitTally {
  readonly codes: InlineCodes;
  /** How often something damaged was left out and the next unit read. */
  readonly restarts: number;
  /** Places that were no XML and were read as they are meant. */
  readonly mended: number;
  /** Bytes that were not in the file’s encoding and were read as Windows-1252. */
  readonly strays: number;
  /** Where and how the file is damaged; null for a whole one. */
  readonly problem: PlainProblem | null;
}

/** Reads a translation memory (TMX, XLIFF) as rows in two languages, piece by piece. */
export interface MemoryReader {
  /** @throws Problem `bad-input` where the languages cannot be told */
  write(piece: Uint8Array): MemoryPart;
  end(): MemoryEnd;
}

export function memoryReader(wanted: WantedMemory): MemoryReader {
  const decoder = xmlDecoder();
  const book = createCodeBook();
  const tally = newTally();
  let reader: UnitReader | null = null;
  let pair: LanguagePair | null = null;
  /** Units before the first by which the languages are told. */
  let waiting: TranslationUnit[] = [];

  function read(text: string, isEnd = false): MemoryPart {
    if (text) reader ??= readerFor(text, wanted.name, book.charFor);
    if (!reader) return { pair, rows: null, damaged: false };
    const units = waiting.concat(reader.write(text));
    const header = reader.sourceLanguage();
    for (let i = 0; !pair && i < units.length; i++) pair = languagesOf(wanted, units[i]!, header);
    if (!pair && units[0] && (isEnd || units.length > MOST_WAITING)) throw untold(wanted, units[0]);
    waiting = pair ? [] : units;
    return { pair, rows: pair && unitRows(units, pair, tally), damaged: reader.isDamaged() };
  }

  return {
    write: (piece) => read(decoder.write(piece)),
    end() {
      const part = read(decoder.end(), true);
      const problem = (reader ?? tmxReader(wanted.name)).end();
      const [mended, restarts] = [reader?.mended() ?? 0, reader?.restarts() ?? 0];
      return {
        ...part,
        ...tally,
        mended,
        restarts,
        strays: decoder.strays(),
        codes: book.codes,
        problem: problem && plainProblem(problem),
      };
    },
  };
}

/** Units of which none has two languages, after which a memory is taken for one of a single language. */
const MOST_WAITING = 10_000;

/**
 * The reader for what a file begins with.
 * @throws Problem `unsupported-type` where that is no XML
 */
function readerFor(text: string, name: string, charFor: CharFor): UnitReader {
  if (/^\s*[^\s<]/u.test(text)) {
    throw new Problem(
      'unsupported-type',
      msg('{name} is neither TMX nor XLIFF.', { name }),
      msg('It begins with “{beginning}”.', { beginning: text.trimStart().slice(0, 40) }),
      'A table is known by its name (.csv, .tsv, .xlsx, .jsonl); a text is imported with its translation.',
    );
  }
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/u.exec(text)?.[1];
  return root === 'xliff' || (root !== 'tmx' && /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)(?:\.gz)?$/iu.test(name))
    ? xliffReader(name, charFor)
    : tmxReader(name, charFor);
}

/**
 * Units as rows in two languages; null where there are none.
 * @param tally goes on counting
 */
export function unitRows(
  units: readonly TranslationUnit[],
  [from, to]: LanguagePair,
  tally: UnitTally,
): UnitRows | null {
  function noteOthers({ variants }: TranslationUnit): void {
    for (const { language, text } of variants) {
      const tag = languageFromCode(language);
      if (text && !sameLanguage(tag, from) && !sameLanguage(tag, to)) tally.languages.add(tag);
    }
  }

  const columns = { source: [] as string[], target: [] as string[], marks: [] as UnitMark[] };
  for (const unit of units) {
    tally.codesLost += unit.codesLost;
    const [source, target] = [textIn(unit, from), textIn(unit, to)];
    if (unit.variants.length > (source ? 1 : 0) + (target ? 1 : 0)) noteOthers(unit);
    if (!source && !target) {
      tally.skipped += 1;
      continue;
    }
    if (unit.changed?.by) tally.people.add(unit.changed.by);
    columns.source.push(source);
    columns.target.push(target);
    columns.marks.push(markOf(unit, source !== '' && target !== ''));
  }
  const packed = (column: readonly unknown[]) => encoder.encode(JSON.stringify(column));
  const count = columns.marks.length;
  if (count === 0) return null;
  return { count, source: packed(columns.source), target: packed(columns.target), marks: packed(columns.marks) };
}

const encoder = new TextEncoder();

/** A unit with both texts is confirmed unless it says otherwise: somebody has translated it. */
function markOf({ props, notes, others = [], changed }: TranslationUnit, both: boolean): UnitMark {
  const status = BEAD_STATUSES.find((each) => each === props['x-status']) ?? (both ? 'confirmed' : 'proposed');
  const said = props['x-confidence'];
  const at = changed && isoDate(changed.at);
  const details = {
    ...(said !== undefined && Number(said) >= 0 && Number(said) <= 1 && { confidence: Number(said) }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(at && { at, ...(changed.by && { by: changed.by }) }),
    ...(others.length > 0 && { props: others }),
  };
  return Object.keys(details).length === 0 ? status : { status, ...details };
}

const TIME = /^(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):?([0-5]\d):?([0-5]\d)/u;

/** A time as TMX writes it, YYYYMMDDThhmmssZ (section 3.3), or in the usual way, as ISO 8601; empty where it is none. */
function isoDate(written: string): string {
  const [, year, month, day, hour, minute, second] = TIME.exec(written) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/**
 * The languages of a memory, told by one of its units; null where that does not say them.
 * @param header its source language as its header has it, if it does
 */
function languagesOf(wanted: WantedMemory, unit: TranslationUnit, header: string): LanguagePair | null {
  const tags = unit.variants.map(({ language }) => languageFromCode(language)).filter((tag) => tag !== 'und');
  const named = header && header !== '*all*' ? languageFromCode(header) : undefined;
  const from = wanted.from ?? tags.find((tag) => named && sameLanguage(tag, named)) ?? tags[0];
  const to = wanted.to ?? tags.find((tag) => from && !sameLanguage(tag, from));
  return from && to ? [from, to] : null;
}

function untold({ name }: WantedMemory, { variants }: TranslationUnit): Problem {
  return new Problem(
    'bad-input',
    msg('The languages of {name} could not be detected.', { name }),
    variants.length > 0
      ? msg('Its first unit names {languages}.', { languages: quoted(variants.map(({ language }) => language)) })
      : 'Its first unit names none.',
    'Choose the source and target languages (command line: --from en --to fr).',
  );
}
