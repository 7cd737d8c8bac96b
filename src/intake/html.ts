import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { BlockRole } from '../core/text/blocks.ts';

/** A paragraph as found in a file, before kinds. */
export interface Paragraph {
  readonly text: string;
  readonly role: BlockRole;
}

/**
 * The paragraphs of a saved web page: Readability finds the article, what it
 * sets aside is not read. A page that it finds no article in is read whole.
 */
export function readPage(html: string): Paragraph[] {
  const { document } = parseHTML(html);
  const article = new Readability(document.cloneNode(true) as Document).parse();
  if (!article?.content) return readFragment(html);
  const paragraphs = readFragment(article.content);
  const title = article.title?.replace(/\s+/gu, ' ').trim();
  const first = paragraphs[0]?.text;
  return title && first !== title ? [{ text: title, role: 'heading' }, ...paragraphs] : paragraphs;
}

/** The paragraphs of a piece of HTML, all of it, in reading order. */
export function readFragment(html: string): Paragraph[] {
  const { document } = parseHTML(/<body[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`);
  const paragraphs: Paragraph[] = [];
  let line = '';
  const flush = (role: BlockRole) => {
    const text = line.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim();
    if (text) paragraphs.push({ text, role });
    line = '';
  };
  const walk = (node: Node, role: BlockRole) => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) line += child.nodeValue ?? '';
      if (child.nodeType !== ELEMENT) continue;
      const tag = child.nodeName.toLowerCase();
      if (SKIPPED.has(tag)) continue;
      if (tag === 'br') flush(role);
      else if (BLOCKS.has(tag)) {
        flush(role);
        const own = ROLES[tag] ?? role;
        walk(child, own);
        flush(own);
      } else walk(child, role);
    }
  };
  walk(document.body, 'paragraph');
  flush('paragraph');
  return paragraphs;
}

const ELEMENT = 1;
const TEXT = 3;

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe', 'object']);

const BLOCKS = new Set(
  'p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption figure figcaption blockquote pre form fieldset legend label button address hr'.split(
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
};
