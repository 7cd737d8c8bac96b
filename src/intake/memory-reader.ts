import { BEAD_STATUSES } from '../core/bitext/bitext.ts';
import { createCodeBook, type InlineCodes } from '../core/bitext/codes.ts';
import type { UnitMark, UnitRows } from '../core/bitext/unit-rows.ts';
import { type PlainProblem, Problem, plainProblem } from '../core/problem.ts';
import { sameLanguage } from '../core/text/language-tag.ts';
import { xmlDecoder } from './decode-pieces.ts';
import { languageFromCode } from './language-codes.ts';
import { tmxReader } from './read-tmx.ts';
import { xliffReader } from './read-xliff.ts';
import { type CharFor, type TranslationUnit, textIn, type UnitReader } from './units.ts';

/** A memory's name, and the languages that are wanted of it: by default those of the first unit, the header's source language first. */
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

/** What is known of a memory when all of it is read. */
export interface MemoryEnd extends MemoryPart {
  readonly codes: InlineCodes;
  /** Units that have neither language. */
  readonly skipped: number;
  /** Inline codes for which there was no place. */
  readonly codesLost: number;
  /** Ampersands that were no XML and were read as themselves. */
  readonly mended: number;
  /** Where and how the file is damaged; null for a whole one. */
  readonly problem: PlainProblem | null;
}

/** Reads a translation memory (TMX, XLIFF) as rows in two languages, piece by piece. */
export interface MemoryReader {
  /** @throws Problem `bad-input` where the languages of the first unit cannot be told */
  write(piece: Uint8Array): MemoryPart;
  end(): MemoryEnd;
}

export function memoryReader(wanted: WantedMemory): MemoryReader {
  const decoder = xmlDecoder();
  const book = createCodeBook();
  const lost = { skipped: 0, codesLost: 0 };
  let reader: UnitReader | null = null;
  let pair: LanguagePair | null = null;

  function read(text: string): MemoryPart {
    if (!text) return { pair, rows: null, damaged: false };
    reader ??= readerFor(text, wanted.name, book.charFor);
    const units = reader.write(text);
    if (units[0]) pair ??= languagesOf(wanted, units[0], reader.sourceLanguage());
    const rows = pair && unitRows(units, pair, lost);
    return { pair, rows, damaged: reader.isDamaged() };
  }

  return {
    write: (piece) => read(decoder.write(piece)),
    end() {
      const part = read(decoder.end());
      const problem = (reader ?? tmxReader(wanted.name)).end();
      const mended = reader?.mended() ?? 0;
      return { ...part, ...lost, mended, codes: book.codes, problem: problem && plainProblem(problem) };
    },
  };
}

/** The reader for what a file begins with. */
function readerFor(text: string, name: string, charFor: CharFor): UnitReader {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/u.exec(text)?.[1];
  return root === 'xliff' || (root === undefined && /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/iu.test(name))
    ? xliffReader(name, charFor)
    : tmxReader(name, charFor);
}

/**
 * Units as rows in two languages; null where there are none.
 * @param lost is told of units that have neither, and of codes without a place
 */
export function unitRows(
  units: readonly TranslationUnit[],
  [from, to]: LanguagePair,
  lost: { skipped: number; codesLost: number },
): UnitRows | null {
  const columns = { source: [] as string[], target: [] as string[], marks: [] as UnitMark[] };
  for (const unit of units) {
    lost.codesLost += unit.codesLost;
    const [source, target] = [textIn(unit, from), textIn(unit, to)];
    if (!source && !target) {
      lost.skipped += 1;
      continue;
    }
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
function markOf({ props, notes }: TranslationUnit, both: boolean): UnitMark {
  const status = BEAD_STATUSES.find((each) => each === props['x-status']) ?? (both ? 'confirmed' : 'proposed');
  const said = props['x-confidence'];
  const confidence = said !== undefined && Number(said) >= 0 && Number(said) <= 1 ? Number(said) : null;
  return confidence === null && notes.length === 0 ? status : [status, confidence, notes.join('\n')];
}

/**
 * The languages of a memory.
 * @param header its source language as its header has it, if it does
 * @throws Problem `bad-input`
 */
export function languagesOf(wanted: WantedMemory, first: TranslationUnit, header: string): LanguagePair {
  const tags = first.variants.map(({ language }) => languageFromCode(language));
  const named = header && header !== '*all*' ? languageFromCode(header) : undefined;
  const from = wanted.from ?? tags.find((tag) => named && sameLanguage(tag, named)) ?? tags[0];
  const to = wanted.to ?? tags.find((tag) => from && !sameLanguage(tag, from));
  if (!from || !to || from === 'und' || to === 'und') {
    throw new Problem(
      'bad-input',
      `The languages of ${wanted.name} cannot be told.`,
      `Its first unit names ${first.variants.map(({ language }) => `“${language}”`).join(', ') || 'none'}.`,
      'Name them: --from en --to fr.',
    );
  }
  return [from, to];
}
