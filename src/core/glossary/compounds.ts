import { partOfWord, type Word } from './words.ts';

/** Letters that a term in a compound has at least, and what stands beside it. */
const LEAST_TERM = 8;
const LEAST_REST = 4;
/** What stands before a term without making another thing of it: the federal court of auditors is one. */
const BEFORE = /^(?:bundes|ex)(?=\p{L}{6})/u;
/** Endings that make another word of a term: "Ministerium", "Sprecherin". */
const DERIVED = /^(?:ium|ien|in|isch|iell|ell|schaft|tum|ung|heit|keit|lich|los|haft)/u;

/**
 * The parts of a German word that may be a term, the longest first: what a
 * compound begins with ("Waffenruheabkommen"), or ends with ("Bundesrechnungshof").
 * Nobody splits them by meaning: a term has to be long, and what is left no ending.
 */
export function compoundParts(word: Word): Word[] {
  const { basic, raw } = word;
  if (!word.capital || basic.length < LEAST_TERM + LEAST_REST || raw.normalize('NFC').length !== raw.length) return [];
  const head = BEFORE.exec(basic)?.[0].length;
  const parts: Word[] = head ? [partOfWord(word, head, raw.length, 'de')] : [];
  for (let end = raw.length - LEAST_REST; end >= LEAST_TERM; end -= 1) {
    if (!DERIVED.test(raw.slice(end))) parts.push(partOfWord(word, 0, end, 'de'));
  }
  return parts;
}
