import { CODE, hasText, type InlineCodes, NO_INLINE_CODES } from '../../core/bitext/inline/codes.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { lastChange, type UnitOrigin } from '../../core/bitext/unit-origin.ts';
import type { UnitDetails, UnitMark, UnitRows } from '../../core/bitext/unit-rows.ts';
import { closeness } from '../../core/text/language-tag.ts';
import { countLetters } from '../../core/text/letters.ts';
import { languageFromCode, tagOrCode } from '../language-codes.ts';
import { type LanguagePair, sideTeller, type UnitSides } from './unit-sides.ts';
import type { TranslationUnit, UnitVariant } from './units.ts';

/** What is noted of units as they become rows. */
export interface UnitTally {
  /** Units with neither language. */
  skipped: number;
  /** Inline codes for which there was no place. */
  codesLost: number;
  /** Characters left out since they stand for inline codes here. */
  codeCharacters: number;
  /** Rows with a translation. */
  translated: number;
  /** Texts beyond the first of a unit in one language, which have rows of their own. */
  variants: number;
  /** Units that the file calls confirmed, or translates, with a side that has no text but codes at most. */
  textless: number;
  /** Letters of texts and notes that rows have, and of those that were left out with a unit or language. */
  readonly letters: { kept: number; leftOut: number };
  /** Languages besides the pair. */
  readonly languages: Set<string>;
  /** Varieties of other regions than those of the pair, of which rows have texts. */
  readonly varieties: Set<string>;
  /** Who changed units, by name. */
  readonly people: Set<string>;
}

export function newTally(): UnitTally {
  return {
    skipped: 0,
    codesLost: 0,
    codeCharacters: 0,
    translated: 0,
    variants: 0,
    textless: 0,
    letters: { kept: 0, leftOut: 0 },
    languages: new Set(),
    varieties: new Set(),
    people: new Set(),
  };
}

/** Makes rows of units, which come some at a time. */
export type RowMaker = (units: readonly TranslationUnit[]) => UnitRows | null;

/**
 * Makes rows in two languages of units; null where there are none.
 * @param tally goes on counting
 * @param codes that stand in the texts
 */
export function rowMaker(pair: LanguagePair, tally: UnitTally, codes: InlineCodes = NO_INLINE_CODES): RowMaker {
  const sidesOf = sideTeller(pair);
  const paragraphOf = paragraphCounter();
  const seen = new Set<string>();
  /** A text without characters that stand for codes here and are none of the file's. */
  function ownText(text = ''): string {
    if (plainText(text).length === text.length) return text;
    return text.replace(CODE, (char) => {
      if (codes.has(char)) return char;
      tally.codeCharacters += 1;
      return '';
    });
  }
  function noteVariety(variant: UnitVariant | undefined, wanted: string): void {
    if (!variant || seen.has(variant.language)) return;
    seen.add(variant.language);
    const tag = languageFromCode(variant.language);
    if (closeness(wanted, tag) === 1) tally.varieties.add(tag);
  }
  return (units) => {
    const columns = { source: [] as string[], target: [] as string[], marks: [] as UnitMark[] };
    for (const unit of units) {
      tally.codesLost += unit.codesLost;
      const sides = sidesOf(unit);
      noteOthers(sides, unit, tally);
      const count = Math.max(sides.source.length, sides.target.length);
      if (count === 0) continue;
      tally.variants += count - 1;
      const paragraph = paragraphOf(unit);
      for (let i = 0; i < count; i++) {
        const [source, target] = [sides.source[i] ?? sides.source[0], sides.target[i] ?? sides.target[0]];
        const texts = [ownText(source?.text), ownText(target?.text)] as const;
        noteVariety(source, pair[0]);
        noteVariety(target, pair[1]);
        const both = texts.every((text) => hasText(text, codes));
        columns.source.push(texts[0]);
        columns.target.push(texts[1]);
        columns.marks.push(
          markOf(i === 0 ? unit : { ...unit, notes: [], props: [] }, { source, target, both, paragraph }, tally),
        );
      }
    }
    return packed(columns);
  };
}

function noteOthers({ source, target, others, repeats }: UnitSides, unit: TranslationUnit, tally: UnitTally): void {
  const { letters } = tally;
  for (const variant of others) {
    tally.languages.add(tagOrCode(variant.language) || 'und');
    letters.leftOut += lettersOf(variant);
  }
  for (const variant of repeats) letters.leftOut += lettersOf(variant);
  const about = lettersAbout(unit);
  if (source.length + target.length > 0) letters.kept += about;
  else {
    letters.leftOut += about;
    tally.skipped += 1;
  }
  for (const variant of source) letters.kept += lettersOf(variant);
  for (const variant of target) letters.kept += lettersOf(variant);
}

function lettersOf({ text, origin }: UnitVariant): number {
  return countLetters(text) + (origin ? lettersAbout(origin) : 0);
}

function lettersAbout({ notes, props }: Pick<UnitOrigin, 'notes'> & Pick<TranslationUnit, 'props'>): number {
  let letters = 0;
  if (notes) for (const note of notes) letters += countLetters(note);
  if (props) for (const [, value] of props) letters += countLetters(value);
  return letters;
}

interface RowFacts {
  readonly source: UnitVariant | undefined;
  readonly target: UnitVariant | undefined;
  /** Whether both sides have text. */
  readonly both: boolean;
  readonly paragraph: number | undefined;
}

/**
 * A unit with text on both sides is confirmed unless it says otherwise: somebody
 * has translated it. One without never is, whatever it says.
 */
function markOf(unit: TranslationUnit, { source, target, both, paragraph }: RowFacts, tally: UnitTally): UnitMark {
  const { status, confidence, props = [] } = unit;
  if (both) tally.translated += 1;
  else if (status === 'confirmed' || (status === undefined && source?.text && target?.text)) tally.textless += 1;
  const assumed = both && status === undefined;
  const shown = both ? (status ?? 'confirmed') : status === undefined || status === 'confirmed' ? 'proposed' : status;
  const origin = originOf(unit, source, target);
  const { notes: sourceNotes } = source?.origin ?? {};
  const { notes: targetNotes } = target?.origin ?? {};
  const notes = sourceNotes || targetNotes ? [unit.notes, sourceNotes ?? [], targetNotes ?? []].flat() : unit.notes;
  if (!origin && notes.length === 0 && confidence === undefined && paragraph === undefined && props.length === 0) {
    return assumed ? 'assumed' : shown;
  }
  const change = origin && lastChange(origin);
  if (change?.by) tally.people.add(change.by);
  return {
    status: shown,
    ...(assumed && { assumed }),
    ...(confidence !== undefined && { confidence }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...change,
    ...(paragraph !== undefined && { paragraph }),
    ...(props.length > 0 && { props }),
    ...(origin && { origin }),
  } satisfies UnitDetails;
}

/** What is only kept of a unit and the two of its texts; null where there is nothing. */
function originOf(unit: TranslationUnit, source?: UnitVariant, target?: UnitVariant): UnitOrigin | null {
  const hasSides = source?.origin !== undefined || target?.origin !== undefined;
  const isPlain = unit.notes.length < 2 && !source?.origin?.notes && !target?.origin?.notes;
  const own = unit.origin ?? {};
  if (!hasSides && isPlain) return Object.keys(own).length > 0 ? own : null;
  const sides = { ...(source?.origin && { source: source.origin }), ...(target?.origin && { target: target.origin }) };
  return { ...own, ...(!isPlain && { notes: unit.notes }), ...(hasSides && { sides }) };
}

/** Numbers paragraphs through all documents of a file: as they are numbered in it, and on from there in the next document. */
function paragraphCounter(): (unit: TranslationUnit) => number | undefined {
  let document = '';
  let shift = 0;
  let last = -1;
  return ({ place }) => {
    if (!place) return undefined;
    let paragraph = place.paragraph - 1 + shift;
    if (paragraph < last || (place.document !== document && paragraph === last)) {
      shift += last + 1 - paragraph;
      paragraph = last + 1;
    }
    document = place.document;
    last = paragraph;
    return paragraph;
  };
}

function packed({ source, target, marks }: { source: string[]; target: string[]; marks: UnitMark[] }): UnitRows | null {
  const bytes = (column: readonly unknown[]) => encoder.encode(JSON.stringify(column));
  const count = marks.length;
  return count === 0 ? null : { count, source: bytes(source), target: bytes(target), marks: bytes(marks) };
}

const encoder = new TextEncoder();
