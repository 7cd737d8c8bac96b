import { gunzipSync } from 'node:zlib';
import { type Message, msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { WordPair } from './read-lexicon.ts';

/** How many bytes a dictionary may unpack to. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/**
 * Reads a dictionary as FreeDict publishes them for dictd: the index names each
 * headword with the place of its entry, the dictionary holds the entries, packed
 * by dictzip (which gunzip reads) or plain. Of an entry the translations are
 * taken: its lines without numbering, labels, examples and remarks in brackets.
 * @throws Problem `unreadable-file` where the two do not fit together
 */
export function readDictd(dictionary: Uint8Array, index: Uint8Array, name: string): WordPair[] {
  const bytes = unpacked(dictionary, name);
  const pairs = new TextDecoder()
    .decode(index)
    .split('\n')
    .flatMap((line, i): WordPair[] => {
      if (!line.trim()) return [];
      const [headword, start, length] = line.split('\t');
      if (headword === undefined || start === undefined || length === undefined)
        throw unreadable(name, msg('Line {line} of its index is not an entry.', { line: String(i + 1) }));
      if (headword.startsWith('00') || headword.trim() === '') return [];
      const [from, size] = [numberIn(start), numberIn(length.trim())];
      if (Number.isNaN(from) || Number.isNaN(size) || from + size > bytes.length)
        throw unreadable(name, msg('Line {line} of its index points outside the dictionary.', { line: String(i + 1) }));
      const entry = new TextDecoder().decode(bytes.subarray(from, from + size));
      return translationsIn(entry).map((target) => ({ source: headword.trim(), target }));
    });
  if (pairs.length === 0) throw unreadable(name, msg('There are no entries in it.'));
  return pairs;
}

function unpacked(dictionary: Uint8Array, name: string): Uint8Array {
  if (dictionary[0] !== 0x1f || dictionary[1] !== 0x8b) return dictionary;
  try {
    return gunzipSync(dictionary, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    throw unreadable(name, wordsOf(error));
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of an index are written in base 64, the highest digit first. */
function numberIn(digits: string): number {
  return [...digits].reduce((value, digit) => {
    const place = DIGITS.indexOf(digit);
    return place < 0 ? Number.NaN : value * 64 + place;
  }, 0);
}

/** Lines that are not translations: synonyms, notes, examples, references to other entries. */
const NOT_A_TRANSLATION = /^\s*(?:["“«]|-|→|(?:synonyms?|antonyms?|see(?: also)?|note|usage|cf)\b\s*:?)/iu;

function translationsIn(entry: string): string[] {
  const [, ...lines] = entry.split('\n');
  const found = lines
    .filter((line) => !NOT_A_TRANSLATION.test(line))
    .flatMap((line) =>
      line
        .replace(/^\s*(?:\d+\.?|[a-z]\))\s+/iu, '')
        .replace(/\([^)]*\)|\[[^\]]*\]|<[^>]*>|\{[^}]*\}|\/[^/]*\//gu, '')
        .split(/[,;]/u),
    )
    .map((word) => word.trim())
    .filter((word) => /\p{L}/u.test(word));
  return [...new Set(found)];
}

function unreadable(name: string, detail: Message): Problem {
  return new Problem(
    'unreadable-file',
    msg('{name} cannot be read as a dictd dictionary.', { name }),
    detail,
    'Give a .dict or .dict.dz file with its .index file beside it, as FreeDict publishes them.',
  );
}
