import type { Finding } from '../../core/finding.ts';
import { Problem } from '../../core/problem.ts';
import { layOut, type RawBlock } from '../../core/text/blocks.ts';
import { splitParagraphs } from '../../core/text/paragraphs.ts';
import { type Decoded, decode } from '../decode.ts';
import type { Paragraph } from './html.ts';

/** What was read: the text, its blocks as slices of it, and what was noticed. */
export interface RawArticle {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly findings: readonly Finding[];
  /** What the file says of where it comes from; empty where it says nothing. */
  readonly publisher: string;
  /** The day of the article, ISO 8601; empty where the file does not say. */
  readonly published: string;
  /** How its bytes were read as text; empty where the format settles that. */
  readonly encoding: string;
}

/** The largest file that is read. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Reads an article from a file: Word, OpenDocument, RTF, PDF, mail, subtitles,
 * HTML, Markdown or plain text. The type is told by the content; the name
 * decides only between Markdown and plain text.
 * @param encoding of its text, where a person has named it
 * @throws Problem that names the file and says what to do
 */
export async function readFile(bytes: Uint8Array, name: string, encoding?: string): Promise<RawArticle> {
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
      foreign.detail ?? '',
      'Save it as .docx, .odt, .html or .txt and choose that file.',
    );
  }
  // The parsers are large; each is loaded when a file first needs it.
  if (startsWith(bytes, 'PK')) return fromParagraphs(await readZip(bytes, name), name);
  if (startsWith(bytes, '%PDF')) return fromParagraphs(await (await import('./pdf.ts')).readPdf(bytes, name), name);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (head.startsWith('{\\rtf')) {
    const { readRtf } = await import('./rtf.ts');
    return fromParagraphs(readRtf(new TextDecoder('latin1').decode(bytes)), name);
  }
  const { isMail, readMail } = await import('./mail.ts');
  if (isMail(head)) {
    const { paragraphs, publisher } = await readMail(bytes);
    return fromParagraphs(paragraphs, name, { publisher });
  }
  const decoded = decode(bytes, name, declaredEncoding(head), encoding);
  return readDecoded(decoded, name);
}

async function readZip(bytes: Uint8Array, name: string): Promise<Paragraph[]> {
  const { entryIn, namesIn } = await import('../zip.ts');
  const names = namesIn(bytes, name);
  if (names.includes('word/document.xml')) return (await import('./docx.ts')).readDocx(bytes, name);
  if (entryIn(bytes, 'mimetype', name)?.startsWith('application/vnd.oasis.opendocument.text')) {
    return (await import('./odt.ts')).readOdt(bytes, name);
  }
  throw new Problem(
    'unsupported-type',
    `“${name}” is a zip file but neither a Word document nor an OpenDocument text.`,
    '',
    'Unpack it and choose the article in it.',
  );
}

async function readDecoded({ text, encoding, findings }: Decoded, name: string): Promise<RawArticle> {
  const told = { encoding, findings };
  if (/\.(?:docx|odt|pdf)$/iu.test(name)) {
    throw new Problem(
      'unreadable-file',
      `“${name}” is not what its name says.`,
      'It has the name of a document but holds plain text.',
      'Save it again in the program it comes from, or rename it to .txt.',
    );
  }
  const { isSubtitles, readSubtitles } = await import('./subtitles.ts');
  if (isSubtitles(text.slice(0, 500))) return fromParagraphs(readSubtitles(text), name, told);
  if (isHtml(text)) {
    const { paragraphs, publisher, published } = (await import('./html.ts')).readPage(text, name);
    return fromParagraphs(paragraphs, name, { ...told, publisher, published });
  }
  if (/\.(?:md|markdown)$/iu.test(name)) {
    const [{ marked }, { readFragment }] = await Promise.all([import('marked'), import('./html.ts')]);
    return fromParagraphs(readFragment(await marked.parse(text)), name, told);
  }
  return { ...readText(text, name), ...told };
}

/**
 * Reads an article from HTML as it is pasted from a browser or a word processor: all of it.
 * @throws Problem `empty-text` where there is nothing but white space
 */
export async function readPasted(html: string, name: string): Promise<RawArticle> {
  const { readFragment } = await import('./html.ts');
  return fromParagraphs(readFragment(html), name);
}

/**
 * Reads an article from plain text, as pasted or from a file.
 * @throws Problem `empty-text` where there is nothing but white space
 */
export function readText(text: string, name: string): RawArticle {
  const blocks = splitParagraphs(text).map((span): RawBlock => ({ ...span, role: 'paragraph' }));
  if (blocks.length === 0) throw emptyText(name);
  return { text, blocks, ...UNTOLD };
}

const UNTOLD = { findings: [], publisher: '', published: '', encoding: '' } as const;

function fromParagraphs(
  paragraphs: readonly Paragraph[],
  name: string,
  told: Partial<Omit<RawArticle, 'text' | 'blocks'>> = {},
): RawArticle {
  if (paragraphs.length === 0) throw emptyText(name);
  return { ...layOut(paragraphs), ...UNTOLD, ...told };
}

function emptyText(name: string): Problem {
  return new Problem(
    'empty-text',
    `There is no text in ${name.startsWith('the ') ? name : `“${name}”`}.`,
    '',
    'Paste the article or choose a file that holds it.',
  );
}

const FOREIGN: readonly { readonly magic: string; readonly what: string; readonly detail?: string }[] = [
  {
    magic: '\u00d0\u00cf\u0011\u00e0',
    what: 'an old Word or Office file, or one protected by a password',
    detail: 'Both are kept in the same kind of file.',
  },
  { magic: '\u0089PNG', what: 'a picture' },
  { magic: '\u00ff\u00d8\u00ff', what: 'a picture' },
  { magic: 'GIF8', what: 'a picture' },
  { magic: 'RIFF', what: 'a picture or a sound' },
  { magic: '\u001f\u008b', what: 'a packed file' },
  { magic: '7z\u00bc\u00af', what: 'a packed file' },
  { magic: 'Rar!', what: 'a packed file' },
  { magic: '\u007fELF', what: 'a program' },
  { magic: 'MZ\u0090', what: 'a program' },
  { magic: 'SQLite format 3', what: 'a database' },
];

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

function declaredEncoding(head: string): string | undefined {
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? /^<\?xml[^>]*encoding=["']([\w-]+)/u.exec(head)?.[1]
  );
}
