import type { Side } from '../../core/bitext/bitext.ts';
import { createCodeBook, type InlineCodes } from '../../core/bitext/inline/codes.ts';
import type { UnitRows } from '../../core/bitext/unit-rows.ts';
import { msg, quoted } from '../../core/message.ts';
import { type PlainProblem, Problem, plainProblem } from '../../core/problem.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import type { LetterBalance } from '../../core/text/letters.ts';
import { languageFromCode, tagOrCode } from '../language-codes.ts';
import { xmlDecoder } from '../xml/decode-pieces.ts';
import type { LeftOutParts } from './left-out.ts';
import { tmxReader } from './read-tmx.ts';
import { xliffReader } from './read-xliff.ts';
import { newTally, type RowMaker, rowMaker, type UnitTally } from './unit-rows.ts';
import type { LanguagePair } from './unit-sides.ts';
import type { CharFor, TranslationUnit, UnitReader } from './units.ts';

/** A memory's name, and the languages that are wanted of it: by default those of the first unit that has two, the header's source language first. */
export interface WantedMemory {
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What stood in a piece of a memory. */
export interface MemoryPart {
  /** The languages of the rows; null before the first unit. */
  readonly pair: LanguagePair | null;
  /** Null where no unit ends in the piece. */
  readonly rows: UnitRows | null;
  /** Whether the file has proved to be damaged, so that nothing more is read of it. */
  readonly damaged: boolean;
}

/** What is noted of a memory besides its rows. */
export interface MemoryNotes extends Omit<UnitTally, 'letters'> {
  /** How often something damaged was left out and the next unit read. */
  readonly restarts: number;
  /** Places that were no XML and were read as they are meant. */
  readonly repaired: number;
  /** Bytes that were not in the file’s encoding and were read as Windows-1252. */
  readonly strays: number;
  /** Where and how the file is damaged; null for a whole one. */
  readonly problem: PlainProblem | null;
  /** What of the file no row has, besides other languages. */
  readonly leftOut: LeftOutParts;
  readonly letters: LetterBalance;
}

/** What is known of a memory when all of it is read. */
export interface MemoryEnd extends MemoryPart, MemoryNotes {
  readonly codes: InlineCodes;
}

/** Reads a translation memory (TMX, XLIFF) as rows in two languages, piece by piece. */
export interface MemoryReader {
  /** @throws Problem `bad-input` where the languages cannot be detected, or are the same */
  write(piece: Uint8Array): MemoryPart;
  end(): MemoryEnd;
}

export function memoryReader(wanted: WantedMemory): MemoryReader {
  const decoder = xmlDecoder();
  const book = createCodeBook();
  const tally = newTally();
  let reader: UnitReader | null = null;
  let pair: LanguagePair | null = null;
  let rowsOf: RowMaker = () => null;
  /** Units before the first one that shows the languages. */
  let waiting: TranslationUnit[] = [];

  function read(text: string, isEnd = false): MemoryPart {
    if (text) reader ??= readerFor(text, wanted.name, book.charFor);
    if (!reader) return { pair, rows: null, damaged: false };
    const units = waiting.concat(reader.write(text));
    if (!pair && units[0]) {
      const isLast = isEnd || reader.isDamaged() || units.length > MAX_WAITING_UNITS;
      pair = pairOf(wanted, units, reader.sourceLanguage(), isLast);
      if (!pair && isLast) throw unknownLanguages(wanted, units[0]);
      if (pair) rowsOf = rowMaker(pair, tally, book.codes);
    }
    waiting = pair ? [] : units;
    return { pair, rows: rowsOf(pair ? units : []), damaged: reader.isDamaged() };
  }

  return {
    write: (piece) => read(decoder.write(piece)),
    end() {
      const part = read(decoder.end(), true);
      reader ??= tmxReader(wanted.name);
      const problem = reader.end();
      const { read: all, inCodes, leftOut } = reader.letters();
      return {
        ...part,
        ...tally,
        repaired: reader.repaired(),
        restarts: reader.restarts(),
        strays: decoder.strays(),
        leftOut: reader.leftOut(),
        letters: { read: all, kept: inCodes + tally.letters.kept, named: leftOut + tally.letters.leftOut },
        codes: book.codes,
        problem: problem && plainProblem(problem),
      };
    },
  };
}

/** Units of which none has two languages, after which a memory is taken for one of a single language. */
const MAX_WAITING_UNITS = 10_000;

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
 * The languages of a memory as its units show them; null where they do not show them yet.
 * @param header its source language as its header has it, if it does
 * @param isLast whether two varieties of one language will do, since there is nothing more to come
 * @throws Problem where both are one
 */
function pairOf(
  wanted: WantedMemory,
  units: readonly TranslationUnit[],
  header: string,
  isLast: boolean,
): LanguagePair | null {
  const tagged = units.map(({ variants }) =>
    variants
      .map(({ language, side }) => ({ tag: languageFromCode(language), side }))
      .filter(({ tag }) => tag !== 'und'),
  );
  const named = header && header !== '*all*' ? languageFromCode(header) : undefined;
  const differs = [sameLanguage, ...(isLast ? [(a: string, b: string) => a === b] : [])];
  for (const isSame of differs) {
    for (const own of tagged) {
      const tagsOf = (side: Side) => own.filter((one) => (one.side ?? side) === side).map(({ tag }) => tag);
      const sources = tagsOf('source').filter((tag) => !wanted.to || !isSame(tag, wanted.to));
      const from =
        wanted.from ??
        sources.find((tag) => tag === named) ??
        sources.find((tag) => named && sameLanguage(tag, named)) ??
        sources[0];
      const to = wanted.to ?? tagsOf('target').find((tag) => from && !isSame(tag, from));
      if (!from || !to) continue;
      if (from === to) throw oneLanguage(wanted.name, from);
      return [from, to];
    }
  }
  if (isLast) for (const { variants } of units) refuseOne(wanted.name, variants);
  return null;
}

/** @throws Problem where a unit has its source and its translation in one language */
function refuseOne(name: string, variants: TranslationUnit['variants']): void {
  const [source, target] = (['source', 'target'] as const).map((side) => variants.find((one) => one.side === side));
  if (!source?.language || !target?.text) return;
  if (source.language === target.language) throw oneLanguage(name, tagOrCode(source.language));
}

function oneLanguage(name: string, language: string): Problem {
  return new Problem(
    'bad-input',
    msg('Source and translation of {name} are in one language.', { name }),
    msg('Both are said to be in “{language}”.', { language }),
    'Correct the languages in the file, or choose another one (command line: --from en --to fr).',
  );
}

function unknownLanguages({ name }: WantedMemory, { variants }: TranslationUnit): Problem {
  return new Problem(
    'bad-input',
    msg('The languages of {name} could not be detected.', { name }),
    variants.length > 0
      ? msg('Its first unit names {languages}.', { languages: quoted(variants.map(({ language }) => language)) })
      : 'Its first unit names none.',
    'Choose the source and target languages (command line: --from en --to fr).',
  );
}
