import type { LanguagePack } from '../../text/language-pack.ts';
import { wordRules } from './word-rules.ts';
import { partOfWord, type Word } from './words.ts';

/** Letters that a term in a compound has at least, and what stands beside it. */
const MIN_TERM_LENGTH = 8;
const MIN_REST_LENGTH = 4;

/**
 * The parts of a word that may be a term, the longest first: what a compound
 * begins with ("Waffenruheabkommen"), or ends with ("Bundesrechnungshof").
 * Nobody splits them by meaning: a term has to be long, and what is left must
 * not be an ending that makes another word of it ("Ministerium"). Of what may
 * stand before a term only some words leave it what it is: the federal court of
 * auditors is one.
 * @returns none in a language without compounds
 */
export function compoundParts(word: Word, pack: LanguagePack): Word[] {
  const { compoundHead, derived } = wordRules(pack);
  const { basic, raw } = word;
  if (!compoundHead || !word.capital || basic.length < MIN_TERM_LENGTH + MIN_REST_LENGTH) return [];
  if (raw.normalize('NFC').length !== raw.length) return [];
  const head = compoundHead.exec(basic)?.[0].length;
  const parts: Word[] = head ? [partOfWord(word, head, raw.length, pack)] : [];
  for (let end = raw.length - MIN_REST_LENGTH; end >= MIN_TERM_LENGTH; end -= 1) {
    if (!derived.test(raw.slice(end))) parts.push(partOfWord(word, 0, end, pack));
  }
  return parts;
}
