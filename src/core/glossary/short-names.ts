import type { LanguagePack } from '../text/language-pack.ts';
import type { AnyConcept } from './concept.ts';
import type { TermHit } from './hits.ts';
import { namePatterns } from './name-patterns.ts';
import { type Word, wordsOf } from './words/words.ts';

/**
 * Adds mentions of people by one of their names, where the whole name stands
 * elsewhere in the text: "Lavrov" beside "Sergey Lavrov". Next to another name it
 * is somebody else: "Anna Lavrov".
 */
export function withShortNames<C extends AnyConcept>(
  hits: readonly TermHit<C>[],
  words: readonly Word[],
  text: string,
  pack: LanguagePack,
): TermHit<C>[] {
  const ordinary = new Set([...pack.months.flat(), ...pack.weekdays.flat(), ...pack.starters]);
  const titles = new Set(pack.titles);
  const { ranks } = namePatterns(pack.shared.nameWords);
  const names = new Map<string, TermHit<C>>();
  for (const hit of hits) {
    if (hit.concept.kind !== 'person') continue;
    const parts = wordsOf(hit.term.text, pack);
    if (parts.length < 2) continue;
    // The family name stands last in the West and first in East Asia, where names often have three parts.
    const short = parts.length >= 3 ? [parts[0]!, parts.at(-1)!] : [parts.at(-1)!];
    for (const { keys } of short) {
      for (const key of keys) if (key.length > 2 && !names.has(key)) names.set(key, hit);
    }
  }
  if (names.size === 0) return [...hits];
  const isHit = (word: Word) => hits.some((hit) => word.start < hit.end && word.end > hit.start);
  const isName = (word: Word | undefined) => {
    const plain = word?.raw.toLowerCase() ?? '';
    return word?.capital === true && !isHit(word) && !ordinary.has(plain) && !titles.has(plain) && !ranks.has(plain);
  };
  const isSomebodyElse = (at: number) => {
    if (pack.grammar?.nounsInCapitals || isHeadline(words, at, text)) return false;
    const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]];
    const isBeside = (from: number, to: number) => /^[\s\u00a0-]+$/u.test(text.slice(from, to));
    return (
      (isName(before) && isBeside(before!.end, word.start) && !opens(before!, text)) ||
      (isName(after) && isBeside(word.end, after!.start))
    );
  };
  const found = words.flatMap((word, at): TermHit<C>[] => {
    if (!word.capital || isHit(word)) return [];
    const known = [...word.keys].map((key) => names.get(key)).find(Boolean);
    if (!known) return [];
    const before = words[at - 1]?.raw.toLowerCase() ?? '';
    if (ordinary.has(word.raw.toLowerCase()) && !titles.has(before)) return [];
    return isSomebodyElse(at) ? [] : [{ ...known, start: word.start, end: word.end }];
  });
  return [...hits, ...found].sort((a, b) => a.start - b.start);
}

/** Whether a word begins a sentence, so that its capital says nothing. */
function opens({ start }: Word, text: string): boolean {
  return /(?:^|[.!?…:\n«“"])\s*$/u.test(text.slice(0, start));
}

/** Whether all but the small words of a line have capitals, which then tell no names. */
function isHeadline(words: readonly Word[], at: number, text: string): boolean {
  const { start, end } = words[at]!;
  const from = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('. ', start)) + 1;
  const next = [text.indexOf('\n', end), text.indexOf('. ', end)].filter((place) => place >= 0);
  const to = Math.min(text.length, ...next);
  const line = words.filter((word) => word.start >= from && word.end <= to && word.raw.length > 3);
  return line.length > 2 && line.every(({ capital }) => capital);
}
