import type { LanguageVersion } from '../../core/article.ts';
import type { StyledSpan } from '../../core/bitext/inline/styled-spans.ts';
import type { Finding } from '../../core/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { layOut, type RawBlock } from '../../core/text/blocks.ts';
import type { SharedWords } from '../../core/text/language-pack.ts';
import { splitParagraphs } from '../../core/text/paragraphs.ts';
import { type Decoded, decode, knows } from '../decode.ts';
import { foreignFormat, startsWith } from './foreign-formats.ts';
import type { Paragraph } from './html-paragraphs.ts';
import { letterFindings, type ReadLetters } from './letter-guard.ts';

/** What was read: the text, its blocks as slices of it, and what was noticed. */
export interface RawArticle {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  /** What of the text is bold or italic, as far as its format says. */
  readonly styles: readonly StyledSpan[];
  readonly findings: readonly Finding[];
  /** What the file says of where it comes from; empty where it says nothing. */
  readonly publisher: string;
  /** The day of the article, ISO 8601; empty where the file does not say. */
  readonly published: string;
  /** Who has written it, as the file says; not given where it does not. */
  readonly author?: string | undefined;
  /** Its versions in other languages, as a page names them. */
  readonly versions?: readonly LanguageVersion[] | undefined;
  /** How its bytes were read as text; empty where the format settles that. */
  readonly encoding: string;
}

/** The largest file that is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Reads an article from a file: Word, OpenDocument, RTF, PDF, mail, subtitles,
 * HTML, Markdown or plain text. The content decides the type; the name
 * decides only between Markdown and plain text.
 * @param shared what all language packs know together
 * @param encoding of its text, where a person has named it
 * @param charset of its text, as the server that it came from says; that goes before what the file says itself
 * @throws Problem that names the file and says what to do
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  shared: SharedWords,
  encoding?: string,
  charset?: string,
): Promise<RawArticle> {
  if (bytes.length === 0)
    throw new Problem(
      'empty-text',
      msg('“{name}” is empty.', { name }),
      '',
      'Choose a file that holds the article’s text.',
    );
  if (bytes.length > MAX_FILE_BYTES) {
    throw new Problem(
      'too-large',
      msg('“{name}” is too large.', { name }),
      msg('It has {size} MB; up to {most} MB are read.', {
        size: Math.round(bytes.length / 1024 / 1024),
        most: MAX_FILE_BYTES / 1024 / 1024,
      }),
      'Save only the text, without pictures, or split it into parts.',
    );
  }
  const foreign = foreignFormat(bytes);
  if (foreign) {
    throw new Problem(
      'unsupported-type',
      foreign.title(name),
      foreign.detail ?? '',
      'Save it as .docx, .odt, .html or .txt and choose that file.',
    );
  }
  // The parsers are large; each is loaded when a file first needs it.
  if (startsWith(bytes, 'PK')) return guarded(await readZip(bytes, name), name);
  if (startsWith(bytes, '%PDF')) return guarded(await (await import('./pdf.ts')).readPdf(bytes, name), name);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (head.startsWith('{\\rtf')) {
    const { readRtf } = await import('./rtf.ts');
    const rtf = new TextDecoder('latin1').decode(bytes);
    const { authorInRtf } = await import('./document-author.ts');
    return guarded({ ...readRtf(rtf), author: authorInRtf(rtf) }, name);
  }
  const { isMail, readMail } = await import('./mail.ts');
  if (isMail(head)) {
    const { publisher, findings, ...read } = await readMail(bytes, name, shared, encoding);
    return guarded(read, name, { publisher, findings });
  }
  const decoded = decode(
    bytes,
    name,
    charset !== undefined && knows(charset) ? charset : declaredEncoding(head),
    encoding,
  );
  return readDecoded(decoded, name, shared);
}

async function readZip(bytes: Uint8Array, name: string): Promise<ReadLetters> {
  const { entryIn, namesIn } = await import('../zip.ts');
  const names = namesIn(bytes, name);
  const { mainPart } = await import('./word/word-parts.ts');
  const main = mainPart(bytes, names, name);
  const { authorInXml } = await import('./document-author.ts');
  if (main !== null) {
    const author = authorInXml(entryIn(bytes, 'docProps/core.xml', name) ?? '', ['dc:creator']);
    return { ...(await (await import('./word/docx.ts')).readDocx(bytes, main, name)), author };
  }
  if (entryIn(bytes, 'mimetype', name)?.startsWith('application/vnd.oasis.opendocument.text')) {
    const author = authorInXml(entryIn(bytes, 'meta.xml', name) ?? '', ['meta:initial-creator', 'dc:creator']);
    return { ...(await import('./odt.ts')).readOdt(bytes, name), author };
  }
  throw new Problem(
    'unsupported-type',
    msg('“{name}” is a zip file but neither a Word document nor an OpenDocument text.', { name }),
    '',
    'Unpack it and choose the article in it.',
  );
}

async function readDecoded(
  { text, encoding, findings }: Decoded,
  name: string,
  shared: SharedWords,
): Promise<RawArticle> {
  const details = { encoding, findings };
  if (/\.(?:docx|odt|pdf)$/iu.test(name)) {
    throw new Problem(
      'unreadable-file',
      msg('“{name}” is not what its name says.', { name }),
      'It has the name of a document but holds plain text.',
      'Save it again in the program it comes from, or rename it to .txt.',
    );
  }
  const { isSubtitles, readCueFile, readSubtitles } = await import('./subtitles/subtitles.ts');
  if (isSubtitles(text.slice(0, 2000), name)) {
    const file = readCueFile(text);
    const { damagedCues } = await import('./subtitles/damaged-cues.ts');
    return fromParagraphs(readSubtitles(file, shared.nameWords.titles), name, {
      ...details,
      findings: [...findings, ...damagedCues(file, name)],
    });
  }
  if (/\.(?:md|mdown|markdown)$/iu.test(name) && !isPage(text)) {
    const { published, ...read } = await (await import('./markdown.ts')).readMarkdown(text);
    return guarded(read, name, { ...details, published });
  }
  if (isHtml(text)) {
    const { publisher, published, versions, ...read } = (await import('./html.ts')).readPage(text, name);
    return guarded(read, name, { ...details, publisher, published, versions });
  }
  return { ...readText(text, name, shared), ...details };
}

/**
 * Reads an article from HTML as it is pasted from a browser or a word processor: all of it.
 * @throws Problem `empty-text` where there is nothing but white space
 */
export async function readPasted(html: string, name: string): Promise<RawArticle> {
  const { readFragment } = await import('./fragment.ts');
  return fromParagraphs(readFragment(html), name);
}

/**
 * Reads an article from plain text, as pasted or from a file.
 * @throws Problem `empty-text` where there is nothing but white space
 */
export function readText(text: string, name: string, shared: SharedWords): RawArticle {
  const blocks = splitParagraphs(text, shared).map((span): RawBlock => ({ ...span, role: 'paragraph' }));
  if (blocks.length === 0) throw emptyText(name);
  return { text, blocks, styles: [], ...NO_DETAILS };
}

const NO_DETAILS = { findings: [], publisher: '', published: '', encoding: '' } as const;

/** What was read, and a word where letters of the file are missing in it. */
function guarded(
  read: ReadLetters,
  name: string,
  details: Partial<Omit<RawArticle, 'text' | 'blocks' | 'styles'>> = {},
): RawArticle {
  const findings = [...(details.findings ?? []), ...letterFindings(read, name)];
  const author = read.author ? { author: read.author } : {};
  return fromParagraphs(read.paragraphs, name, { ...details, ...author, findings });
}

function fromParagraphs(
  paragraphs: readonly Paragraph[],
  name: string,
  details: Partial<Omit<RawArticle, 'text' | 'blocks' | 'styles'>> = {},
): RawArticle {
  if (paragraphs.length === 0) throw emptyText(name);
  return { ...layOut(paragraphs), ...NO_DETAILS, ...details };
}

/** @param name of a file; of a text that was pasted its side */
function emptyText(name: string): Problem {
  const sides: Readonly<Record<string, Message>> = {
    source: msg('There is no text in the source.'),
    target: msg('There is no text in the translation.'),
  };
  return new Problem(
    'empty-text',
    sides[name] ?? msg('There is no text in “{name}”.', { name }),
    '',
    'Paste the article or choose a file that holds it.',
  );
}

function isHtml(text: string): boolean {
  return isPage(text) || /<(?:p|div|article|h1)[\s>][\s\S]*<\/(?:p|div|article|h1)>/iu.test(text.slice(0, 20_000));
}

/** Whether a text says at its head that it is a page. */
function isPage(text: string): boolean {
  return /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html|<head[\s>]|<body[\s>])/iu.test(
    text.slice(0, 1000),
  );
}

function declaredEncoding(head: string): string | undefined {
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? /^<\?xml[^>]*encoding=["']([\w-]+)/u.exec(head)?.[1]
  );
}
