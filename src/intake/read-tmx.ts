import { SaxesParser } from 'saxes';
import { Problem } from '../core/problem.ts';

/** A translation unit: what it says in each of its languages. */
export interface TmxUnit {
  readonly variants: readonly { readonly language: string; readonly text: string }[];
}

/** Elements whose content is markup of the original document, not text (TMX 1.4b, section 3.4). */
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/**
 * Reads the units of a translation memory, TMX 1.1 to 1.4b. Inline codes are
 * left out, the text within `hi` and `sub` is kept. Entities other than XML's
 * own are refused, so nothing outside the file is ever read.
 * @throws Problem `unreadable-file` with line and column where it is no TMX
 */
export function readTmx(text: string, name: string): TmxUnit[] {
  const parser = new SaxesParser();
  const units: TmxUnit[] = [];
  let variants: { language: string; text: string }[] | null = null;
  let language = '';
  let segment: string | null = null;
  let code = 0;
  let root = '';
  parser.on('error', (error) => {
    throw unreadable(error.message);
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    root ||= tag;
    if (tag === 'tu') variants = [];
    else if (tag === 'tuv') language = attributes['xml:lang'] ?? attributes['lang'] ?? '';
    else if (tag === 'seg') segment = '';
    else if (CODES.has(tag)) code += 1;
  });
  const addText = (piece: string) => {
    if (segment !== null && code === 0) segment += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name: tag }) => {
    if (CODES.has(tag)) code -= 1;
    else if (tag === 'seg') {
      variants?.push({ language, text: (segment ?? '').replace(/\s+/gu, ' ').trim() });
      segment = null;
    } else if (tag === 'tu' && variants) {
      units.push({ variants });
      variants = null;
    }
  });
  parser.write(text).close();
  if (root !== 'tmx') throw unreadable(`Its outermost element is “${root}”.`);
  return units;

  function unreadable(detail: string): Problem {
    return new Problem(
      'unreadable-file',
      `${name} cannot be read as TMX.`,
      detail,
      'Export it again from the tool it comes from, or mend it in an editor.',
    );
  }
}
