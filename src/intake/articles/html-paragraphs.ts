import type { StyledSpan, TextStyle } from '../../core/bitext/inline/styled-spans.ts';
import type { BlockRole } from '../../core/text/blocks.ts';
import { countLetters } from '../../core/text/letters.ts';
import { type StyledPiece, styledText } from './styled-text.ts';

/** A paragraph as found in a file, before kinds. */
export interface Paragraph {
  readonly text: string;
  readonly role: BlockRole;
  /** What of it is bold or italic, where anything is. */
  readonly styles?: readonly StyledSpan[] | undefined;
}

/** The paragraphs of an element, in reading order. */
export function paragraphsIn(root: Node, outermost: BlockRole = 'paragraph'): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let line: StyledPiece[] = [];
  const flush = (role: BlockRole) => {
    const { text, styles } = styledText(line, (raw) => raw.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim());
    if (text) paragraphs.push({ text, role, styles });
    line = [];
  };
  const walk = (node: Node, role: BlockRole, styles: readonly TextStyle[]) => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) line.push({ text: child.nodeValue ?? '', styles });
      if (!isElement(child)) continue;
      const tag = child.nodeName.toLowerCase();
      if (SKIPPED_ELEMENTS.has(tag)) continue;
      if (tag === 'br') flush(role);
      else if (BLOCKS.has(tag)) {
        flush(role);
        const own = role === 'note' || role === 'furniture' ? role : (ROLES[tag] ?? role);
        walk(child, own, stylesOf(child, styles));
        flush(own);
      } else walk(child, role, stylesOf(child, styles));
    }
  };
  walk(root, outermost, []);
  flush(outermost);
  return paragraphs;
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

/** How the letters in an element are shown: as it says in its style, else by what it is. */
function stylesOf(element: Element, around: readonly TextStyle[]): readonly TextStyle[] {
  const style = element.getAttribute('style') ?? '';
  const own = STYLES[element.nodeName.toLowerCase()];
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/iu.exec(style)?.[1];
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/iu.exec(style)?.[1];
  if (!own && weight === undefined && slant === undefined) return around;
  const isBold = weight === undefined ? own === 'bold' || around.includes('bold') : isBoldWeight(weight);
  const isItalic =
    slant === undefined ? own === 'italic' || around.includes('italic') : /^(?:italic|oblique)$/iu.test(slant);
  return [...(isBold ? (['bold'] as const) : []), ...(isItalic ? (['italic'] as const) : [])];
}

function isBoldWeight(weight: string): boolean {
  return /^bold(?:er)?$/iu.test(weight) || Number(weight) >= 600;
}

const STYLES: Readonly<Partial<Record<string, TextStyle>>> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic' };

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
