import { plainText, spanInText } from '../../core/bitext/inline/plain-text.ts';
import { patternOf } from '../../core/bitext/text-query.ts';

/** Marks in the rows what the search in the page's address found. */
export function markFound(list: HTMLElement): void {
  const search = new URLSearchParams(location.search);
  const text = search.get('find') ?? '';
  if (text === '' || !CSS.highlights) return;
  const place = search.get('in');
  const pattern = patternOf({
    text,
    in: place === 'source' || place === 'target' ? place : 'both',
    regex: search.has('regex'),
    word: search.has('word'),
    case: search.has('case'),
  });
  const wanted = place === 'source' || place === 'target' ? `.${place} > .segment` : '.segment';
  const show = () => {
    const ranges = [...list.querySelectorAll(wanted)].flatMap((segment) => rangesIn(segment, pattern));
    CSS.highlights.set('found', new Highlight(...ranges));
  };
  show();
  new MutationObserver(show).observe(list, { childList: true });
}

/** Where a pattern stands in an element's text, which may be cut by other elements. */
function rangesIn(element: Element, pattern: RegExp): Range[] {
  const text = element.textContent ?? '';
  return [...plainText(text).matchAll(pattern)].flatMap((found) => {
    const { start, end } = spanInText(text, { start: found.index, end: found.index + found[0].length });
    const range = rangeIn(element, start, end);
    return range ? [range] : [];
  });
}

/** The range of an element's text from one place to another, in UTF-16 units. */
export function rangeIn(element: Element, start: number, end: number): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!begun && start < at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}
