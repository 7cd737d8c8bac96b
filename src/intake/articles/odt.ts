import { SaxesParser } from 'saxes';
import { TEXT_STYLES, type TextStyle } from '../../core/bitext/inline/styled-spans.ts';
import { msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { BlockRole } from '../../core/text/blocks.ts';
import { countLetters } from '../../core/text/letters.ts';
import { entryIn } from '../zip.ts';
import type { Paragraph } from './html-paragraphs.ts';
import type { ReadLetters } from './letter-guard.ts';
import { type LinePiece, plainLine } from './raised.ts';
import { styledText } from './styled-text.ts';

/** Elements whose text is not read: comments, deleted text, indexes, drawings' names, marks of notes, readings over characters. */
const SKIPPED_ELEMENTS = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:table-of-content',
  'text:note-citation',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
]);
const PARAGRAPH_ELEMENTS = new Set(['text:p', 'text:h']);

/**
 * The paragraphs of an OpenDocument text (ISO 26300): headings, paragraphs,
 * list items and table cells in order, notes at the end.
 * @throws Problem `unreadable-file` where it is locked or damaged
 */
export function readOdt(bytes: Uint8Array, name: string): ReadLetters {
  if (entryIn(bytes, 'META-INF/manifest.xml', name)?.includes('encryption-data')) {
    throw new Problem(
      'unreadable-file',
      msg('“{name}” is protected by a password.', { name }),
      '',
      'Open it in a word processor and save it without a password.',
    );
  }
  const xml = entryIn(bytes, 'content.xml', name) ?? '';
  const paragraphs: Paragraph[] = [];
  const notes: Paragraph[] = [];
  /** Open paragraphs: one in a note stands within the one that calls it. */
  const open: { pieces: LinePiece[]; role: BlockRole; style: Style | undefined }[] = [];
  /** How the characters of each style are shown. */
  const { styles, noteStyle } = styleBook();
  for (const { name: tag, attributes } of tagsIn(entryIn(bytes, 'styles.xml', name) ?? '')) noteStyle(tag, attributes);
  const spans: (Style | undefined)[] = [];
  let letters = 0;
  let skipping = 0;
  let lists = 0;
  let inNotes = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Problem(
      'unreadable-file',
      msg('“{name}” cannot be read as an OpenDocument text.', { name }),
      wordsOf(error),
      'Open it in a word processor and save it again.',
    );
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (isSkipped(tag, attributes)) skipping += 1;
    else if (skipping > 0) skipping += 1;
    if (skipping > 0) return;
    const name = attributes['text:style-name'] ?? '';
    noteStyle(tag, attributes);
    if (tag === 'text:list-item') lists += 1;
    if (tag === 'text:note-body') inNotes += 1;
    if (tag === 'text:span') spans.push(styles.get(name));
    if (PARAGRAPH_ELEMENTS.has(tag)) {
      const role = inNotes > 0 ? 'note' : roleOf(tag, name, lists > 0);
      // The looks of a heading or a caption say what it is, and nothing of its words.
      const isPlain = role === 'heading' || role === 'caption' || role === 'quote';
      open.push({ pieces: [], role, style: isPlain ? undefined : styles.get(name) });
    }
    if (tag === 'text:s') add(' '.repeat(Math.min(8, Number(attributes['text:c'] ?? 1) || 1)));
    add(BLANKS[tag] ?? '');
  });
  parser.on('text', add);
  parser.on('closetag', ({ name: tag }) => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    if (tag === 'text:list-item') lists -= 1;
    if (tag === 'text:note-body') inNotes -= 1;
    if (tag === 'text:span') spans.pop();
    if (PARAGRAPH_ELEMENTS.has(tag)) {
      const { pieces, role } = open.pop()!;
      const { text, styles: shown } = styledText(plainLine(pieces), (raw) => raw.trim());
      if (text) (role === 'note' ? notes : paragraphs).push({ text, role, styles: shown });
    }
  });
  parser.write(xml).close();
  return { paragraphs: [...paragraphs, ...notes], letters };

  function add(text: string): void {
    if (skipping > 0 || text === '' || spans.some((span) => span?.isHidden)) return;
    letters += countLetters(text);
    const place = spans.findLast((span) => span !== undefined && span.place !== 'on')?.place ?? 'on';
    const around = [open.at(-1)?.style, ...spans];
    const shown = TEXT_STYLES.filter((style) => around.findLast((span) => span?.[style] !== undefined)?.[style]);
    open.at(-1)?.pieces.push({ text, place, styles: shown });
  }
}

/** How the characters of a style are shown; bold and italics undefined where it does not say. */
interface Style extends Partial<Record<TextStyle, boolean>> {
  readonly place: LinePiece['place'];
  readonly isHidden: boolean;
}

/** Takes styles as their elements come; one that is based on another has what that one says and it does not. */
function styleBook() {
  const styles = new Map<string, Style>();
  let style = '';
  function noteStyle(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'style:style') {
      style = attributes['style:name'] ?? '';
      const parent = styles.get(attributes['style:parent-style-name'] ?? '');
      if (parent) styles.set(style, parent);
    }
    if (tag === 'style:text-properties') styles.set(style, { ...styles.get(style), ...styleOf(attributes) });
  }
  return { styles, noteStyle };
}

/** The elements of a part whose text does not matter, as far as it can be read. */
function tagsIn(xml: string): { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  let isDamaged = xml === '';
  parser.on('error', () => {
    isDamaged = true;
  });
  parser.on('opentag', (tag) => {
    if (!isDamaged) tags.push({ name: tag.name, attributes: tag.attributes });
  });
  if (!isDamaged) parser.write(xml).close();
  return tags;
}

function styleOf(attributes: Readonly<Record<string, string>>): Style {
  const position = attributes['style:text-position'] ?? '';
  const below = /^(?:sub|-[1-9])/u.test(position) ? 'below' : 'on';
  const [weight, slant] = [attributes['fo:font-weight'], attributes['fo:font-style']];
  return {
    place: /^(?:super|[1-9])/u.test(position) ? 'above' : below,
    isHidden: attributes['text:display'] === 'none',
    ...(weight !== undefined && { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant !== undefined && { italic: slant !== 'normal' }),
  };
}

function isSkipped(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (SKIPPED_ELEMENTS.has(tag)) return true;
  return /^text:hidden-(?:text|paragraph)$/u.test(tag) && attributes['text:is-hidden'] === 'true';
}

const BLANKS: Readonly<Record<string, string>> = { 'text:tab': ' ', 'text:line-break': '\n' };

function roleOf(tag: string, style: string, inList: boolean): BlockRole {
  if (tag === 'text:h' || /^Title$/u.test(style)) return 'heading';
  if (/^(?:Caption|Illustration|Figure|Drawing)$/u.test(style)) return 'caption';
  if (/^Quotations?$/u.test(style)) return 'quote';
  return inList ? 'list-item' : 'paragraph';
}
