import { type InlineCodes, type PlacedCode, pairedParts } from '../bitext/inline/codes.ts';
import { xmlText } from './xml-text.ts';

/** Elements of TMX that hold what stands alone. */
const SINGLE_ELEMENTS = new Set(['ph', 'ut']);

/**
 * The content of a TMX segment with its inline codes (TMX 1.4b, level 2). What
 * has lost its other half, as when a segment was split, becomes an isolated tag.
 */
export function tmxSegment(text: string, codes: InlineCodes): string {
  return pairedParts(text, codes)
    .map((part) => (typeof part === 'string' ? xmlText(part) : element(part)))
    .join('');
}

function element({ code, number, paired }: PlacedCode): string {
  const data = xmlText(code.data);
  const { x, type, ctype, assoc } = code.attributes;
  // A code of an article says what it is in the words of each format.
  const kind = ctype ?? type;
  // The others are of other formats (TMX 1.4b, section 3: bpt, ph, it, hi, ut).
  const rest = {
    ...(x !== undefined && { x }),
    ...(kind !== undefined && code.element !== 'ut' && { type: kind }),
    ...(assoc !== undefined && code.element === 'ph' && { assoc }),
  };
  const more = attributes(rest);
  if (code.kind === 'alone') {
    if (code.element === 'it')
      return `<it pos="${code.attributes['pos'] === 'end' ? 'end' : 'begin'}"${more}>${data}</it>`;
    return `<${SINGLE_ELEMENTS.has(code.element) ? code.element : 'ph'}${more}>${data}</${SINGLE_ELEMENTS.has(code.element) ? code.element : 'ph'}>`;
  }
  if (!paired) {
    const { assoc: _assoc, ...about } = rest;
    return `<it pos="${code.kind === 'open' ? 'begin' : 'end'}"${attributes(about)}>${data}</it>`;
  }
  if (code.element === 'hi') return code.kind === 'open' ? `<hi${more}>` : '</hi>';
  return code.kind === 'open' ? `<bpt i="${number}"${more}>${data}</bpt>` : `<ept i="${number}">${data}</ept>`;
}

function attributes(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');
}
