import { SaxesParser } from 'saxes';
import type { InlineCode } from '../core/bitext/codes.ts';
import { Problem } from '../core/problem.ts';
import {
  type CharFor,
  DEEPEST,
  LONGEST,
  NO_CODES,
  type TranslationUnit,
  tidied,
  type UnitReader,
  type UnitVariant,
} from './units.ts';

/** Elements whose content is markup of the original document, not text (TMX 1.4b, section 3.4). */
const CODES: Readonly<Record<string, InlineCode['kind']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
  ut: 'alone',
};

/**
 * Reads TMX 1.1 to 1.4b. Inline codes become characters (`InlineCode`); what
 * stands in a `sub` belongs to its code. Entities other than XML's own are
 * refused, so nothing outside the file is ever read. A damaged file is read up
 * to the damage.
 */
export function tmxReader(name: string, charFor: CharFor = NO_CODES): UnitReader {
  const parser = new SaxesParser();
  let units: TranslationUnit[] = [];
  let unit: { variants: UnitVariant[]; notes: string[]; props: Record<string, string>; codesLost: number } | null =
    null;
  let language = '';
  let header = '';
  let root = '';
  let depth = 0;
  /** Letters since the last tag, which the parser may be holding. */
  let quiet = 0;
  let segment: string | null = null;
  /** The code that is being read, and how deep in it. */
  let code: { element: string; attributes: Record<string, string>; data: string; depth: number } | null = null;
  /** Stretches of `hi` that are open. */
  let highlights: InlineCode[] = [];
  let aside: { kind: 'note' | 'prop'; type: string; text: string } | null = null;
  let failed: Problem | null = null;
  parser.on('error', (error) => {
    failed ??= unreadable(error.message);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) failed ??= unreadable('It declares entities of its own, which are not read.');
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    root ||= tag;
    depth += 1;
    quiet = 0;
    if (depth > DEEPEST) failed ??= unreadable(`Its elements are nested more than ${DEEPEST} deep.`);
    if (code) return;
    if (tag === 'header') header = attributes['srclang'] ?? '';
    else if (tag === 'tu') unit = { variants: [], notes: [], props: {}, codesLost: 0 };
    else if (tag === 'tuv') language = attributes['xml:lang'] ?? attributes['lang'] ?? '';
    else if (tag === 'seg') {
      segment = '';
      highlights = [];
    } else if (tag === 'note' || tag === 'prop') aside = { kind: tag, type: attributes['type'] ?? '', text: '' };
    else if (segment !== null && CODES[tag]) code = { element: tag, attributes, data: '', depth };
    else if (segment !== null && tag === 'hi') {
      const open: InlineCode = { kind: 'open', element: 'hi', pair: '', data: '', attributes };
      highlights.push(open);
      put(open);
    }
  });
  const add = (piece: string) => {
    if (aside) aside.text += piece;
    else if (code) code.data += piece;
    else if (segment !== null) segment += piece;
    if ((segment?.length ?? 0) + (code?.data.length ?? 0) > LONGEST) {
      failed ??= unreadable('One of its segments has more than two million letters.');
    }
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name: tag }) => {
    depth -= 1;
    quiet = 0;
    // What closes after the damage is not whole.
    if (failed) return;
    if (code) {
      if (depth < code.depth) finishCode(code);
      return;
    }
    if (tag === 'hi' && segment !== null) {
      const open = highlights.pop();
      if (open) put({ ...open, kind: 'close', attributes: {} });
    } else if (tag === 'seg') {
      unit?.variants.push({ language, text: tidied(segment ?? '') });
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

  function finishCode({ element, attributes, data }: NonNullable<typeof code>): void {
    code = null;
    put({ kind: CODES[element]!, element, pair: attributes['i'] ?? '', data, attributes: plain(attributes) });
  }

  function put(one: InlineCode): void {
    const char = charFor(one);
    if (char === null) {
      if (unit) unit.codesLost += 1;
    } else segment += char;
  }

  return {
    write(piece) {
      if (!failed) parser.write(piece);
      quiet += piece.length;
      if (quiet > 2 * LONGEST) failed ??= unreadable('One of its tags or comments has more than four million letters.');
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

/** Attributes without the number that pairs codes, which stands apart. */
function plain({ i: _pair, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}

/**
 * Reads the units of a translation memory that is at hand as a whole.
 * @throws Problem `unreadable-file` with line and column where it is no TMX
 */
export function readTmx(text: string, name: string): TranslationUnit[] {
  const reader = tmxReader(name);
  const units = reader.write(text);
  const problem = reader.end();
  if (problem) throw problem;
  return units;
}
