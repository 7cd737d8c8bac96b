import type { InlineCode } from '../../core/bitext/codes.ts';
import type { UnitProp } from '../../core/bitext/unit-rows.ts';
import { isOwnProp } from '../../core/formats/tmx.ts';
import { msg } from '../../core/message.ts';
import { restartingParser } from '../xml/restarting-parser.ts';
import { DEEPEST, LONGEST } from '../xml/unit-parser.ts';
import { type CharFor, NO_CODES, type TranslationUnit, tidied, type UnitReader, type UnitVariant } from './units.ts';

/** Elements whose content is markup of the original document, not text (TMX 1.4b, section 3.4). */
const CODES: Readonly<Record<string, InlineCode['kind']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
  ut: 'alone',
};

/** A unit that is being read. */
interface OpenUnit {
  variants: UnitVariant[];
  notes: string[];
  props: Record<string, string>;
  others: UnitProp[];
  changed: { by: string; at: string };
  codesLost: number;
}

/** Who changed a unit or its translation last, or made it, and when (TMX 1.4b, section 3.3). */
function changeIn(attributes: Record<string, string>): OpenUnit['changed'] {
  const { changedate, changeid, creationdate = '', creationid = '' } = attributes;
  const isChanged = changedate !== undefined || changeid !== undefined;
  return isChanged ? { by: changeid ?? '', at: changedate ?? '' } : { by: creationid, at: creationdate };
}

/**
 * Reads TMX 1.1 to 1.4b. Inline codes become characters (`InlineCode`); what
 * stands in a `sub` belongs to its code. Entities other than XML's own are
 * refused, so nothing outside the file is ever read. A damaged unit is left out.
 */
export function tmxReader(name: string, charFor: CharFor = NO_CODES): UnitReader {
  const units: TranslationUnit[] = [];
  let unit: OpenUnit | null = null;
  let language = '';
  let header = '';
  let segment: string | null = null;
  /** The code that is being read, and how deep in it. */
  let code: { element: string; attributes: Record<string, string>; data: string; depth: number } | null = null;
  /** Stretches of `hi` that are open. */
  let highlights: InlineCode[] = [];
  let aside: { kind: 'note' | 'prop'; type: string; text: string } | null = null;

  function open(tag: string, attributes: Record<string, string>, depth: number): void {
    if (code) return;
    if (tag === 'header') header = attributes['srclang'] ?? '';
    else if (tag === 'tu') {
      unit = { variants: [], notes: [], props: {}, others: [], changed: changeIn(attributes), codesLost: 0 };
    } else if (tag === 'tuv') {
      language = attributes['xml:lang'] ?? attributes['lang'] ?? '';
      const change = changeIn(attributes);
      // Of several the latest is the last.
      if (unit && (change.at || change.by) && change.at >= unit.changed.at) unit.changed = change;
    } else if (tag === 'seg') {
      segment = '';
      highlights = [];
    } else if (tag === 'note' || tag === 'prop') aside = { kind: tag, type: attributes['type'] ?? '', text: '' };
    else if (segment !== null && CODES[tag]) code = { element: tag, attributes, data: '', depth };
    else if (segment !== null && tag === 'hi') {
      const open: InlineCode = { kind: 'open', element: 'hi', pair: '', data: '', attributes };
      highlights.push(open);
      put(open);
    }
  }

  function add(piece: string): void {
    if (aside) aside.text += piece;
    else if (code) code.data += piece;
    else if (segment !== null) segment += piece;
    if ((segment?.length ?? 0) + (code?.data.length ?? 0) > LONGEST) {
      parser.fail(msg('One of its segments has more than a million characters.'));
    }
  }

  function close(tag: string, depth: number): void {
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
      if (unit && aside.kind === 'prop') {
        if (isOwnProp(aside.type)) unit.props[aside.type] = text;
        else if (text) unit.others.push([aside.type, text]);
      }
      aside = null;
    } else if (tag === 'tu' && unit) {
      units.push(unit);
      unit = null;
    }
  }

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

  const parser = restartingParser({
    name,
    format: 'TMX',
    roots: ['tmx'],
    deepest: DEEPEST,
    unit: /<tu[\s>]/u,
    around: '<tmx><body>',
    reset() {
      unit = segment = code = aside = null;
      highlights = [];
    },
    nameOf: (qualified) => qualified,
    open,
    text: add,
    close,
  });
  return {
    ...parser,
    write(piece) {
      parser.write(piece);
      return units.splice(0);
    },
    sourceLanguage: () => header,
  };
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
