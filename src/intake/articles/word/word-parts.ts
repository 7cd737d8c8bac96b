import { posix } from 'node:path';
import { zipSync } from 'fflate';
import { decodeBytes, markedEncoding } from '../../decode.ts';
import { entryIn, unpackedEntries } from '../../zip.ts';
import { visibleLetters } from './word-letters.ts';
import { NO_WORD_STYLES, readWordStyles, type WordStyles, withStyles } from './word-styles.ts';
import { plainWord } from './word-text.ts';
import { parseWord, writeWord } from './word-tree.ts';

/** The path of the main part of a Word file, as the package's relationships name it; null where the file is none. */
export function mainPart(bytes: Uint8Array, names: readonly string[], name: string): string | null {
  const relationships = entryIn(bytes, '_rels/.rels', name) ?? '';
  const related = [...relationships.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)]
    .map(([tag]) => tag)
    .filter((tag) => /\bType=["'][^"']*\/officeDocument["']/u.test(tag))
    .map((tag) => (/\bTarget=["']([^"']*)/u.exec(tag)?.[1] ?? '').replace(/^\//u, ''));
  const candidates = [...related, 'word/document.xml'].filter((path) => names.includes(path));
  return candidates.find((path) => /<(?:\w+:)?document\b/u.test(entryIn(bytes, path, name) ?? '')) ?? null;
}

/** A Word file as mammoth reads it whole: its texts, styles and lists, the texts in elements that it knows; and how many letters they show. */
export function plainPackage(bytes: Uint8Array, main: string, name: string): { bytes: Uint8Array; letters: number } {
  let letters = 0;
  const folder = posix.dirname(main);
  const entries = unpackedEntries(
    bytes,
    name,
    (entry) =>
      /\.rels$|^\[Content_Types\]\.xml$/u.test(entry) || (posix.dirname(entry) === folder && /\.xml$/u.test(entry)),
  );
  const styles = stylesIn(entries.get(posix.join(folder, 'styles.xml')));
  const parts = [...entries].map(([path, content]): [string, Uint8Array] => {
    const xml = decodeBytes(content, markedEncoding(content) ?? 'utf-8');
    if (path.endsWith('.rels')) return [path, utf8(xml.replaceAll(STRICT, TRANSITIONAL))];
    if (!TEXT_PART.test(xml)) return [path, content];
    const part = parseWord(xml);
    letters += visibleLetters(part);
    return [path, utf8(writeWord(plainWord(withStyles(part, styles))))];
  });
  return { bytes: zipSync(Object.fromEntries(parts), { level: 0 }), letters };
}

/** What the part with the styles says; nothing where it is not there or damaged, since the text can be read without. */
function stylesIn(content: Uint8Array | undefined): WordStyles {
  if (!content) return NO_WORD_STYLES;
  try {
    return readWordStyles(parseWord(decodeBytes(content, markedEncoding(content) ?? 'utf-8')));
  } catch {
    return NO_WORD_STYLES;
  }
}

/** Parts that hold text: the main one and its notes. */
const TEXT_PART = /<(?:\w+:)?(?:document|footnotes|endnotes)[\s>]/u;

/** Relationships of a strict file go by another name, which mammoth does not know. */
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
