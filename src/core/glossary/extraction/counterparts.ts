import type { WordLink } from '../../align/explain/explain-links.ts';
import type { Side } from '../../bitext/bitext.ts';
import { overlap, type Phrase } from './phrases.ts';

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** What may stand between words of one name. */
const BETWEEN_WORDS = /^[\s\u00a0’'-]*$/u;
/** What a pair of words counts of which nothing is known, but that stand within two names that go together. */
const UNKNOWN_WORD_SCORE = 0.7;

/** The text of a segment, or what of it is still free. */
export interface SegmentText {
  readonly segment: number;
  readonly text: string;
}

/**
 * The words of a text that a name of several words stands for, of which there may
 * be one in capitals: "General Inspectorate of the National Police" and
 * "Inspection générale de la police nationale". It is the run of words with the
 * greatest share of words that are linked with those of the name, on both sides (Dice).
 * @param links as word and counterpart, the word on the side of the name
 * @param small words within names that have no counterpart of their own
 */
export function counterpartOf(
  name: Phrase,
  segments: readonly SegmentText[],
  links: readonly Pick<WordLink, Side>[],
  small: ReadonlySet<string>,
): { phrase: Phrase; share: number } | null {
  const own = contentWords(name.text, name.segment, name.start, small);
  if (own.length < 2) return null;
  const linkedTo = (word: Phrase) => links.filter(({ source }) => overlap(source, word)).map(({ target }) => target);
  const partners = own.map(linkedTo);
  const unlinked = partners.filter((spans) => spans.length === 0).length;
  let best: { phrase: Phrase; share: number } | null = null;
  for (const { text, segment } of segments) {
    const words = contentWords(text, segment, 0, small);
    const isLinked = words.map((word) => links.some(({ target }) => overlap(target, word)));
    const matches = words.map((word) => partners.some((spans) => spans.some((span) => overlap(span, word))));
    for (let i = 0; i < words.length; i += 1) {
      let [matched, unknown] = [0, 0];
      for (let j = i; j < words.length && j - i <= own.length * 2; j += 1) {
        if (j > i && !isRun(text.slice(words[j - 1]!.end, words[j]!.start))) break;
        if (matches[j]) matched += 1;
        else if (!isLinked[j]) unknown += 1;
        const [start, end] = [words[i]!.start, words[j]!.end];
        const phrase = { text: text.slice(start, end), segment, start, end };
        const mine = partners.filter((spans) => spans.some((span) => overlap(span, phrase))).length;
        const joined = mine + matched + 2 * UNKNOWN_WORD_SCORE * Math.min(unknown, unlinked);
        const share = joined / (own.length + j - i + 1);
        if (mine === 0 || share < leastShare(phrase)) continue;
        if (!best || share > best.share) best = { phrase, share };
      }
    }
  }
  return best;
}

/** Names in lower case need more to show for themselves; one such word, "nord-coréen", is not a name at all. */
function leastShare({ text }: Phrase): number {
  if (/^\p{Lu}/u.test(text)) return 0.6;
  return /[\s\u00a0]/u.test(text) ? 0.85 : Number.POSITIVE_INFINITY;
}

function contentWords(text: string, segment: number, from: number, small: ReadonlySet<string>): Phrase[] {
  return [...text.matchAll(WORDS)]
    .filter(([word]) => !small.has(word.toLowerCase()))
    .map((match) => ({
      text: match[0],
      segment,
      start: from + match.index,
      end: from + match.index + match[0].length,
    }));
}

/** Whether what stands between two words may stand within a name: nothing but small words. */
function isRun(between: string): boolean {
  return BETWEEN_WORDS.test(between.replace(WORDS, ''));
}
