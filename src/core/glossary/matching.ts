import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import type { AnyConcept, Term } from './concept.ts';
import { termsAreBasic } from './inflection.ts';
import { bareOf, type Word, wordsOf } from './words.ts';

/** A term found in a text: `text.slice(start, end)`, in UTF-16 units. */
export interface TermHit<C extends AnyConcept = AnyConcept> {
  readonly start: number;
  readonly end: number;
  readonly concept: C;
  readonly term: Term;
}

/** Finds the terms of one language in a text, in order; the longest term wins. */
export type TermMatcher<C extends AnyConcept = AnyConcept> = (text: string) => TermHit<C>[];

export interface MatcherOptions {
  /** Whether the text is a whole article, in which a person named in full is then known by one name. */
  readonly article?: boolean;
}

/**
 * A matcher for all terms in the pack's language or a regional variety of it;
 * terms of no language ("und") count as well. Inflected, elided and possessive
 * forms are found, capitals without accents, hyphens for spaces; names must
 * begin with capitals, acronyms stand in them.
 */
export function termMatcher<C extends AnyConcept>(
  concepts: readonly C[],
  pack: LanguagePack,
  { article = false }: MatcherOptions = {},
): TermMatcher<C> {
  const tries = TABLES.map(() => newNode<C>());
  for (const concept of concepts) {
    for (const term of concept.terms) {
      const isHere = sameLanguage(term.language, pack.language) || term.language === 'und';
      if (!isHere) continue;
      for (const text of [term.text, ...(term.forms ?? [])]) {
        insert(tries, term, concept, wordsOf(text, pack), termsAreBasic(pack.language));
      }
    }
  }
  return (text) => {
    const words = wordsOf(text, pack);
    const hits = findAll(tries, words, text, pack.language);
    return article ? withShortNames(hits, words, pack) : hits;
  };
}

interface Node<C> {
  /** By a form of a word: where terms go on that have a word of this form. */
  readonly next: Map<string, Node<C>[]>;
  /** The same by the word itself. */
  readonly children: Map<string, Node<C>>;
  readonly entries: Entry<C>[];
}

interface Entry<C> {
  readonly term: Term;
  readonly concept: C;
  readonly words: readonly Word[];
}

/** Three ways to look a word up: as it is, with endings of gender, and without accents for a word in capitals. */
const TABLES = [
  {
    keys: (word: Word) => word.keys,
    holds: (entry: Entry<AnyConcept>) => entry.concept.kind !== 'role',
    capitals: false,
  },
  {
    keys: (word: Word) => word.genderKeys,
    holds: (entry: Entry<AnyConcept>) => entry.concept.kind === 'role',
    capitals: false,
  },
  { keys: (word: Word) => word.bareKeys, holds: () => true, capitals: true },
] as const;

function newNode<C>(): Node<C> {
  return { next: new Map(), children: new Map(), entries: [] };
}

function insert<C extends AnyConcept>(
  tries: readonly Node<C>[],
  term: Term,
  concept: C,
  words: readonly Word[],
  basic: boolean,
): void {
  if (words.length === 0) return;
  const entry = { term, concept, words };
  TABLES.forEach(({ keys, holds, capitals }, t) => {
    if (!holds(entry)) return;
    let node = tries[t]!;
    for (const word of words) {
      const own = capitals ? bareOf(word) : word.basic;
      const child = node.children.get(own);
      if (child) {
        node = child;
        continue;
      }
      const fresh = newNode<C>();
      node.children.set(own, fresh);
      for (const form of basic ? [own] : keys(word)) {
        const list = node.next.get(form);
        if (list) list.push(fresh);
        else node.next.set(form, [fresh]);
      }
      node = fresh;
    }
    node.entries.push(entry);
  });
}

function findAll<C extends AnyConcept>(
  tries: readonly Node<C>[],
  words: readonly Word[],
  text: string,
  language: string,
): TermHit<C>[] {
  const hits: TermHit<C>[] = [];
  for (let at = 0; at < words.length; ) {
    const found = TABLES.map((table, t) =>
      table.capitals && !words[at]!.allCapitals ? null : longestAt(tries[t]!, table, words, at, text, language),
    ).reduce((a, b) => (b && (!a || b.after > a.after) ? b : a), null);
    if (found) hits.push(found.hit);
    at = found ? found.after : at + 1;
  }
  return hits;
}

interface Found<C extends AnyConcept> {
  readonly hit: TermHit<C>;
  readonly after: number;
}

function longestAt<C extends AnyConcept>(
  root: Node<C>,
  table: (typeof TABLES)[number],
  words: readonly Word[],
  from: number,
  text: string,
  language: string,
): Found<C> | null {
  let best: Found<C> | null = null;
  let nodes: Node<C>[] = [root];
  const used: Word[] = [];
  for (let at = from; at < words.length; at++) {
    const word = words[at]!;
    if (table.capitals && !word.allCapitals) break;
    if (at > from && !adjoins(text, words[at - 1]!, word)) break;
    const next = [
      ...new Set(nodes.flatMap((node) => [...table.keys(word)].flatMap((key) => node.next.get(key) ?? []))),
    ];
    if (next.length === 0 && used.length === 1 && interrupts(words, at, text, language)) continue;
    if (next.length === 0) break;
    nodes = next;
    used.push(word);
    const entries = nodes.flatMap((node) => node.entries).filter((entry) => suits(entry, used, words, at, language));
    const entry = closest(entries, text.slice(words[from]!.start, word.end));
    if (entry) {
      const { term, concept } = entry;
      best = { hit: { start: words[from]!.start, end: word.end, term, concept }, after: at + 1 };
    }
  }
  return best;
}

/** Only spaces, hyphens, apostrophes and elided particles stand between the words of a term. */
function adjoins(text: string, before: Word, word: Word): boolean {
  return /^(?:[\s\u00a0\u202f\u00ad\u200b\u200c.·•-]|\p{Pd}|\p{L}{1,6}[’'ʼ]|[’'ʼ])*$/u.test(
    text.slice(before.end, word.start),
  );
}

const ROMANCE = /^(?:fr|es|it|pt)\b/u;
const ADJECTIVE =
  /(?:ais|aise|ois|oise|iens?|iennes?|ains?|aines?|éens?|éennes?|russe|grec|grecque|turc|turque|belge|suisse|arabe|serbe|croate|espagnole?|allemande?|rus[oa]|chin[oa]|turc[oa]|grieg[oa]|suec[oa]|suiz[oa]|polac[oa]|chec[oa]|húngar[oa]|sirio|siria|ano|ana|ense|és|esa|ino|ina|eno|ena|ese|iano|iana|ês|esa|allemand)s?$/u;

/** Whether a word may stand after the first of a term: "ministre russe des Affaires étrangères", also "sud-africain". */
function interrupts(words: readonly Word[], at: number, text: string, language: string): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (!ROMANCE.test(language) || word.capital) return false;
  const compound = next && !next.capital && text.slice(word.end, next.start) === '-' && ADJECTIVE.test(next.raw);
  return ADJECTIVE.test(word.raw) || compound === true;
}

/** Whether the capitals of a text are those that a term asks for. */
function suits(
  entry: Entry<AnyConcept>,
  used: readonly Word[],
  words: readonly Word[],
  at: number,
  language: string,
): boolean {
  // German writes all its nouns with capitals, which tells them from verbs.
  const isName = /^de\b/u.test(language) || (entry.concept.kind !== 'role' && entry.concept.kind !== 'term');
  return entry.words.every((wanted, k) => {
    const word = used[k]!;
    if (wanted.allCapitals && wanted.raw.replaceAll('.', '').length <= 6) {
      return word.allCapitals && !(wanted.raw.replaceAll('.', '').length <= 2 && shouted(words, at));
    }
    // Romance languages waver over the capitals within a name: Nations Unies, Nations unies.
    if (k > 0 && ROMANCE.test(language)) return true;
    return !isName || !wanted.capital || word.capital;
  });
}

/** Whether a word stands among others in capitals, where US may be us. */
function shouted(words: readonly Word[], at: number): boolean {
  return [at - 1, at + 1].every((near) => !words[near] || words[near].allCapitals) && words.length > 1;
}

const ORDER = ['preferred', 'admitted', 'deprecated', 'forbidden'];

/** Of several terms in one place the one that is written so, else the one that is best to use. */
function closest<C extends AnyConcept>(entries: readonly Entry<C>[], slice: string): Entry<C> | undefined {
  const rank = ({ term }: Entry<C>) => (term.text === slice ? -1 : ORDER.indexOf(term.status));
  return entries.reduce<Entry<C> | undefined>(
    (best, entry) => (best && rank(best) <= rank(entry) ? best : entry),
    undefined,
  );
}

/** Adds later mentions of people by one of their names: "Lavrov" after "Sergey Lavrov". */
function withShortNames<C extends AnyConcept>(
  hits: readonly TermHit<C>[],
  words: readonly Word[],
  pack: LanguagePack,
): TermHit<C>[] {
  const ordinary = new Set([...pack.months.flat(), ...pack.weekdays.flat(), ...pack.starters]);
  const titles = new Set(pack.titles);
  const names = new Map<string, { hit: TermHit<C>; from: number }>();
  for (const hit of hits) {
    if (hit.concept.kind !== 'person') continue;
    const parts = wordsOf(hit.term.text, pack);
    if (parts.length < 2) continue;
    // The family name stands last in the West and first in East Asia, where names often have three parts.
    const short = parts.length >= 3 ? [parts[0]!, parts.at(-1)!] : [parts.at(-1)!];
    for (const { keys } of short) {
      for (const key of keys) if (key.length > 2 && !names.has(key)) names.set(key, { hit, from: hit.end });
    }
  }
  if (names.size === 0) return [...hits];
  const later = words.flatMap((word, at): TermHit<C>[] => {
    if (!word.capital || hits.some((hit) => word.start < hit.end && word.end > hit.start)) return [];
    const known = [...word.keys].map((key) => names.get(key)).find((name) => name && name.from <= word.start);
    if (!known) return [];
    const before = words[at - 1]?.raw.toLowerCase() ?? '';
    if (ordinary.has(word.raw.toLowerCase()) && !titles.has(before)) return [];
    return [{ ...known.hit, start: word.start, end: word.end }];
  });
  return [...hits, ...later].sort((a, b) => a.start - b.start);
}
