import { posix } from 'node:path';
import { NO_SHARED_WORDS } from '../../../core/text/language-pack.ts';
import { countLetters } from '../../../core/text/letters.ts';
import { splitParagraphs } from '../../../core/text/paragraphs.ts';
import { decode } from '../../decode.ts';
import { entryIn, namesIn, unpackedEntries } from '../../zip.ts';
import { lettersShown, readFragment } from '../fragment.ts';
import type { Paragraph } from '../html-paragraphs.ts';
import type { ReadLetters } from '../letter-guard.ts';

/** Documents of other formats that a Word file holds whole (`altChunk`), by the name that its main part calls them by. */
export function chunksIn(bytes: Uint8Array, main: string, name: string): Map<string, Uint8Array> {
  const folder = posix.dirname(main);
  const relationships = entryIn(bytes, posix.join(folder, '_rels', `${posix.basename(main)}.rels`), name) ?? '';
  const paths = new Map<string, string>();
  for (const [tag] of relationships.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    if (!/\bType=["'][^"']*\/aFChunk["']/u.test(tag) || /\bTargetMode=["']External/u.test(tag)) continue;
    const [id, target] = ['Id', 'Target'].map((one) => new RegExp(`\\b${one}=["']([^"']*)`, 'u').exec(tag)?.[1] ?? '');
    paths.set(id!, target!.startsWith('/') ? target!.slice(1) : posix.join(folder, target!));
  }
  if (paths.size === 0) return new Map();
  const wanted = new Set(paths.values());
  const entries = unpackedEntries(bytes, name, (entry) => wanted.has(entry));
  return new Map([...paths].flatMap(([id, path]) => (entries.has(path) ? [[id, entries.get(path)!] as const] : [])));
}

/** What stands in the main part for a document that is held whole: a paragraph of characters that no text has. */
export function chunkMark(id: string): string {
  return `\ufdd0${id}\ufdd0`;
}

const CHUNK_MARK = /^\ufdd0([^\ufdd0]*)\ufdd0$/u;

/** Word files may hold Word files, but not without end. */
const MAX_CHUNK_DEPTH = 3;

/**
 * Paragraphs of the main part with those of the documents that it holds in their places; also how many letters came with them.
 * @param depth how many files there are around this one
 */
export async function withChunks(
  paragraphs: readonly Paragraph[],
  chunks: ReadonlyMap<string, Uint8Array>,
  name: string,
  depth: number,
): Promise<ReadLetters> {
  const all: Paragraph[] = [];
  let letters = 0;
  for (const paragraph of paragraphs) {
    const chunk = chunks.get(CHUNK_MARK.exec(paragraph.text)?.[1] ?? '');
    if (chunk) {
      const read = depth < MAX_CHUNK_DEPTH ? await readChunk(chunk, name, depth + 1) : { paragraphs: [], letters: 0 };
      letters += read.letters;
      for (const one of read.paragraphs) all.push(one);
    } else if (!CHUNK_MARK.test(paragraph.text)) all.push(paragraph);
  }
  return { paragraphs: all, letters };
}

async function readChunk(bytes: Uint8Array, name: string, depth: number): Promise<ReadLetters> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (head.startsWith('PK')) {
    const { mainPart } = await import('./word-parts.ts');
    const main = mainPart(bytes, namesIn(bytes, name), name);
    return main === null
      ? { paragraphs: [], letters: 0 }
      : (await import('./docx.ts')).readDocx(bytes, main, name, depth);
  }
  if (head.startsWith('{\\rtf')) {
    return (await import('../rtf.ts')).readRtf(new TextDecoder('latin1').decode(bytes));
  }
  const { isMail, readMail } = await import('../mail.ts');
  if (isMail(head)) return readMail(bytes, name, NO_SHARED_WORDS);
  const { text } = decode(bytes, name, /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]);
  if (/<\/?\w+[^>]*>/u.test(text)) return { paragraphs: readFragment(text), letters: lettersShown(text) };
  const spans = splitParagraphs(text, NO_SHARED_WORDS);
  return {
    paragraphs: spans.map(({ start, end }): Paragraph => ({ text: text.slice(start, end), role: 'paragraph' })),
    letters: countLetters(text),
  };
}
