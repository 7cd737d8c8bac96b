import type { AlignSide } from '../../align/alignment.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { beginAlike } from '../names.ts';
import type { PairedPhrase } from './paired-phrases.ts';
import type { Phrase } from './phrases.ts';
import type { SpanWord } from './span-words.ts';

/** Letters of one part of a foreign name at most: 安东诺维奇. */
const MOST_LETTERS = 7;
/** How many parts of a name must begin with the same sound, and what such a pair counts. */
const LEAST_ALIKE = 0.5;
const WEIGHT = 0.7;

/**
 * Foreign names in a script without spaces, whose parts a dot stands between: 罗伯特·哈贝克. They begin and end where letters
 * do that such names are not written with, or another word that is known.
 * @param words of the segments, in order
 */
export function dottedNames({ segments, pack }: AlignSide, words: readonly SpanWord[]): Phrase[] {
  const letters = pack.grammar?.transliteration;
  if (!letters) return [];
  const name = new RegExp(`[${letters}]{1,${MOST_LETTERS}}(?:[·•・‧][${letters}]{1,${MOST_LETTERS}})+`, 'gu');
  return [...new Set(words.map(({ segment }) => segment))].flatMap((segment) => {
    const known = words.filter((word) => word.segment === segment && isKnown(word));
    return [...segments[segment]!.matchAll(name)].map((match): Phrase => {
      const dots = [match.index + match[0].search(DOT), match.index + lastDot(match[0])];
      const before = known.filter(({ end }) => end <= dots[0]!).map(({ end }) => end);
      const behind = known.filter(({ start }) => start > dots[1]!).map(({ start }) => start);
      const start = Math.max(match.index, ...before);
      const end = Math.min(match.index + match[0].length, ...behind);
      return { text: segments[segment]!.slice(start, end), segment, start, end };
    });
  });
}

const DOT = /[·•・‧]/u;

function lastDot(text: string): number {
  return Math.max(...['·', '•', '・', '‧'].map((dot) => text.lastIndexOf(dot)));
}

/** A word that is none of a name: small ones, and those for posts and countries, but for single letters: 德 is Germany and in many names. */
function isKnown({ raw, stop, head, country, field }: SpanWord): boolean {
  return raw.length > 1 && (stop || country || field || head !== null);
}

/**
 * Pairs names in capitals with names between dots: those of as many parts whose parts begin alike, the likeliest first.
 * The sounds of the rest tell little, since each letter is a syllable.
 */
export function pairedDotted(
  phrases: readonly Phrase[],
  dotted: readonly Phrase[],
  packs: { readonly named: LanguagePack; readonly dotted: LanguagePack },
): (Pick<PairedPhrase, 'weight'> & { readonly named: Phrase; readonly dotted: Phrase })[] {
  const likely = phrases.flatMap((named) =>
    dotted.map((one) => ({ named, dotted: one, alike: shareAlike(named.text, one.text, packs) })),
  );
  likely.sort((a, b) => b.alike - a.alike || a.named.start - b.named.start);
  const chosen: (typeof likely)[number][] = [];
  for (const one of likely) {
    if (one.alike < LEAST_ALIKE) break;
    if (!chosen.some((other) => other.named === one.named || other.dotted === one.dotted)) chosen.push(one);
  }
  return chosen.map(({ named, dotted: own }) => ({ named, dotted: own, weight: WEIGHT }));
}

/** From 0 to 1: how many parts of two names begin with the same sound; 0 where one has more parts. */
function shareAlike(name: string, dotted: string, packs: Parameters<typeof pairedDotted>[2]): number {
  const { familyParticles } = packs.named.shared.nameWords;
  const small = new Set(familyParticles.map((word) => word.toLowerCase()));
  const parts = name
    .split(/[\s\u00a0]+/u)
    .filter((part) => !/^\p{Lu}\.?$/u.test(part) && !small.has(part.toLowerCase()));
  const others = dotted.split(DOT);
  if (parts.length !== others.length || parts.length < 2) return 0;
  const alike = parts.filter((part, i) => beginAlike(part, packs.named, others[i]!, packs.dotted));
  return alike.length / parts.length;
}
