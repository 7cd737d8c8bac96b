import type { BlockRole } from '../../core/text/blocks.ts';
import { countLetters } from '../../core/text/letters.ts';

/** A paragraph as found in a file, before kinds. */
export interface Paragraph {
  readonly text: string;
  readonly role: BlockRole;
}

/** The paragraphs of an element, in reading order. */
export function paragraphsIn(root: Node, outermost: BlockRole = 'paragraph'): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let line = '';
  const flush = (role: BlockRole) => {
    const text = line.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim();
    if (text) paragraphs.push({ text, role });
    line = '';
  };
  const walk = (node: Node, role: BlockRole) => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) line += child.nodeValue ?? '';
      if (child.nodeType !== ELEMENT_NODE) continue;
      const tag = child.nodeName.toLowerCase();
      if (SKIPPED_ELEMENTS.has(tag)) continue;
      if (tag === 'br') flush(role);
      else if (BLOCKS.has(tag)) {
        flush(role);
        const own = role === 'note' || role === 'furniture' ? role : (ROLES[tag] ?? role);
        walk(child, own);
        flush(own);
      } else walk(child, role);
    }
  };
  walk(root, outermost);
  flush(outermost);
  return paragraphs;
}

/** How many letters an element shows, counted apart from how its paragraphs are made. */
export function shownLetters(root: Node): number {
  let letters = 0;
  for (const child of root.childNodes) {
    if (child.nodeType === TEXT_NODE) letters += countLetters(child.nodeValue ?? '');
    else if (child.nodeType === ELEMENT_NODE && !SKIPPED_ELEMENTS.has(child.nodeName.toLowerCase()))
      letters += shownLetters(child);
  }
  return letters;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Elements whose text a page does not show: programs, and readings beside characters. */
const SKIPPED_ELEMENTS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'iframe',
  'object',
  'rt',
  'rp',
]);

const BLOCKS = new Set(
  'p div section article header footer main aside nav hgroup search h1 h2 h3 h4 h5 h6 ul ol menu li dl dt dd table thead tbody tfoot tr td th caption figure figcaption blockquote pre form fieldset legend label button address hr details summary dialog center option'.split(
    ' ',
  ),
);

const ROLES: Readonly<Record<string, BlockRole>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  figcaption: 'caption',
  li: 'list-item',
  blockquote: 'quote',
  nav: 'furniture',
  footer: 'furniture',
  form: 'furniture',
};
