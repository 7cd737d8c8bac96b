import { parseHTML } from 'linkedom';
import { takeNotes } from './html-notes.ts';
import { type Paragraph, paragraphsIn, shownLetters } from './html-paragraphs.ts';
import { plainSigns } from './html-signs.ts';

/** The paragraphs of a piece of HTML, all of it, in reading order, its notes at the end. */
export function readFragment(html: string): Paragraph[] {
  const document = documentOf(html);
  const notes = takeNotes(document);
  plainSigns(document);
  return [...paragraphsIn(document.body), ...notes];
}

/** How many letters a piece of HTML shows, before anything is made of it. */
export function lettersShown(html: string): number {
  return shownLetters(documentOf(html).body);
}

/**
 * A document with a body, also of a piece of HTML that has none. The parser finds a body only behind a head, and both only
 * in an element around them; HTML lets people leave these tags out.
 */
export function documentOf(html: string): Document {
  const body = /<body[\s>]/iu.exec(html)?.index ?? -1;
  if (body < 0) return parseHTML(`<html><body>${html}</body></html>`).document;
  const above = html.slice(0, body);
  if (/<html[^>]*>\s*(?:<!--.*?-->\s*)*(?:<head[\s>]|$)/isu.test(above)) return parseHTML(html).document;
  const root = /<html(?:\s[^>]*)?>/iu.exec(above)?.[0] ?? '<html>';
  const head = above.replace(/<!doctype[^>]*>|<\/?(?:html|head)(?:\s[^>]*)?>/giu, '');
  return parseHTML(`${root}<head>${head}</head>${html.slice(body)}`).document;
}
