import type { Finding } from '../core/finding.ts';
import { Problem } from '../core/problem.ts';
import { layOut, type RawBlock } from '../core/text/blocks.ts';
import { splitParagraphs } from '../core/text/paragraphs.ts';
import { decode } from './decode.ts';
import type { Paragraph } from './html.ts';

/** What was read: the text, its blocks as slices of it, and what was noticed. */
export interface RawArticle {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly findings: readonly Finding[];
}

/** The largest file that is read. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Reads an article from a file: Word, HTML, Markdown or plain text. The type is
 * told by the content; the name decides only between Markdown and plain text.
 * @throws Problem that names the file and says what to do
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<RawArticle> {
  if (bytes.length === 0)
    throw new Problem('empty-text', `“${name}” is empty.`, '', 'Choose a file that holds the article’s text.');
  if (bytes.length > LARGEST_FILE) {
    throw new Problem(
      'too-large',
      `“${name}” is too large.`,
      `It has ${Math.round(bytes.length / 1024 / 1024)} MB; up to ${LARGEST_FILE / 1024 / 1024} MB are read.`,
      'Save the text alone, without pictures, or cut it in parts.',
    );
  }
  const foreign = FOREIGN.find(({ magic }) => startsWith(bytes, magic));
  if (foreign) {
    throw new Problem(
      'unsupported-type',
      `“${name}” is ${foreign.what}, which is not read.`,
      '',
      'Save it as .docx, .html, .md or .txt and choose that file.',
    );
  }
  // The parsers are large; each is loaded when a file first needs it.
  if (startsWith(bytes, 'PK')) {
    const { readDocx } = await import('./docx.ts');
    return fromParagraphs(await readDocx(bytes, name), name, []);
  }
  const { text, findings } = decode(bytes, name, declaredEncoding(bytes));
  if (/\.docx$/iu.test(name)) {
    throw new Problem(
      'unreadable-file',
      `“${name}” is no Word document.`,
      'It has the name of one but holds something else.',
      'Save it as .docx in a word processor, or rename it to what it is.',
    );
  }
  if (isHtml(text)) return fromParagraphs((await import('./html.ts')).readPage(text), name, findings);
  if (/\.(?:md|markdown)$/iu.test(name)) {
    const [{ marked }, { readFragment }] = await Promise.all([import('marked'), import('./html.ts')]);
    return fromParagraphs(readFragment(await marked.parse(text)), name, findings);
  }
  return { ...readText(text, name), findings };
}

/**
 * Reads an article from plain text, as pasted or from a file.
 * @throws Problem `empty-text` where there is nothing but white space
 */
export function readText(text: string, name: string): RawArticle {
  const blocks = splitParagraphs(text).map((span): RawBlock => ({ ...span, role: 'paragraph' }));
  if (blocks.length === 0) throw emptyText(name);
  return { text, blocks, findings: [] };
}

function fromParagraphs(paragraphs: readonly Paragraph[], name: string, findings: readonly Finding[]): RawArticle {
  if (paragraphs.length === 0) throw emptyText(name);
  return { ...layOut(paragraphs), findings };
}

function emptyText(name: string): Problem {
  return new Problem(
    'empty-text',
    `There is no text in ${name.startsWith('the ') ? name : `“${name}”`}.`,
    '',
    'Paste the article or choose a file that holds it.',
  );
}

const FOREIGN = [
  { magic: '%PDF', what: 'a PDF' },
  { magic: '\u00d0\u00cf\u0011\u00e0', what: 'an old Word or Office file' },
  { magic: '{\\rtf', what: 'an RTF file' },
  { magic: '\u0089PNG', what: 'a picture' },
  { magic: '\u00ff\u00d8\u00ff', what: 'a picture' },
  { magic: 'GIF8', what: 'a picture' },
] as const;

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((char, i) => bytes[i] === char.charCodeAt(0));
}

function isHtml(text: string): boolean {
  return (
    /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html|<head[\s>]|<body[\s>])/iu.test(
      text.slice(0, 1000),
    ) || /<(?:p|div|article|h1)[\s>][\s\S]*<\/(?:p|div|article|h1)>/iu.test(text.slice(0, 20_000))
  );
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? /^<\?xml[^>]*encoding=["']([\w-]+)/u.exec(head)?.[1]
  );
}
