import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { UNSPACED_LETTERS } from '../text/unspaced.ts';
import { ANY_LANGUAGE } from './any-language.ts';
import { isForename, suits } from './capitals.ts';
import { type AnyConcept, TERM_STATUSES } from './concept.ts';
import type { Entry, SearchedText, TermHit } from './hits.ts';
import { courtesyNames } from './recognition/courtesy-names.ts';
import { type FirstWords, firstWords, mayBeginJoined } from './recognition/first-words.ts';
import { hasSigns, literalTerms, withLiteral } from './recognition/literal-terms.ts';
import { otherPost } from './recognition/other-posts.ts';
import { insertTerm, newTries, TABLES, type TermNode } from './recognition/term-trie.ts';
import { likeliestHits } from './recognition/unspaced-hits.ts';
import { withShortNames } from './short-names.ts';
import { interrupts } from './words/adjectives.ts';
import { compoundParts } from './words/compounds.ts';
import { procliticLength } from './words/proclitics.ts';
import { adjoins, joinedWord, type Word, wordsOf } from './words/words.ts';

/** Finds the terms of one language in a text, in order; the longest wins. People named in full elsewhere may go by one name. */
export type TermMatcher<C extends AnyConcept = AnyConcept> = (text: string, people?: readonly C[]) => TermHit<C>[];

export interface MatcherOptions {
  /** Whether the text is a whole article, in which a person named in full is then known by one name. */
  readonly article?: boolean;
  /** Whether a post counts behind a word that makes another of it, such as "deputy". */
  readonly anyPost?: boolean;
  /** Whether such posts are found as well, and marked. */
  readonly markedPosts?: boolean;
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
  options: MatcherOptions = {},
): TermMatcher<C> {
  const matcher = growingMatcher<C>(pack, options);
  for (const concept of concepts) matcher.add(concept);
  return matcher.find;
}

/** A matcher that concepts are added to one after another, so that of many others can have their turn in between. */
export interface GrowingMatcher<C extends AnyConcept> {
  add(concept: C): void;
  readonly find: TermMatcher<C>;
}

export function growingMatcher<C extends AnyConcept>(
  pack: LanguagePack,
  { article = false, anyPost = false, markedPosts = false }: MatcherOptions = {},
): GrowingMatcher<C> {
  const tries = newTries<C>();
  const first = firstWords(tries, pack);
  const literal = literalTerms<C>();
  const courtesy = courtesyNames<C>(pack);
  return {
    add(concept) {
      first.forget();
      for (const term of concept.terms) {
        const isHere = sameLanguage(term.language, pack.language) || term.language === ANY_LANGUAGE;
        if (!isHere) continue;
        courtesy.add(term, concept);
        for (const text of [term.text, ...(term.forms ?? [])]) {
          if (hasSigns(text)) literal.add(text, { term, concept });
          else insertTerm(tries, { term, concept, words: wordsOf(text, pack) }, pack);
        }
      }
    },
    find(text, people = []) {
      const words = wordsOf(text, pack);
      const hits = withLiteral(
        findAll({ tries, first }, words, text, pack).flatMap((hit): TermHit<C>[] => {
          const other = anyPost ? null : otherPost(hit, words, text, pack);
          return !other ? [hit] : markedPosts ? [{ ...hit, otherPost: other }] : [];
        }),
        literal.find(text),
      );
      const all = courtesy.find(hits, words, text);
      return article || people.length > 0 ? withShortNames(all, words, text, pack, people) : all;
    },
  };
}

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

function findAll<C extends AnyConcept>(
  { tries, first }: { readonly tries: readonly TermNode<C>[]; readonly first: FirstWords },
  words: readonly Word[],
  text: string,
  pack: LanguagePack,
): TermHit<C>[] {
  const hits: TermHit<C>[] = [];
  const findIn = (list: readonly Word[], from: number) =>
    TABLES.map((table, t) =>
      table.capitals && !list[from]!.allCapitals
        ? null
        : (foundAt(tries[t]!, table, { words: list, text, pack }, from).at(-1) ?? null),
    ).reduce((a, b) => (b && (!a || b.after > a.after) ? b : a), null);
  if (UNSPACED.test(text)) {
    const all = words.flatMap((word, at) =>
      first.beginningOf(word).term
        ? TABLES.flatMap((table, t) => foundAt(tries[t]!, table, { words, text, pack }, at).map(({ hit }) => hit))
        : [],
    );
    return likeliestHits(all, text, pack);
  }
  const beginnings = words.map((word) => first.beginningOf(word));
  for (let at = 0; at < words.length; ) {
    const [word, beginning] = [words[at]!, beginnings[at]!];
    const mayBegin = beginning.term;
    const found = mayBegin ? findIn(words, at) : null;
    const next = found ? undefined : words[at + 1];
    const joined =
      next && mayBeginJoined([word, beginning], [next, beginnings[at + 1]!]) ? joinedOf(word, next, text, pack) : null;
    const whole = joined && first.isFirst(joined) ? findIn([joined], 0) : null;
    const part = mayBegin && !found && !whole ? partAt(word, pack, (one) => findIn([one], 0)?.hit) : undefined;
    const hit = found?.hit ?? whole?.hit ?? part;
    if (hit) hits.push(hit);
    at = found ? found.after : whole ? at + 2 : at + 1;
  }
  return hits;
}

/** A term within a compound, as German has them. */
function partAt<C extends AnyConcept>(
  word: Word,
  pack: LanguagePack,
  find: (part: Word) => TermHit<C> | undefined,
): TermHit<C> | undefined {
  for (const part of compoundParts(word, pack)) {
    const hit = find(part);
    if (!hit || hit.concept.kind === 'person' || hit.concept.kind === 'place') continue;
    if (hit.term.rules?.includes('whole-word')) continue;
    if (part.end === word.end) return hit;
    // A compound begins with the term as it is: "Präsidents" is not part of "Präsidentschaft".
    if (hit.term.text.length === part.raw.length) return { ...hit, part: true };
  }
  return undefined;
}

/** Two words with a hyphen between as the one that they may be: "cease-fire". */
function joinedOf(word: Word, next: Word, text: string, pack: LanguagePack): Word | null {
  const between = text.slice(word.end, next.start);
  // "Cease fire": short words stand side by side by chance.
  const open = between === ' ' && word.raw.length > 4 && next.raw.length > 3;
  return between === '-' || open ? joinedWord(word, next, pack) : null;
}

interface Found<C extends AnyConcept> {
  readonly hit: TermHit<C>;
  readonly after: number;
}

/** The terms that begin with a word, each longer than the one before. */
function foundAt<C extends AnyConcept>(
  root: TermNode<C>,
  table: (typeof TABLES)[number],
  searched: SearchedText,
  from: number,
): Found<C>[] {
  const { words, text, pack } = searched;
  const found: Found<C>[] = [];
  let nodes: TermNode<C>[] = [root];
  const used: Word[] = [];
  for (let at = from; at < words.length; at++) {
    const word = words[at]!;
    if (table.capitals && !word.allCapitals) break;
    if (at > from && !adjoins(text, words[at - 1]!, word)) break;
    const next = [
      ...new Set(nodes.flatMap((node) => [...table.keys(word)].flatMap((key) => node.next.get(key) ?? []))),
    ];
    if (next.length === 0 && used.length === 1 && interrupts(words, at, text, pack)) continue;
    if (next.length === 0) break;
    nodes = next;
    used.push(word);
    const entries = nodes
      .flatMap((node) => node.entries)
      .filter((entry) => suits(entry, used, searched, at) && !isForename(entry, searched, from));
    const entry = closest(entries, text.slice(words[from]!.start, word.end));
    if (entry) {
      const { term, concept } = entry;
      const written = words[from]!.start + procliticLength(words[from]!, entry.words[0]!, table.keys, pack);
      const start = written - elidedLength(entry, text.slice(0, written));
      // "EE.UU.": the full stop belongs to an abbreviation.
      const end = term.text.endsWith('.') && text[word.end] === '.' ? word.end + 1 : word.end;
      found.push({ hit: { start, end, term, concept }, after: at + 1 });
    }
  }
  return found;
}

/** How many letters before its first word belong to a term: the elided article of “L’Oréal”. */
function elidedLength({ term, words }: Entry<AnyConcept>, before: string): number {
  const length = words[0]!.start;
  if (length === 0) return 0;
  const plain = (text: string) => text.replaceAll('’', "'").toLowerCase();
  return plain(before.slice(-length)) === plain(term.text.slice(0, length)) ? length : 0;
}

/** Among several terms in one place, the one that is written exactly so, else the one that is best to use. */
function closest<C extends AnyConcept>(entries: readonly Entry<C>[], slice: string): Entry<C> | undefined {
  const rank = ({ term }: Entry<C>) => (term.text === slice ? -1 : TERM_STATUSES.indexOf(term.status));
  return entries.reduce<Entry<C> | undefined>(
    (best, entry) => (best && rank(best) <= rank(entry) ? best : entry),
    undefined,
  );
}
