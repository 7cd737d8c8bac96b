import { Readability } from '@mozilla/readability';
import type { LanguageVersion } from '../../core/article.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { authorInPage } from './document-author.ts';
import { documentOf, readFragment } from './fragment.ts';
import { takeNotes } from './html-notes.ts';
import { paragraphsIn, shownLetters } from './html-paragraphs.ts';
import { plainSigns } from './html-signs.ts';
import { languageVersions } from './language-versions.ts';
import { lettersIn, type ReadLetters } from './letter-guard.ts';

/**
 * The paragraphs of a saved web page: Readability finds the article, what it
 * sets aside is not read. A page that it finds no article in is read whole, and
 * so is one without any such element of which it would keep only a part. Notes stand at the end.
 */
export function readPage(html: string, name: string): ReadLetters & Page {
  refuseWild(html, name);
  const document = documentOf(html);
  const publisher =
    document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim() || hostIn(document);
  const published = dayIn(document);
  const versions = languageVersions(document);
  const author = authorInPage(document);
  const notes = takeNotes(document);
  plainSigns(document);
  const article = new Readability(document.cloneNode(true) as Document).parse();
  const kept = article?.content ? readFragment(article.content) : [];
  const whole = paragraphsIn(document.body);
  if (
    isLoose(document) &&
    lettersIn(kept) < MIN_KEPT_SHARE * lettersIn(whole.filter(({ role }) => role !== 'furniture'))
  ) {
    const letters = shownLetters(document.body) + lettersIn(notes);
    return { paragraphs: [...whole, ...notes], letters, publisher, published, versions, author };
  }
  const title = mainHeading(document) ?? plainTitle(article?.title);
  const isThere = kept.slice(0, HEAD_PARAGRAPHS).some(({ text }) => text === title);
  const headed = title && !isThere ? [{ text: title, role: 'heading' as const }, ...kept] : kept;
  const all = [...headed, ...notes];
  const expected = articleLetters(document);
  const letters = lettersIn(kept) < MIN_KEPT_SHARE * expected ? expected : lettersIn(all);
  return { paragraphs: all, letters, publisher, published, versions, author };
}

/** Among the first of an article's paragraphs the headline may stand behind what introduces it. */
const HEAD_PARAGRAPHS = 3;

/** The headline that readers see: the one first heading of the article or of the page. What the tab is named is written for search engines. */
function mainHeading(document: Document): string | undefined {
  for (const place of ['article h1, main h1, [role="main"] h1', 'h1']) {
    const texts = [...document.querySelectorAll(place)]
      .map(({ textContent }) => plainTitle(textContent))
      .filter(Boolean);
    if (texts.length === 1) return texts[0];
  }
  return undefined;
}

function plainTitle(text: string | null | undefined): string | undefined {
  return text?.replace(/\s+/gu, ' ').trim();
}

/** What a page says of itself besides its text. */
interface Page {
  readonly publisher: string;
  readonly published: string;
  readonly versions: readonly LanguageVersion[];
}

/** How many letters stand in paragraphs of the largest element that a page names as its article. */
function articleLetters(document: Document): number {
  const articles = [...document.querySelectorAll('article, main, [role="main"], [itemprop="articleBody"]')].map(
    (article) =>
      [...article.querySelectorAll('p')]
        .filter((paragraph) => paragraph.closest(ASIDE) === null)
        .reduce((sum, paragraph) => sum + shownLetters(paragraph), 0),
  );
  return Math.max(0, ...articles);
}

/** What stands in an article and is none of its text. */
const ASIDE = 'aside, nav, footer, form, figure, header, dialog, [hidden], [aria-hidden="true"]';

/** Of a page without an article, the share of its letters that must be kept for the rest to be taken for furniture. */
const MIN_KEPT_SHARE = 0.7;

/** Whether nothing in a page says which part of it is the article. */
function isLoose(document: Document): boolean {
  return document.querySelector('article, main, [role="main"], [itemprop="articleBody"]') === null;
}

/** The day on which a page says that it was published, ISO 8601; empty where it says none. */
function dayIn(document: Document): string {
  const date =
    document
      .querySelector('meta[property="article:published_time"], meta[name="date"], meta[itemprop="datePublished"]')
      ?.getAttribute('content') ?? document.querySelector('time[datetime]')?.getAttribute('datetime');
  return /^\d{4}-\d{2}-\d{2}/u.exec(date ?? '')?.[0] ?? '';
}

/** The host of the page's own address, as the page gives it. */
function hostIn(document: Document): string {
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : '';
}

/** Elements within elements, and brackets that do not form tags, beyond which nobody wrote the page by hand. */
const MAX_MARKUP = { depth: 1500, brackets: 100_000 };

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
  if (deepest <= MAX_MARKUP.depth && brackets <= MAX_MARKUP.brackets) return;
  throw new Problem(
    'unreadable-file',
    msg('“{name}” cannot be read as a page.', { name }),
    deepest > MAX_MARKUP.depth
      ? msg('Its elements are nested {deepest} deep.', { deepest })
      : msg('It has {brackets} brackets that do not form tags.', { brackets }),
    'Copy the text from the browser and paste it.',
  );
}
