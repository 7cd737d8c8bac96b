import { type InlineCode, type InlineCodes, type PlacedCode, pairedParts } from '../bitext/inline/codes.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** A text's parts, its codes with their names in the unit. */
type NamedParts = readonly (string | (PlacedCode & { readonly id: string }))[];

/**
 * The texts of a unit with their codes named: as their file names them where it does, else by numbers that are free. A code that
 * stands in both texts has one name in both, in whatever order.
 */
export function namedParts(texts: readonly string[], codes: InlineCodes): NamedParts[] {
  const sides = texts.map((text) => pairedParts(text, codes));
  const wanted = (code: InlineCode) => (/^[\w.:-]+$/u.test(code.pair) ? code.pair : '');
  const taken = new Set(sides.flat().flatMap((part) => (typeof part === 'string' ? [] : wanted(part.code))));
  const known = new Map<string, string>();
  let next = 0;
  function free(): string {
    do next += 1;
    while (taken.has(String(next)));
    return String(next);
  }
  return sides.map((parts) => {
    const byNumber = new Map<number, string>();
    const counts = new Map<string, number>();
    return parts.map((part) => {
      if (typeof part === 'string') return part;
      let id = byNumber.get(part.number);
      if (id === undefined) {
        const own = wanted(part.code);
        const what = own || JSON.stringify(part.code);
        const count = (counts.get(what) ?? 0) + 1;
        counts.set(what, count);
        const key = `${count} ${what}`;
        id = known.get(key) ?? (own && count === 1 ? own : free());
        known.set(key, id);
        byNumber.set(part.number, id);
      }
      return { ...part, id };
    });
  });
}

/** Elements that wrap what stands between their two halves. */
const WRAPPING_ELEMENTS: ReadonlySet<string> = new Set(['g', 'pc', 'b', 'i']);

/** The pairs, by number, that one element can be written for, as their file had it: those that wrap text and no half of another. */
function wrapsIn(parts: NamedParts): Set<number> {
  const wraps = new Set<number>();
  const open: number[] = [];
  for (const part of parts) {
    if (typeof part === 'string' || !part.paired || !WRAPPING_ELEMENTS.has(part.code.element)) continue;
    if (part.code.kind === 'open') open.push(part.number);
    else if (open.at(-1) === part.number) wraps.add(open.pop()!);
    else open.splice(open.indexOf(part.number), 1);
  }
  return wraps;
}

/** Content of a `source` or `target` of XLIFF 1.2. */
export function content12(parts: NamedParts): string {
  // An element that wraps text has no room for the original markup.
  const bare = parts.filter((part) => typeof part === 'string' || part.code.data === '');
  const halves = new Map<number, number>();
  for (const part of bare) if (typeof part !== 'string') halves.set(part.number, (halves.get(part.number) ?? 0) + 1);
  const wraps = wrapsIn(bare.filter((part) => typeof part === 'string' || halves.get(part.number) === 2));
  return parts
    .map((part) => {
      if (typeof part === 'string') return xmlText(part);
      const { code, id, paired } = part;
      if (wraps.has(part.number))
        return code.kind === 'close' ? '</g>' : `<g id="${id}"${attributes12(code, DELIMITER_TYPES)}>`;
      const data = xmlText(code.data);
      const [name, more] = element12(code, paired);
      const open = `<${name} id="${id}"${more}`;
      return data ? `${open}>${data}</${name}>` : name === 'it' ? `${open}></it>` : `${open}/>`;
    })
    .join('');
}

function element12(code: InlineCode, paired: boolean): [name: string, attributes: string] {
  const { kind, data } = code;
  if (kind === 'alone') return [data ? 'ph' : 'x', attributes12(code, PLACEHOLDER_TYPES)];
  if (!paired) return ['it', ` pos="${kind}"${attributes12(code, DELIMITER_TYPES)}`];
  if (kind === 'close') return [data ? 'ept' : 'ex', ''];
  return [data ? 'bpt' : 'bx', attributes12(code, DELIMITER_TYPES)];
}

/** What a code may be said to be (XLIFF 1.2, section 2.5: ctype), besides what begins with “x-”. */
const PLACEHOLDER_TYPES: ReadonlySet<string> = new Set(['image', 'pb', 'lb']);
const DELIMITER_TYPES: ReadonlySet<string> = new Set(['bold', 'italic', 'link', 'underlined']);

function attributes12({ attributes }: InlineCode, types: ReadonlySet<string>): string {
  const { ctype, 'equiv-text': text } = attributes;
  const isType = ctype !== undefined && (types.has(ctype) || /^x-\S+$/u.test(ctype));
  return `${isType ? ` ctype="${xmlAttribute(ctype)}"` : ''}${text === undefined ? '' : ` equiv-text="${xmlAttribute(text)}"`}`;
}

/**
 * Content of a `source` or `target` of XLIFF 2.
 * @param data the original data of the unit, by its text; grows
 */
export function content21(parts: NamedParts, data: Map<string, string>): string {
  const reference = (text: string) => {
    if (!text) return '';
    const known = data.get(text) ?? `d${data.size + 1}`;
    data.set(text, known);
    return ` dataRef="${known}"`;
  };
  const wraps = wrapsIn(parts);
  const ends = new Map(
    parts.flatMap((part) =>
      typeof part !== 'string' && part.code.kind === 'close' ? [[part.number, part.code.data]] : [],
    ),
  );
  return parts
    .map((part) => {
      if (typeof part === 'string') return xmlText(part);
      const { code, id, paired, number } = part;
      if (wraps.has(number) && code.kind === 'close') return '</pc>';
      const own = reference(code.data);
      if (wraps.has(number)) {
        const references = `${own.replace('dataRef', 'dataRefStart')}${reference(ends.get(number) ?? '').replace('dataRef', 'dataRefEnd')}`;
        return `<pc id="${id}"${references}${attributes21(code, PAIR_ATTRIBUTES)}>`;
      }
      if (code.kind === 'alone') return `<ph id="${id}"${own}${attributes21(code)}/>`;
      if (code.kind === 'open') return `<sc id="${id}"${paired ? '' : ' isolated="yes"'}${own}${attributes21(code)}/>`;
      return paired ? `<ec startRef="${id}"${own}/>` : `<ec id="${id}" isolated="yes"${own}/>`;
    })
    .join('');
}

/** What a code of XLIFF 2 says of itself (section 4.3.1), as far as one that opens or stands alone may say it. */
const ANY_VALUE = /[\s\S]/u;
const YES_OR_NO = /^(?:yes|no)$/u;
const COMMON_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  type: /^(?:fmt|ui|quote|link|image|other)$/u,
  canCopy: YES_OR_NO,
  canDelete: YES_OR_NO,
};
const SINGLE_ATTRIBUTES: Readonly<Record<string, RegExp>> = { ...COMMON_ATTRIBUTES, disp: ANY_VALUE, equiv: ANY_VALUE };
const PAIR_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  ...COMMON_ATTRIBUTES,
  canOverlap: YES_OR_NO,
  dispStart: ANY_VALUE,
  dispEnd: ANY_VALUE,
  equivStart: ANY_VALUE,
  equivEnd: ANY_VALUE,
};

function attributes21({ attributes }: InlineCode, names: Readonly<Record<string, RegExp>> = SINGLE_ATTRIBUTES): string {
  const { disp, equiv, dispStart = disp, equivStart = equiv, subType = '', ...rest } = attributes;
  const all: Readonly<Record<string, string | undefined>> = {
    disp: dispStart,
    equiv: equivStart,
    dispStart,
    equivStart,
    ...rest,
  };
  const written = Object.entries(names).flatMap(([name, form]) => {
    const value = all[name];
    return value !== undefined && form.test(value) ? [` ${name}="${xmlAttribute(value)}"`] : [];
  });
  const isTyped = written.some((attribute) => attribute.startsWith(' type='));
  return `${written.join('')}${isTyped && /^[^:\s]+:\S+$/u.test(subType) ? ` subType="${xmlAttribute(subType)}"` : ''}`;
}
