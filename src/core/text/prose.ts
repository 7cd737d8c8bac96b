import type { LanguagePack } from './language-pack.ts';
import { splitSentences } from './sentences.ts';

/** A full stop in any script, with marks that close, stars and note marks behind it. */
const SENTENCE_END = /(?:\p{Sentence_Terminal}|…)(?:["'”’»›」』）)\]}】》*_]|\[[^\][]{1,24}\]|[⁰¹²³⁴-⁹\s])*$/u;

/** A headline with a full stop is rarely longer; it is cut no further. */
const MAX_TITLE_LENGTH = 100;

/**
 * Whether the first line of a text is a paragraph of it rather than its headline.
 * Headlines may hold a full stop ("It’s over. Mayor resigns"), and short ones
 * may end in one, if there is more below them.
 * @param alone whether nothing stands below it
 */
export function isProse(line: string, pack: LanguagePack, alone: boolean): boolean {
  const sentences = splitSentences(line, pack).length;
  // Names have capitals as titles do: three sentences are no title.
  if (!SENTENCE_END.test(line) || inTitleCase(line)) return sentences > 2;
  const short = line.trim().length <= MAX_TITLE_LENGTH && !alone;
  return sentences > 1 ? !(short && /[!?]\s*$/u.test(line)) : !short;
}

/** Whether a line that begins as a byline does ("By …") is a sentence, or several: "By noon it was over." */
export function isSentence(line: string, pack: LanguagePack): boolean {
  if (splitSentences(line, pack).length > 1) return true;
  if (!SENTENCE_END.test(line)) return false;
  const [, ...others] = line.trim().split(/\s+/u);
  const hasSmallWord = others.some((word) => /^\p{Ll}{4}/u.test(word));
  return hasSmallWord || others.length > MAX_NAME_WORDS || !/^\p{Lu}/u.test(others[0] ?? '');
}

/** The words of a name that may end in a full stop: "Martin Luther King Jr.". */
const MAX_NAME_WORDS = 5;

/** Whether nearly all longer words begin with a capital. */
function inTitleCase(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}\p{M}’'-]{3,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.8;
}
