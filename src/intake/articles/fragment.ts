import { parseHTML } from 'linkedom';
import { takeNotes } from './html-notes.ts';
import { type Paragraph, paragraphsIn } from './html-paragraphs.ts';
import { plainSigns } from './html-signs.ts';

/** The paragraphs of a piece of HTML, all of it, in reading order, its notes at the end. */
export function readFragment(html: string): Paragraph[] {
  const document = documentOf(html);
  const notes = takeNotes(document);
  plainSigns(document);
  return [...paragraphsIn(document.body), ...notes];
}

/** A document with a body, also of a piece of HTML that has none. */
export function documentOf(html: string): Document {
  return parseHTML(/<body[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`).document;
}
