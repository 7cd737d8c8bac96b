import { SaxesParser } from 'saxes';
import { Problem } from '../core/problem.ts';
import { sameLanguage } from '../core/text/language-tag.ts';
import { languageFromCode } from './language-codes.ts';

/** One language of a translation unit. */
export interface TmxVariant {
  /** As the file writes it. */
  readonly language: string;
  readonly text: string;
}

/** A translation unit: what it says in each of its languages, and what is said of it. */
export interface TmxUnit {
  readonly variants: readonly TmxVariant[];
  readonly notes: readonly string[];
  /** Properties by their type; of the same type the last. */
  readonly props: Readonly<Record<string, string>>;
  /** Inline codes whose content was left out. */
  readonly codes: number;
}

/** What a unit says in a language: of the very variety that is asked for, else of any; empty where it says nothing. */
export function textIn({ variants }: TmxUnit, language: string): string {
  const tagged = variants
    .filter(({ text }) => text !== '')
    .map(({ language: code, text }) => ({ tag: languageFromCode(code), text }));
  const exact = tagged.find(({ tag }) => tag === language);
  return (exact ?? tagged.find(({ tag }) => sameLanguage(tag, language)))?.text ?? '';
}

/** Elements whose content is markup of the original document, not text (TMX 1.4b, section 3.4). */
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/** No memory nests deeper, and no segment is longer; what does was made to break a reader. */
const DEEPEST = 60;
const LONGEST = 2_000_000;

/** Reads a translation memory piece by piece. */
export interface TmxReader {
  /** Takes the next piece of the text; returns the units that are whole with it. */
  write(piece: string): TmxUnit[];
  /** The file's end. Returns what is wrong where it was cut off or damaged, else null. */
  end(): Problem | null;
  /** What the header says of the source language; empty before it is read, or where it says nothing. */
  sourceLanguage(): string;
}

/**
 * Reads TMX 1.1 to 1.4b. Inline codes are left out, the text within `hi` and
 * `sub` is kept. Entities other than XML's own are refused, so nothing outside
 * the file is ever read. A damaged file is read up to the damage.
 */
export function tmxReader(name: string): TmxReader {
  const parser = new SaxesParser();
  let units: TmxUnit[] = [];
  let unit: { variants: TmxVariant[]; notes: string[]; props: Record<string, string>; codes: number } | null = null;
  let language = '';
  let header = '';
  let root = '';
  let depth = 0;
  let inCodes = 0;
  let segment: string | null = null;
  let aside: { kind: 'note' | 'prop'; type: string; text: string } | null = null;
  let failed: Problem | null = null;
  parser.on('error', (error) => {
    failed ??= unreadable(error.message);
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    root ||= tag;
    depth += 1;
    if (depth > DEEPEST) failed ??= unreadable(`Its elements are nested more than ${DEEPEST} deep.`);
    if (tag === 'header') header = attributes['srclang'] ?? '';
    else if (tag === 'tu') unit = { variants: [], notes: [], props: {}, codes: 0 };
    else if (tag === 'tuv') language = attributes['xml:lang'] ?? attributes['lang'] ?? '';
    else if (tag === 'seg') segment = '';
    else if (tag === 'note' || tag === 'prop') aside = { kind: tag, type: attributes['type'] ?? '', text: '' };
    else if (CODES.has(tag)) {
      inCodes += 1;
      if (unit) unit.codes += 1;
    }
  });
  const add = (piece: string) => {
    if (aside) aside.text += piece;
    else if (segment !== null && inCodes === 0) {
      segment += piece;
      if (segment.length > LONGEST) failed ??= unreadable('One of its segments has more than two million letters.');
    }
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name: tag }) => {
    depth -= 1;
    if (CODES.has(tag)) inCodes -= 1;
    else if (tag === 'seg') {
      unit?.variants.push({ language, text: (segment ?? '').replace(/[^\S\u00a0\u202f]+/gu, ' ').trim() });
      segment = null;
    } else if ((tag === 'note' || tag === 'prop') && aside) {
      const text = aside.text.trim();
      if (unit && aside.kind === 'note' && text) unit.notes.push(text);
      if (unit && aside.kind === 'prop') unit.props[aside.type] = text;
      aside = null;
    } else if (tag === 'tu' && unit) {
      units.push(unit);
      unit = null;
    }
  });
  return {
    write(piece) {
      if (!failed) parser.write(piece);
      if (root && root !== 'tmx') failed ??= unreadable(`Its outermost element is “${root}”.`);
      const whole = units;
      units = [];
      return whole;
    },
    end() {
      if (!failed) parser.close();
      return failed ?? (root ? null : unreadable('There is no element in it.'));
    },
    sourceLanguage: () => header,
  };

  function unreadable(detail: string): Problem {
    return new Problem(
      'unreadable-file',
      `${name} cannot be read as TMX.`,
      detail,
      'Export it again from the tool it comes from, or mend it in an editor.',
    );
  }
}

/**
 * Reads the units of a translation memory that is at hand as a whole.
 * @throws Problem `unreadable-file` with line and column where it is no TMX
 */
export function readTmx(text: string, name: string): TmxUnit[] {
  const reader = tmxReader(name);
  const units = reader.write(text);
  const problem = reader.end();
  if (problem) throw problem;
  return units;
}
