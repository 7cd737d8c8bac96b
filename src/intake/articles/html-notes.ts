import { spansWithin } from '../../core/bitext/inline/styled-spans.ts';
import { type Paragraph, paragraphsIn } from './html-paragraphs.ts';

/**
 * Takes the notes out of a page: the marks that call them and the ways back are
 * no text of its sentences, the notes stand apart. A mark is recognised by its form
 * and by where it leads, so notes of word processors, encyclopedias and blogs are alike.
 * @returns the notes in the order in which they are called
 */
export function takeNotes(document: Document): Paragraph[] {
  const marks = marksIn(document);
  const blocks = new Map<Element, string>();
  for (const { target, label } of marks) {
    const block = target === null ? null : noteAt(target);
    if (block && !blocks.has(block)) blocks.set(block, label);
  }
  for (const block of document.querySelectorAll('[role="doc-footnote"], [role="doc-endnote"]')) {
    if (!blocks.has(block)) blocks.set(block, '');
  }
  for (const { element } of marks) withdraw(element);
  return [...blocks].flatMap(([block, label]) => noteIn(block, label));
}

interface Mark {
  /** All of it, with its brackets. */
  readonly element: Element;
  /** What it leads to, where that is in the document. */
  readonly target: Element | null;
  readonly label: string;
}

/** A note's mark: a number, a letter or a sign, also in brackets, or "note 3"; or several. */
const ONE_MARK = String.raw`(?:note |nb |n )?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶‖#]{1,4}|[⁰¹²³⁴-⁹]{1,3})`;
const MARK = new RegExp(String.raw`^[[(]?\s*${ONE_MARK}(?:\s*[,;–-]\s*${ONE_MARK})*\s*[\])]?$`, 'iu');
/** What only a mark looks like, outside superscripts: brackets or a sign. */
const SURE_MARK = /^(?:\[.*\]|\(.*\)|[*†‡§¶‖⁰¹²³⁴-⁹]+)$/u;
/** Names of anchors to which only notes have links. */
const NOTE_NAME = /(?:^|[^a-z])(?:_?(?:ftn|edn|fn|sdfootnote|sdendnote)|footnote|endnote|note|cite_note)/iu;
const BACK_LINK = /^(?:[\s↑↩↵⤴⬆⏎^]|\ufe0e)+$|^(?:back|return|retour|zurück|volver)$/iu;

/** The marks of a document in order. A link from a note back to its mark is none. */
function marksIn(document: Document): Mark[] {
  const marks: Mark[] = [];
  const names = new Set<string>();
  const seen = new Set<Element>();
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const to = anchorOf(link);
    if (to === '' || names.has(to)) continue;
    const text = textOf(link);
    const label = text.replace(/[[\]()\s]/gu, '');
    const above = link.closest('sup');
    const element = above && MARK.test(textOf(above)) ? above : link;
    if (!MARK.test(text) || !(above !== null || SURE_MARK.test(text) || NOTE_NAME.test(to) || isNamedMark(link)))
      continue;
    for (const name of namesOf(link)) names.add(name);
    marks.push({ element, target: named(document, to), label });
    seen.add(element);
  }
  return marks;
}

/** The anchor in the same document that a link leads to; empty where it leads elsewhere. */
function anchorOf(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  // Word processors write the name of their own file before the anchor.
  return at === 0 || NOTE_NAME.test(href.slice(at)) ? decodedName(href.slice(at + 1)) : '';
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isNamedMark(link: Element): boolean {
  const marks = ['class', 'role', 'epub:type', 'rel'].map((name) => link.getAttribute(name) ?? '').join(' ');
  return /noteref|footnote|endnote/iu.test(marks);
}

/** Names by which notes lead back to a mark: its own and those of what holds nothing else. */
function namesOf(link: Element): string[] {
  const names: string[] = [];
  const text = textOf(link);
  for (let at: Element | null = link; at && textOf(at).length <= text.length + 4; at = at.parentElement) {
    for (const name of [at.getAttribute('id'), at.getAttribute('name')]) if (name) names.push(name);
  }
  return names;
}

function named(document: Document, name: string): Element | null {
  const byId = document.getElementById(name);
  if (byId) return byId;
  for (const anchor of document.querySelectorAll('a[name]')) if (anchor.getAttribute('name') === name) return anchor;
  return null;
}

/** The block of a note, from where a mark leads; null where that is not a note, such as a heading. */
function noteAt(target: Element): Element | null {
  const block = target.closest('li, dd, p, tr, aside, div, h1, h2, h3, h4, h5, h6, section, article, body');
  if (!block || !/^(?:li|dd|p|tr|aside|div)$/iu.test(block.nodeName)) return null;
  return textOf(block).length <= MAX_NOTE_LENGTH ? block : null;
}

/** A longer block is part of the page, not a note. */
const MAX_NOTE_LENGTH = 4000;

/** Takes a note from its place. @returns its paragraphs without the ways back to its marks */
function noteIn(block: Element, label: string): Paragraph[] {
  for (const link of block.querySelectorAll('a[href*="#"]')) {
    if (!block.contains(link)) continue;
    const text = textOf(link);
    if (!(BACK_LINK.test(text) || MARK.test(text) || text === '')) continue;
    const above = link.closest('sup');
    (above && block.contains(above) && MARK.test(textOf(above)) ? above : link).remove();
  }
  block.remove();
  return paragraphsIn(block, 'note').flatMap(({ text, styles = [] }, i) => {
    const own = i === 0 ? withoutLabel(text, label) : text;
    const kept = spansWithin(styles, { start: text.length - own.length, end: text.length });
    return own === '' ? [] : [{ text: own, role: 'note' as const, styles: kept }];
  });
}

/** A note without the number that it repeats at its head. */
function withoutLabel(text: string, label: string): string {
  const rest = text.replace(/^(?:[\^↑]\s*)+/u, '').replace(/^(?:\[\s*\]|[.):,])\s*/u, '');
  if (label === '') return rest;
  const head = /^[[(]?\s*([\p{L}\p{N}*†‡§]{1,5})\s*[\]).:]?\s+/u.exec(rest);
  return head?.[1] === label ? rest.slice(head[0].length) : rest;
}

/** Removes a mark; where it stood between a stop and the next sentence, a space takes its place. */
function withdraw(element: Element): void {
  const before = element.previousSibling?.textContent ?? '';
  const after = element.nextSibling?.textContent ?? '';
  const apart = /[.!?…。»”"')\]]$/u.test(before) && /^\p{L}/u.test(after);
  if (apart) element.replaceWith(' ');
  else element.remove();
}

function textOf(element: Element): string {
  return (element.textContent ?? '').trim();
}
