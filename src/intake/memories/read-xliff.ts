import type { InlineCode } from '../../core/bitext/codes.ts';
import { msg } from '../../core/message.ts';
import { DEEPEST, LONGEST, unitParser } from '../xml/unit-parser.ts';
import { type CharFor, NO_CODES, type TranslationUnit, tidied, type UnitReader } from './units.ts';

/** Elements of XLIFF 1.2 whose content is markup (section 2.3), and those of 1.2 and 2 that are empty or wrap text. */
const HOLDS_MARKUP: Readonly<Record<string, InlineCode['kind']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
};
const EMPTY: Readonly<Record<string, InlineCode['kind']>> = {
  x: 'alone',
  bx: 'open',
  ex: 'close',
  sc: 'open',
  ec: 'close',
};
const WRAPS = new Set(['g', 'pc']);

/** A side of a unit as it is read: its whole text, and the texts of the segments marked in it. */
interface Side {
  text: string;
  readonly marked: Map<string, string>;
}

interface Unit {
  readonly notes: string[];
  source: Side | null;
  segmented: Side | null;
  target: Side | null;
  state: string;
  approved: boolean;
  translate: boolean;
  codesLost: number;
}

/**
 * Reads XLIFF 1.0 to 1.2 and 2.0 to 2.1. A unit is a trans-unit, or each of the
 * segments marked in it; in version 2 a segment. Inline codes become characters
 * (`InlineCode`). Entities other than XML's own are refused. A damaged file is
 * read up to the damage.
 */
export function xliffReader(name: string, charFor: CharFor = NO_CODES): UnitReader {
  const units: TranslationUnit[] = [];
  const languages = { source: '', target: '' };
  let unit: Unit | null = null;
  /** Notes of a unit of version 2, which may have several segments, and its original data. */
  let shared: { notes: string[]; data: Map<string, string>; translate: boolean } | null = null;
  let side: Side | null = null;
  /** Segments marked in the side that is open, the innermost last. */
  let marks: string[] = [];
  let code: { element: string; attributes: Record<string, string>; data: string; depth: number } | null = null;
  let wraps: InlineCode[] = [];
  let note: string | null = null;
  let data: { id: string; text: string } | null = null;
  /** Within proposals of other translations, which are none of the unit's own. */
  let aside = 0;

  function open(tag: string, attributes: Record<string, string>, depth: number): void {
    if (code) return;
    if (tag === 'alt-trans' || tag === 'matches' || tag === 'glossary') aside += 1;
    if (aside > 0) return;
    if (tag === 'xliff' || tag === 'file') {
      languages.source = attributes['source-language'] ?? attributes['srcLang'] ?? languages.source;
      languages.target = attributes['target-language'] ?? attributes['trgLang'] ?? languages.target;
    } else if (tag === 'trans-unit') unit = opened(attributes['approved'] === 'yes', attributes['translate'] !== 'no');
    else if (tag === 'unit') shared = { notes: [], data: new Map(), translate: attributes['translate'] !== 'no' };
    else if (tag === 'segment' && shared) {
      unit = opened(false, shared.translate);
      unit.state = attributes['state'] ?? '';
      if (attributes['subState'] === 'visavis:flagged') unit.state = 'flagged';
    } else if (tag === 'data' && shared) data = { id: attributes['id'] ?? '', text: '' };
    else if (tag === 'note' && (unit || shared)) note = '';
    else if (unit && (tag === 'source' || tag === 'target' || tag === 'seg-source')) {
      side = { text: '', marked: new Map() };
      [marks, wraps] = [[], []];
      if (tag === 'target') {
        unit.state ||= attributes['state'] ?? '';
        languages.target ||= attributes['xml:lang'] ?? '';
      }
    } else if (side && tag === 'mrk') marks.push(attributes['mtype'] === 'seg' ? (attributes['mid'] ?? '') : '');
    else if (side && tag === 'cp') add(fromHex(attributes['hex'] ?? ''));
    else if (data && tag === 'cp') data.text += fromHex(attributes['hex'] ?? '');
    else if (side && HOLDS_MARKUP[tag] && shared === null) code = { element: tag, attributes, data: '', depth };
    else if (side && tag === 'ph') put(codeOf('alone', tag, attributes, attributes['dataRef']));
    else if (side && EMPTY[tag]) put(codeOf(EMPTY[tag], tag, attributes, attributes['dataRef']));
    else if (side && WRAPS.has(tag)) {
      put(codeOf('open', tag, attributes, attributes['dataRefStart']));
      wraps.push(codeOf('close', tag, attributes, attributes['dataRefEnd']));
    }
  }

  function opened(approved: boolean, translate: boolean): Unit {
    return { notes: [], source: null, segmented: null, target: null, state: '', approved, translate, codesLost: 0 };
  }

  function add(piece: string): void {
    if (code) code.data += piece;
    else if (note !== null) note += piece;
    else if (data) data.text += piece;
    else if (side) {
      side.text += piece;
      for (const id of marks) if (id) side.marked.set(id, (side.marked.get(id) ?? '') + piece);
    }
    if ((side?.text.length ?? 0) + (code?.data.length ?? 0) + (data?.text.length ?? 0) > LONGEST) {
      parser.fail(msg('One of its segments has more than a million characters.'));
    }
  }

  function close(tag: string, depth: number): void {
    if (code) {
      if (depth >= code.depth) return;
      const { element, attributes, data: text } = code;
      code = null;
      put({
        kind: kindOf(element, attributes),
        element,
        pair: attributes['rid'] ?? attributes['id'] ?? '',
        data: text,
        attributes: plain(attributes),
      });
      return;
    }
    if (tag === 'alt-trans' || tag === 'matches' || tag === 'glossary') aside -= 1;
    if (aside > 0) return;
    if (side && WRAPS.has(tag)) {
      const close = wraps.pop();
      if (close) put(close);
    } else if (side && tag === 'mrk') marks.pop();
    else if (tag === 'note' && note !== null) {
      const text = tidied(note);
      if (text) (unit?.notes ?? shared?.notes)?.push(text);
      note = null;
    } else if (tag === 'data' && data) {
      shared?.data.set(data.id, data.text);
      data = null;
    } else if (unit && side && (tag === 'source' || tag === 'target' || tag === 'seg-source')) {
      if (tag === 'source') unit.source = side;
      else if (tag === 'target') unit.target = side;
      else unit.segmented = side;
      side = null;
    } else if (unit && (tag === 'trans-unit' || tag === 'segment')) {
      units.push(...finished(unit));
      unit = null;
    } else if (tag === 'unit') shared = null;
  }

  /** A unit with marked segments is one for each of them that the target has, too; else it is one. */
  function finished(whole: Unit): TranslationUnit[] {
    const [source, target] = [whole.segmented ?? whole.source, whole.target];
    const ids = [...(source?.marked.keys() ?? [])];
    const inParts = ids.length > 0 && (!target?.text.trim() || ids.some((id) => target.marked.has(id)));
    const pairs = inParts
      ? ids.map((id) => [source?.marked.get(id) ?? '', target?.marked.get(id) ?? ''] as const)
      : [[(whole.source ?? source)?.text ?? '', target?.text ?? ''] as const];
    const notes = [...(shared?.notes ?? []), ...whole.notes];
    return pairs.map(([from, to], i) => ({
      variants: [
        { language: languages.source, text: tidied(from) },
        { language: languages.target, text: tidied(to) },
      ],
      notes: i === 0 ? notes : [],
      props: { 'x-status': statusOf(whole, to) },
      codesLost: i === 0 ? whole.codesLost : 0,
    }));
  }

  function codeOf(
    kind: InlineCode['kind'],
    element: string,
    attributes: Record<string, string>,
    reference: string | undefined,
  ): InlineCode {
    const pair = attributes['startRef'] ?? attributes['rid'] ?? attributes['id'] ?? '';
    const text = (reference ? shared?.data.get(reference) : '') ?? '';
    return { kind, element, pair, data: text, attributes: kind === 'close' ? {} : plain(attributes) };
  }

  function put(one: InlineCode): void {
    const char = charFor(one);
    if (char === null) {
      if (unit) unit.codesLost += 1;
    } else add(char);
  }

  const parser = unitParser({
    name,
    format: 'XLIFF',
    roots: ['xliff'],
    deepest: DEEPEST + 40,
    nameOf: (qualified) => qualified.replace(/^.*:/u, ''),
    open,
    text: add,
    close,
  });
  return {
    ...parser,
    restarts: () => 0,
    write(piece) {
      parser.write(piece);
      return units.splice(0);
    },
    sourceLanguage: () => languages.source,
  };
}

/** What the state of a translation is here (XLIFF 1.2, 2.3: state; XLIFF 2, 4.3.1: state). */
function statusOf({ state, approved, translate }: Unit, target: string): string {
  if (!translate) return 'excluded';
  if (target.trim() === '') return 'proposed';
  if (approved || state === 'final' || state === 'signed-off' || state === 'reviewed') return 'confirmed';
  if (state === 'flagged' || state.startsWith('needs-review')) return 'flagged';
  // A translation without a state is one that somebody has handed in.
  return state === '' ? 'confirmed' : 'proposed';
}

function kindOf(element: string, attributes: Record<string, string>): InlineCode['kind'] {
  if (element !== 'it') return HOLDS_MARKUP[element]!;
  return attributes['pos'] === 'close' ? 'close' : 'open';
}

/** Attributes that say more than which code it is. */
function plain(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !/^(?:id|rid|startRef|isolated|dataRef.*|pos)$/u.test(name)),
  );
}

function fromHex(hex: string): string {
  const point = Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '';
}
