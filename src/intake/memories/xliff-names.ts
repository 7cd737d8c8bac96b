import type { InlineCode } from '../../core/bitext/inline/codes.ts';

/** Elements of XLIFF 1.2 whose content is markup (section 2.3), and those of 1.2 and 2 that are empty or wrap text. */
export const HOLDS_MARKUP: Readonly<Record<string, InlineCode['kind']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
};
export const EMPTY_ELEMENTS: Readonly<Record<string, InlineCode['kind']>> = {
  x: 'alone',
  bx: 'open',
  ex: 'close',
  sc: 'open',
  ec: 'close',
};
export const WRAPPING_ELEMENTS: ReadonlySet<string> = new Set(['g', 'pc']);

/** The attributes that are read of elements; those that stand around units say nothing of one. */
const READ_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  'trans-unit': new Set(['id', 'approved', 'translate', 'xml:space']),
  unit: new Set(['id', 'translate', 'xml:space']),
  segment: new Set(['id', 'state', 'subState']),
  source: new Set(['xml:lang', 'xml:space']),
  'seg-source': new Set(['xml:lang', 'xml:space']),
  target: new Set(['xml:lang', 'xml:space', 'state', 'state-qualifier']),
  seg: new Set(['id', 'conf', 'origin']),
  note: new Set(),
};

/** The attributes of an element that are not read; those of tools that say a status are. */
export function attributesNotRead(tag: string, attributes: Readonly<Record<string, string>>): string[] {
  const read = READ_ATTRIBUTES[tag];
  if (!read) return [];
  return Object.keys(attributes).filter(
    (name) =>
      !read.has(name) && !name.startsWith('xmlns') && !(tag === 'trans-unit' && /:(?:status|confirmed)$/u.test(name)),
  );
}

/** What holds within a file, a group or a unit. */
export interface Scope {
  readonly depth: number;
  readonly source: string;
  readonly target: string;
  readonly translate: boolean;
}

/** What holds within an element: what it says itself, else what holds around it. */
export function scopeIn(attributes: Readonly<Record<string, string>>, around: Scope, depth: number): Scope {
  const { translate } = attributes;
  return {
    depth,
    source: attributes['source-language'] ?? attributes['srcLang'] ?? around.source,
    target: attributes['target-language'] ?? attributes['trgLang'] ?? around.target,
    translate: translate === undefined ? around.translate : translate !== 'no',
  };
}

/** What tools say in attributes of their own namespace, by the name without its prefix. */
export function toolAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(attributes).filter(([name]) => name.includes(':') && !name.startsWith('xml'));
  return Object.fromEntries(own.map(([name, value]) => [name.replace(/^.*:/u, ''), value]));
}

/** A code that an element stands for. */
export function codeOf(
  kind: InlineCode['kind'],
  element: string,
  attributes: Readonly<Record<string, string>>,
  data: string,
): InlineCode {
  const { startRef, rid, id } = attributes;
  const isEnd = kind === 'close' && WRAPPING_ELEMENTS.has(element);
  return { kind, element, pair: startRef ?? rid ?? id ?? '', data, attributes: isEnd ? {} : plain(attributes) };
}

/** Whether an element that holds markup opens a stretch, closes one, or stands alone. */
export function kindOfMarkup(element: string, { pos }: Readonly<Record<string, string>>): InlineCode['kind'] {
  if (element !== 'it') return HOLDS_MARKUP[element]!;
  return pos === 'close' ? 'close' : 'open';
}

/** Attributes that say more than which code it is. */
function plain(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !/^(?:id|rid|startRef|isolated|dataRef.*|pos)$/u.test(name)),
  );
}

/** A character that XML cannot hold, by its number (XLIFF 2, `cp`); empty for none. */
export function fromHex(hex = ''): string {
  const point = Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '';
}
