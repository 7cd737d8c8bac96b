import { subscript, superscript } from './raised.ts';

/**
 * Writes as characters what a page shows by elements: the quotation marks of
 * `q`, powers and indices (10⁶, CO₂) where there are characters for them.
 */
export function plainSigns(document: Document): void {
  const quotes = [...document.querySelectorAll('q')];
  for (const quote of quotes) showMarks(quote);
  // A page's article is looked at once more, and gets no marks twice.
  for (const quote of quotes) quote.replaceWith(...quote.childNodes);
  for (const sub of document.querySelectorAll('sub')) sub.replaceWith(subscript(sub.textContent ?? ''));
  for (const sup of document.querySelectorAll('sup')) {
    sup.replaceWith(
      superscript(sup.textContent ?? '', adjacentText(sup, 'previousSibling'), adjacentText(sup, 'nextSibling')),
    );
  }
}

/** Gives a quotation its marks, unless its author has written them. */
function showMarks(quote: Element): void {
  if (/^\s*["“„«‹「『]/u.test(quote.textContent ?? '')) return;
  let depth = 0;
  for (let at = quote.parentElement?.closest('q'); at; at = at.parentElement?.closest('q')) depth += 1;
  const marks = marksOf(quote.closest('[lang]')?.getAttribute('lang') ?? '');
  const [open, close] = depth % 2 === 0 ? [marks[0], marks[1]] : [marks[2], marks[3]];
  quote.prepend(open);
  quote.append(close);
}

type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string];

/** Outer and inner quotation marks by language, as browsers take them from CLDR. */
const QUOTES: readonly (readonly [languages: string, marks: Marks])[] = [
  ['fr', ['«\u00a0', '\u00a0»', '«\u00a0', '\u00a0»']],
  ['es it pt-pt ca gl eu el sq', ['«', '»', '“', '”']],
  ['ru uk be kk bg mk', ['«', '»', '„', '“']],
  ['de cs sk sl lt et is lv ka', ['„', '“', '‚', '‘']],
  ['pl ro hu hr sr bs', ['„', '”', '«', '»']],
  ['no nb nn', ['«', '»', '‘', '’']],
  ['sv fi', ['”', '”', '’', '’']],
  ['ja zh-hant zh-tw zh-hk', ['「', '」', '『', '』']],
  ['fa hy ps', ['«', '»', '‹', '›']],
  ['ar', ['”', '“', '’', '‘']],
  ['he', ['”', '”', '’', '’']],
];
const ENGLISH: Marks = ['“', '”', '‘', '’'];

function marksOf(language: string): Marks {
  const tag = language.toLowerCase();
  const found = (wanted: string) => QUOTES.find(([languages]) => languages.split(' ').includes(wanted))?.[1];
  return found(tag) ?? found(tag.replace(/-.*$/u, '')) ?? ENGLISH;
}

/** The text that stands right beside an element, on one side. */
function adjacentText(element: Element, side: 'previousSibling' | 'nextSibling'): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const text = at[side]?.textContent;
    if (text) return text;
    if (/^(?:p|li|td|div|h\d)$/iu.test(at.parentElement?.nodeName ?? 'p')) break;
  }
  return '';
}
