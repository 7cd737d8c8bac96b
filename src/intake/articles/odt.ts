import { SaxesParser } from 'saxes';
import { msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { BlockRole } from '../../core/text/blocks.ts';
import { entryIn } from '../zip.ts';
import type { Paragraph } from './html.ts';

/** Elements whose text is not read: comments, deleted text, indexes, drawings' names. */
const SKIPPED = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:table-of-content',
  'svg:title',
  'svg:desc',
]);
const PARAGRAPHS = new Set(['text:p', 'text:h']);

/**
 * The paragraphs of an OpenDocument text (ISO 26300): headings, paragraphs,
 * list items and table cells in order, footnotes where they are called.
 * @throws Problem `unreadable-file` where it is locked or damaged
 */
export function readOdt(bytes: Uint8Array, name: string): Paragraph[] {
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
  /** Open paragraphs: one in a footnote stands within the one that calls it. */
  const open: { text: string; role: BlockRole }[] = [];
  let skipping = 0;
  let lists = 0;
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
    if (SKIPPED.has(tag)) skipping += 1;
    if (skipping > 0) return;
    if (tag === 'text:list-item') lists += 1;
    if (PARAGRAPHS.has(tag)) open.push({ text: '', role: roleOf(tag, attributes['text:style-name'] ?? '', lists > 0) });
    add(BLANKS[tag] ?? '');
  });
  parser.on('text', add);
  parser.on('closetag', ({ name: tag }) => {
    if (skipping === 0) {
      if (tag === 'text:list-item') lists -= 1;
      if (PARAGRAPHS.has(tag)) {
        const { text, role } = open.pop()!;
        if (text.trim()) paragraphs.push({ text: text.trim(), role });
      }
    }
    if (SKIPPED.has(tag)) skipping -= 1;
  });
  parser.write(xml).close();
  return paragraphs;

  function add(text: string): void {
    const inner = open.at(-1);
    if (inner && skipping === 0) inner.text += text;
  }
}

const BLANKS: Readonly<Record<string, string>> = { 'text:s': ' ', 'text:tab': ' ', 'text:line-break': '\n' };

function roleOf(tag: string, style: string, inList: boolean): BlockRole {
  if (tag === 'text:h' || /^Title$/u.test(style)) return 'heading';
  if (/^(?:Caption|Illustration|Figure|Drawing)$/u.test(style)) return 'caption';
  if (/^Quotations?$/u.test(style)) return 'quote';
  return inList ? 'list-item' : 'paragraph';
}
