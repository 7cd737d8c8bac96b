import type { InlineCode } from '../../core/bitext/inline/codes.ts';
import { countLetters } from '../../core/text/letters.ts';
import { checkSegmentLength, MAX_DEPTH, unitParser } from '../xml/unit-parser.ts';
import { createLeftOut } from './left-out.ts';
import { type CharFor, NO_CODES, type TranslationUnit, type UnitReader } from './units.ts';
import {
  attributesNotRead,
  codeOf,
  EMPTY_ELEMENTS,
  fromHex,
  HOLDS_MARKUP,
  kindOfMarkup,
  type Scope,
  scopeIn,
  toolAttributes,
  WRAPPING_ELEMENTS,
} from './xliff-names.ts';
import type { XliffSide } from './xliff-side.ts';
import { finishedUnits, type XliffUnit } from './xliff-unit.ts';

/** A unit of version 2 around its segments: what they share. */
interface Shared {
  readonly id: string;
  notes: string[];
  readonly data: Map<string, string>;
}

/**
 * Reads XLIFF 1.0 to 1.2 and 2.0 to 2.1. A unit is a trans-unit, or each of the
 * segments marked in it; in version 2 a segment. Inline codes become characters
 * (`InlineCode`), white space is kept as it is. Entities other than XML's own are refused. A damaged file is
 * read up to the damage. What has no place in a unit is noted, but for what the attributes of a file say of it as a whole.
 */
export function xliffReader(name: string, charFor: CharFor = NO_CODES): UnitReader {
  const units: TranslationUnit[] = [];
  const leftOut = createLeftOut();
  const kinds = new Map<string, InlineCode['kind']>();
  const scopes: Scope[] = [{ depth: 0, source: '', target: '', translate: true }];
  let files = 0;
  let unit: XliffUnit | null = null;
  let shared: Shared | null = null;
  let side: XliffSide | null = null;
  /** Names of the segments that are open in the side, the innermost last; empty for other marks. */
  let marks: string[] = [];
  /** Letters of the side. */
  let length = 0;
  let code: { element: string; attributes: Record<string, string>; data: string; depth: number } | null = null;
  let wraps: InlineCode[] = [];
  let note: string | null = null;
  let data: { id: string; text: string } | null = null;
  /** How deep the element is that is left out with all that stands in it; none where null. */
  let skipped: number | null = null;
  /** Letters of codes, and before the unit that is being read. */
  const letters = { inCodes: 0, begun: 0 };

  function open(tag: string, attributes: Record<string, string>, depth: number): void {
    if (skipped !== null) return;
    if (code) leftOut.note(`${code.element} ${tag}`);
    else if (side) openInSide(tag, attributes, depth);
    else if (isKnown(tag, attributes, depth)) {
      for (const one of attributesNotRead(tag, attributes)) leftOut.note(`${tag} ${one}`);
    } else {
      leftOut.note(tag);
      skipped = depth;
    }
  }

  /** Takes what stands around sides; false for what is not read. */
  function isKnown(tag: string, attributes: Record<string, string>, depth: number): boolean {
    const scope = scopes.at(-1)!;
    if (tag === 'xliff' || tag === 'file' || tag === 'group' || tag === 'unit' || tag === 'trans-unit') {
      scopes.push(scopeIn(attributes, scope, depth));
    }
    if (tag === 'file') files += 1;
    if ((tag === 'file' && files > 1) || tag === 'group') leftOut.note(tag);
    if (tag === 'trans-unit' || tag === 'unit') letters.begun = parser.letters();
    if (tag === 'trans-unit') unit = opened(1, attributes);
    else if (tag === 'unit') shared = { id: attributes['id'] ?? '', notes: [], data: new Map() };
    else if (tag === 'segment' && shared) unit = opened(2, attributes);
    else if (tag === 'data' && shared) data = { id: attributes['id'] ?? '', text: '' };
    else if (tag === 'cp' && data) data.text += fromHex(attributes['hex'] ?? '');
    else if (tag === 'note' && (unit || shared)) note = '';
    else if (tag === 'seg' && unit) unit.definitions.set(attributes['id'] ?? '', attributes);
    else if (unit && (tag === 'source' || tag === 'target' || tag === 'seg-source')) {
      side = { language: attributes['xml:lang'] ?? '', parts: [] };
      [marks, wraps, length] = [[], [], 0];
      if (tag === 'target' && unit.version === 1) {
        const { state, 'state-qualifier': qualifier } = attributes;
        unit.state = { ...unit.state, ...(state && { state }), ...(qualifier && { qualifier }) };
      }
    } else {
      const isAround = tag === 'xliff' || tag === 'file' || tag === 'group' || tag === 'body' || tag === 'header';
      return (
        isAround || (unit !== null && tag === 'seg-defs') || (shared !== null && /^(?:notes|originalData)$/u.test(tag))
      );
    }
    return true;
  }

  function openInSide(tag: string, attributes: Record<string, string>, depth: number): void {
    if (tag === 'cp') add(leftOut.withoutCodes(fromHex(attributes['hex'] ?? '')));
    else if (tag === 'mrk') {
      const isSegment = attributes['mtype'] === 'seg';
      marks.push(isSegment ? (attributes['mid'] ?? '') : '');
      // A segment may be empty.
      if (isSegment) side?.parts.push({ segment: attributes['mid'] ?? '', text: '' });
      if (!isSegment) leftOut.note(`mrk ${attributes['mtype'] ?? attributes['type'] ?? ''}`.trim());
    } else if (shared === null && HOLDS_MARKUP[tag]) code = { element: tag, attributes, data: '', depth };
    else if (tag === 'ph' || EMPTY_ELEMENTS[tag])
      put(codeOf(EMPTY_ELEMENTS[tag] ?? 'alone', tag, attributes, dataOf(attributes['dataRef'])));
    else if (WRAPPING_ELEMENTS.has(tag)) {
      put(codeOf('open', tag, attributes, dataOf(attributes['dataRefStart'])));
      wraps.push(codeOf('close', tag, attributes, dataOf(attributes['dataRefEnd'])));
    } else leftOut.note(tag);
  }

  const dataOf = (reference = '') => shared?.data.get(reference) ?? '';

  function opened(version: 1 | 2, attributes: Record<string, string>): XliffUnit {
    const { source, target, translate } = scopes.at(-1)!;
    const { approved, state, subState: qualifier } = attributes;
    // Notes of a unit go with the first of its segments.
    const notes = shared?.notes.splice(0) ?? [];
    return {
      id: (version === 1 ? attributes['id'] : shared?.id) ?? '',
      version,
      translate,
      languages: { source, target },
      notes,
      source: null,
      segmented: null,
      target: null,
      state: {
        version,
        ...(version === 1 && approved !== undefined && { approved: approved === 'yes' }),
        ...(version === 2 && state && { state }),
        ...(version === 2 && qualifier && { qualifier }),
      },
      tool: toolAttributes(attributes),
      definitions: new Map(),
      codesLost: 0,
    };
  }

  function add(piece: string): void {
    if (skipped !== null) leftOut.settle(piece);
    else if (code) code.data += piece;
    else if (note !== null) note += piece;
    else if (data) data.text += piece;
    else if (side) {
      length += piece.length;
      const segment = marks.findLast((mark) => mark !== '') ?? '';
      const last = side.parts.at(-1);
      if (last?.segment === segment) last.text += piece;
      else side.parts.push({ segment, text: piece });
    } else leftOut.noteText(piece);
    checkSegmentLength(length + (code?.data.length ?? 0) + (data?.text.length ?? 0), parser);
  }

  function close(tag: string, depth: number): void {
    if (skipped !== null) {
      if (depth < skipped) skipped = null;
    } else if (code) {
      if (depth < code.depth) finishCode(code);
    } else if (side) closeInSide(tag);
    else if (tag === 'note' && note !== null) {
      if (note.trim()) (unit?.notes ?? shared?.notes)?.push(note.trim());
      note = null;
    } else if (tag === 'data' && data) {
      shared?.data.set(data.id, data.text);
      letters.inCodes += countLetters(data.text);
      data = null;
    } else if (unit && (tag === 'trans-unit' || tag === 'segment')) {
      for (const one of finishedUnits(unit, (char) => kinds.get(char), leftOut)) units.push(one);
      unit = null;
    } else if (tag === 'unit') {
      for (const text of shared?.notes ?? []) {
        leftOut.note('note');
        leftOut.settle(text);
      }
      shared = null;
    }
    if (scopes.length > 1 && scopes.at(-1)!.depth > depth) scopes.pop();
  }
  function closeInSide(tag: string): void {
    if (WRAPPING_ELEMENTS.has(tag)) {
      const end = wraps.pop();
      if (end) put(end);
    } else if (tag === 'mrk') marks.pop();
    else if (unit && (tag === 'source' || tag === 'target' || tag === 'seg-source')) {
      unit[tag === 'seg-source' ? 'segmented' : tag] = side;
      side = null;
    }
  }

  function finishCode({ element, attributes, data: text }: NonNullable<typeof code>): void {
    code = null;
    letters.inCodes += countLetters(text);
    put(codeOf(kindOfMarkup(element, attributes), element, attributes, text));
  }

  function put(one: InlineCode): void {
    const char = charFor(one);
    if (char !== null) {
      kinds.set(char, one.kind);
      add(char);
    } else if (unit) unit.codesLost += 1;
  }

  const parser = unitParser({
    name,
    format: 'XLIFF',
    roots: ['xliff'],
    deepest: MAX_DEPTH + 40,
    nameOf: (qualified) => qualified.replace(/^.*:/u, ''),
    open,
    text: (piece) => add(leftOut.withoutCodes(piece)),
    close,
  });
  return {
    ...parser,
    restarts: () => 0,
    write(piece) {
      parser.write(piece);
      return units.splice(0);
    },
    // Its units say which side is the source.
    sourceLanguage: () => '',
    leftOut: leftOut.parts,
    letters: () => ({
      read: parser.letters(),
      inCodes: letters.inCodes,
      // What was half read when damage came is named with the damage.
      leftOut: leftOut.letters() + (unit || shared ? parser.letters() - letters.begun : 0),
    }),
  };
}
