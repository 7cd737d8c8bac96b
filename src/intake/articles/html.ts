import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { BlockRole } from '../../core/text/blocks.ts';

/** A paragraph as found in a file, before kinds. */
export interface Paragraph {
  readonly text: string;
  readonly role: BlockRole;
}

/**
 * The paragraphs of a saved web page: Readability finds the article, what it
 * sets aside is not read. A page that it finds no article in is read whole.
 */
export function readPage(
  html: string,
  name: string,
): { paragraphs: Paragraph[]; publisher: string; published: string } {
  refuseWild(html, name);
  const { document } = parseHTML(html);
  const publisher =
    document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim() || hostIn(document);
  const article = new Readability(document.cloneNode(true) as Document).parse();
  const published = dayIn(document);
  if (!article?.content) return { paragraphs: readFragment(html), publisher, published };
  const paragraphs = readFragment(article.content);
  const title = article.title?.replace(/\s+/gu, ' ').trim();
  const first = paragraphs[0]?.text;
  return {
    paragraphs: title && first !== title ? [{ text: title, role: 'heading' }, ...paragraphs] : paragraphs,
    publisher,
    published,
  };
}

/** The day on which a page says that it was published, ISO 8601; empty where it says none. */
function dayIn(document: Document): string {
  const said =
    document
      .querySelector('meta[property="article:published_time"], meta[name="date"], meta[itemprop="datePublished"]')
      ?.getAttribute('content') ?? document.querySelector('time[datetime]')?.getAttribute('datetime');
  return /^\d{4}-\d{2}-\d{2}/u.exec(said ?? '')?.[0] ?? '';
}

/** The host of the page's own address, as the page gives it. */
function hostIn(document: Document): string {
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : '';
}

/** Elements within elements, and brackets that are no tags, beyond which no page was written by anybody. */
const WILDEST = { depth: 1500, brackets: 100_000 };

/**
 * Refuses a page that would keep the parser busy for minutes, by a look at its tags.
 * @throws Problem `unreadable-file`
 */
function refuseWild(html: string, name: string): void {
  let [depth, deepest] = [0, 0];
  for (const [, close] of html.matchAll(
    /<(\/?)(?:div|section|article|span|ul|ol|li|table|tr|td|blockquote|b|i|em|font|center)\b/giu,
  )) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  const brackets = html.match(/<(?![a-z/!?])/giu)?.length ?? 0;
  if (deepest <= WILDEST.depth && brackets <= WILDEST.brackets) return;
  throw new Problem(
    'unreadable-file',
    msg('“{name}” cannot be read as a page.', { name }),
    deepest > WILDEST.depth
      ? msg('Its elements are nested {deepest} deep.', { deepest })
      : msg('It has {brackets} brackets that are no tags.', { brackets }),
    'Copy the text from the browser and paste it.',
  );
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
  li: 'list-item',
  blockquote: 'quote',
};
