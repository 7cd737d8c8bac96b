import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { UNSPACED_LETTERS } from '../text/unspaced.ts';
import { type AnyConcept, TERM_STATUSES, type Term } from './concept.ts';
import type { TermHit } from './hits.ts';
import { namePatterns } from './name-patterns.ts';
import { type Word, wordsOf } from './words/words.ts';

/**
 * Adds mentions of people by one of their names, where the whole name stands
 * elsewhere in the text: "Lavrov" beside "Sergey Lavrov". Next to another name it
 * is somebody else: "Anna Lavrov".
 * @param people who are named in full elsewhere in the article
 */
export function withShortNames<C extends AnyConcept>(
  hits: readonly TermHit<C>[],
  words: readonly Word[],
  text: string,
  pack: LanguagePack,
  people: readonly C[] = [],
): TermHit<C>[] {
  const ordinary = new Set([...pack.months.flat(), ...pack.weekdays.flat(), ...pack.starters]);
  const titles = new Set(pack.titles);
  const { ranks } = namePatterns(pack.shared.nameWords);
  const names = shortNames(hits, people, pack);
  const unspaced = unspacedNames(hits, people, text, pack);
  if (names.size === 0) return [...hits, ...unspaced].sort((a, b) => a.start - b.start);
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
    return isSomebodyElse(at) ? [] : [{ ...known, start: word.start, end: word.end, short: true }];
  });
  return [...hits, ...found, ...unspaced].sort((a, b) => a.start - b.start);
}

type Named<C> = Pick<TermHit, 'term'> & { readonly concept: C };

/** Who is meant by which of their names; who stands in the text goes before those who stand elsewhere, of whom no two may have the name. */
function shortNames<C extends AnyConcept>(
  hits: readonly TermHit<C>[],
  people: readonly C[],
  pack: LanguagePack,
): Map<string, Named<C>> {
  const names = new Map<string, Named<C>>();
  for (const { concept, term } of hits) {
    if (concept.kind !== 'person') continue;
    for (const key of shortKeys(term, pack)) if (!names.has(key)) names.set(key, { concept, term });
  }
  const elsewhere = new Map<string, Named<C> | null>();
  for (const concept of people) {
    const own = concept.terms.filter(({ language }) => sameLanguage(language, pack.language));
    const usable = own.toSorted((a, b) => TERM_STATUSES.indexOf(a.status) - TERM_STATUSES.indexOf(b.status));
    for (const term of usable) {
      for (const key of shortKeys(term, pack)) {
        const known = elsewhere.get(key);
        if (known === undefined) elsewhere.set(key, { concept, term });
        else if (known?.concept !== concept) elsewhere.set(key, null);
      }
    }
  }
  for (const [key, one] of elsewhere) if (one && !names.has(key)) names.set(key, one);
  return names;
}

/** The last part of a foreign name alone, in a script without spaces: 拉加德 of 克里斯蒂娜·拉加德. */
function unspacedNames<C extends AnyConcept>(
  hits: readonly TermHit<C>[],
  people: readonly C[],
  text: string,
  pack: LanguagePack,
): TermHit<C>[] {
  if (!UNSPACED.test(text)) return [];
  const named = [
    ...hits.filter(({ concept }) => concept.kind === 'person').map(({ concept, term }) => ({ concept, term })),
    ...people.flatMap((concept) =>
      concept.terms.filter(({ language }) => sameLanguage(language, pack.language)).map((term) => ({ concept, term })),
    ),
  ];
  const taken = hits.map(({ start, end }) => ({ start, end }));
  return named.flatMap(({ concept, term }): TermHit<C>[] => {
    const last = term.text.split(/[·•・]/u).at(-1) ?? '';
    if (last === term.text || last.length < 2) return [];
    const found: TermHit<C>[] = [];
    for (let start = text.indexOf(last); start >= 0; start = text.indexOf(last, start + 1)) {
      const end = start + last.length;
      if (taken.some((one) => start < one.end && end > one.start)) continue;
      taken.push({ start, end });
      found.push({ concept, term, start, end, short: true });
    }
    return found;
  });
}

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/** The forms of the names by which somebody is called alone. */
export function shortKeys({ text }: Term, pack: LanguagePack): Set<string> {
  const parts = wordsOf(text, pack);
  if (parts.length < 2) return new Set();
  // The family name stands last in the West and first in East Asia, where names often have three parts.
  const short = parts.length >= 3 ? [parts[0]!, parts.at(-1)!] : [parts.at(-1)!];
  return new Set(short.flatMap(({ keys }) => [...keys]).filter((key) => key.length > 2));
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
