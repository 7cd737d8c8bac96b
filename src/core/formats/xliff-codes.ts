import { type InlineCode, type InlineCodes, type PlacedCode, pairedParts } from '../bitext/codes.ts';
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

/** Content of a `source` or `target` of XLIFF 1.2. */
export function content12(parts: NamedParts): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return xmlText(part);
      const { code, id, paired } = part;
      const data = xmlText(code.data);
      const [name, more] = element12(code, paired);
      const open = `<${name} id="${id}"${more}`;
      return data ? `${open}>${data}</${name}>` : name === 'it' ? `${open}></it>` : `${open}/>`;
    })
    .join('');
}

function element12(code: InlineCode, paired: boolean): [name: string, attributes: string] {
  const { kind, data } = code;
  if (kind === 'alone') return [data ? 'ph' : 'x', attributes12(code, PLACEHOLDERS)];
  if (!paired) return ['it', ` pos="${kind}"${attributes12(code, DELIMITERS)}`];
  if (kind === 'close') return [data ? 'ept' : 'ex', ''];
  return [data ? 'bpt' : 'bx', attributes12(code, DELIMITERS)];
}

/** What a code may be said to be (XLIFF 1.2, section 2.5: ctype), besides what begins with “x-”. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['image', 'pb', 'lb']);
const DELIMITERS: ReadonlySet<string> = new Set(['bold', 'italic', 'link', 'underlined']);

function attributes12({ attributes }: InlineCode, types: ReadonlySet<string>): string {
  const { ctype, 'equiv-text': text } = attributes;
  const isType = ctype !== undefined && (types.has(ctype) || /^x-\S+$/u.test(ctype));
  return `${isType ? ` ctype="${xmlAttribute(ctype)}"` : ''}${text === undefined ? '' : ` equiv-text="${xmlAttribute(text)}"`}`;
}

/**
 * Content of a `source` or `target` of XLIFF 2.
 * @param data the original data of the unit, by its text; goes on growing
 */
export function content21(parts: NamedParts, data: Map<string, string>): string {
  const reference = (text: string) => {
    if (!text) return '';
    const known = data.get(text) ?? `d${data.size + 1}`;
    data.set(text, known);
    return ` dataRef="${known}"`;
  };
  return parts
    .map((part) => {
      if (typeof part === 'string') return xmlText(part);
      const { code, id, paired } = part;
      const own = reference(code.data);
      if (code.kind === 'alone') return `<ph id="${id}"${own}${attributes21(code)}/>`;
      if (code.kind === 'open') return `<sc id="${id}"${paired ? '' : ' isolated="yes"'}${own}${attributes21(code)}/>`;
      return paired ? `<ec startRef="${id}"${own}/>` : `<ec id="${id}" isolated="yes"${own}/>`;
    })
    .join('');
}

/** What a code of XLIFF 2 says of itself (section 4.3.1), as far as one that opens or stands alone may say it. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  type: /^(?:fmt|ui|quote|link|image|other)$/u,
  disp: /[\s\S]/u,
  equiv: /[\s\S]/u,
  canCopy: /^(?:yes|no)$/u,
  canDelete: /^(?:yes|no)$/u,
};

function attributes21({ attributes }: InlineCode): string {
  const { dispStart, equivStart, subType = '', ...rest } = attributes;
  const all: Readonly<Record<string, string | undefined>> = { disp: dispStart, equiv: equivStart, ...rest };
  const written = Object.entries(ATTRIBUTES).flatMap(([name, form]) => {
    const value = all[name];
    return value !== undefined && form.test(value) ? [` ${name}="${xmlAttribute(value)}"`] : [];
  });
  const isTyped = written.some((attribute) => attribute.startsWith(' type='));
  return `${written.join('')}${isTyped && /^[^:\s]+:\S+$/u.test(subType) ? ` subType="${xmlAttribute(subType)}"` : ''}`;
}
