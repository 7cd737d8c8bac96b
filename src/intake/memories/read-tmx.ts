import type { InlineCode } from '../../core/bitext/inline/codes.ts';
import type { UnitLife, UnitProp } from '../../core/bitext/unit-origin.ts';
import { countLetters } from '../../core/text/letters.ts';
import { restartingParser } from '../xml/restarting-parser.ts';
import { checkSegmentLength, MAX_DEPTH } from '../xml/unit-parser.ts';
import { createLeftOut } from './left-out.ts';
import { LIFE_ATTRIBUTES, lifeIn } from './stamps.ts';
import { finishedUnit } from './tmx-unit.ts';
import { type CharFor, NO_CODES, type TranslationUnit, type UnitReader } from './units.ts';

/** Elements whose content is markup of the original document, not text (TMX 1.4b, section 3.4). */
const CODE_ELEMENTS: Readonly<Record<string, InlineCode['kind']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
  ut: 'alone',
};

/** The attributes that are read of elements. Made once, since most elements of a memory have some. */
const READ_ATTRIBUTES = {
  tu: new Set([...LIFE_ATTRIBUTES, 'tuid', 'xml:space']),
  tuv: new Set([...LIFE_ATTRIBUTES, 'xml:lang', 'lang', 'xml:space']),
  note: new Set(['xml:space']),
  prop: new Set(['type', 'xml:space']),
} satisfies Readonly<Record<string, ReadonlySet<string>>>;

/** What a file says about a unit that is being read, or about one of its texts. */
export interface OpenPart {
  readonly life: UnitLife;
  readonly notes: string[];
  readonly props: UnitProp[];
}

/** A unit that is being read. */
export interface OpenUnit extends OpenPart {
  readonly id: string;
  readonly variants: (OpenPart & { readonly language: string; text: string })[];
  codesLost: number;
}

/**
 * Reads TMX 1.1 to 1.4b. Inline codes become characters (`InlineCode`); what
 * stands in a `sub` belongs to its code. White space is kept as it is. Entities other than XML's own are
 * refused, so nothing outside the file is ever read. A damaged unit is left out. What has no place in a unit is
 * noted, but for what the header says of the file as a whole.
 */
export function tmxReader(name: string, charFor: CharFor = NO_CODES): UnitReader {
  const units: TranslationUnit[] = [];
  const leftOut = createLeftOut();
  const header = { language: '', isOwn: false, isOpen: false };
  let unit: OpenUnit | null = null;
  let variant: OpenUnit['variants'][number] | null = null;
  let segment: string | null = null;
  /** The code that is being read, and how deep in it. */
  let code: { element: string; attributes: Record<string, string>; data: string; depth: number } | null = null;
  /** Stretches of `hi` that are open. */
  let highlights: InlineCode[] = [];
  let aside: { kind: 'note' | 'prop'; type: string; text: string } | null = null;
  /** How deep the element is that is left out with all that stands in it; none where null. */
  let skipped: number | null = null;
  /** Letters of codes, of what was half read when damage came, and before the unit that is being read. */
  const letters = { inCodes: 0, damaged: 0, begun: 0 };

  function open(tag: string, attributes: Record<string, string>, depth: number): void {
    if (skipped !== null) return;
    if (code) leftOut.note(`${code.element} ${tag}`);
    else if (segment !== null) openInSegment(tag, attributes, depth);
    else if (tag === 'header') {
      header.language = attributes['srclang'] ?? '';
      header.isOwn = attributes['creationtool'] === 'visavis';
      header.isOpen = true;
    } else if (tag === 'tu') {
      letters.begun = parser.letters();
      const { life, notes, props } = openPart(tag, attributes, READ_ATTRIBUTES.tu);
      unit = { id: attributes['tuid'] ?? '', variants: [], codesLost: 0, life, notes, props };
    } else if (tag === 'tuv' && unit) {
      const language = attributes['xml:lang'] ?? attributes['lang'] ?? '';
      const { life, notes, props } = openPart(tag, attributes, READ_ATTRIBUTES.tuv);
      variant = { language, text: '', life, notes, props };
      unit.variants.push(variant);
    } else if (tag === 'seg' && variant) {
      segment = '';
      highlights = [];
    } else if (unit && (tag === 'note' || tag === 'prop')) {
      noteOthers(tag, attributes, READ_ATTRIBUTES[tag]);
      aside = { kind: tag, type: attributes['type'] ?? '', text: '' };
    } else if (tag !== 'tmx' && tag !== 'body') {
      leftOut.note([variant ? 'tuv' : unit ? 'tu' : header.isOpen && 'header', tag].filter(Boolean).join(' '));
      skipped = depth;
    }
  }

  function openInSegment(tag: string, attributes: Record<string, string>, depth: number): void {
    if (CODE_ELEMENTS[tag]) code = { element: tag, attributes, data: '', depth };
    else if (tag === 'hi') {
      const open: InlineCode = { kind: 'open', element: 'hi', pair: '', data: '', attributes };
      highlights.push(open);
      put(open);
    } else leftOut.note(`seg ${tag}`);
  }

  function openPart(tag: string, attributes: Record<string, string>, read: ReadonlySet<string>): OpenPart {
    noteOthers(tag, attributes, read);
    return { life: lifeIn(attributes, leftOut), notes: [], props: [] };
  }

  /** Notes attributes that are not read. */
  function noteOthers(tag: string, attributes: Record<string, string>, read: ReadonlySet<string>): void {
    for (const attribute in attributes) if (!read.has(attribute)) leftOut.note(`${tag} ${attribute}`);
  }

  function add(piece: string): void {
    if (skipped !== null) leftOut.settle(piece);
    else if (aside) aside.text += piece;
    else if (code) code.data += piece;
    else if (segment !== null) segment += piece;
    else leftOut.noteText(piece);
    checkSegmentLength((segment?.length ?? 0) + (code?.data.length ?? 0), parser);
  }

  function close(tag: string, depth: number): void {
    if (skipped !== null) {
      if (depth < skipped) skipped = null;
    } else if (code) {
      if (depth < code.depth) finishCode(code);
    } else if (tag === 'hi' && segment !== null) {
      const open = highlights.pop();
      if (open) put({ ...open, kind: 'close', attributes: {} });
    } else if (tag === 'seg' && segment !== null) {
      if (variant) variant.text += segment;
      segment = null;
    } else if ((tag === 'note' || tag === 'prop') && aside) finishAside(aside);
    else if (tag === 'tuv') variant = null;
    else if (tag === 'header') header.isOpen = false;
    else if (tag === 'tu' && unit) {
      units.push(finishedUnit(unit, header.isOwn, leftOut));
      unit = null;
    }
  }

  function finishAside({ kind, type, text }: NonNullable<typeof aside>): void {
    aside = null;
    const of = variant ?? unit;
    if (kind === 'prop') of?.props.push([type, text.trim()]);
    else if (text.trim()) of?.notes.push(text.trim());
  }

  function finishCode({ element, attributes, data }: NonNullable<typeof code>): void {
    code = null;
    put({ kind: CODE_ELEMENTS[element]!, element, pair: attributes['i'] ?? '', data, attributes: plain(attributes) });
  }

  function put(one: InlineCode): void {
    const char = charFor(one);
    if (char !== null) {
      letters.inCodes += countLetters(one.data);
      segment += char;
      return;
    }
    leftOut.settle(one.data);
    if (unit) unit.codesLost += 1;
  }

  /** Lets go of a unit that is half read. */
  function forget(): void {
    if (unit) letters.damaged += parser.letters() - letters.begun;
    unit = variant = null;
  }

  const parser = restartingParser({
    name,
    format: 'TMX',
    roots: ['tmx'],
    deepest: MAX_DEPTH,
    unit: /<tu[\s>]/u,
    around: '<tmx><body>',
    reset() {
      forget();
      segment = code = aside = skipped = null;
      highlights = [];
    },
    nameOf: (qualified) => qualified,
    open,
    text: (piece) => add(leftOut.withoutCodes(piece)),
    close,
  });
  return {
    ...parser,
    write(piece) {
      parser.write(piece);
      return units.splice(0);
    },
    sourceLanguage: () => header.language,
    leftOut: leftOut.parts,
    letters() {
      forget();
      return { read: parser.letters(), inCodes: letters.inCodes, leftOut: leftOut.letters() + letters.damaged };
    },
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
