import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { UNSPACED_LETTERS } from '../text/unspaced.ts';
import { ANY_LANGUAGE } from './any-language.ts';
import { isForename, suits } from './capitals.ts';
import type { AnyConcept } from './concept.ts';
import { isDeputy } from './deputies.ts';
import type { Entry, SearchedText, TermHit } from './hits.ts';
import { hasSigns, literalTerms, withLiteral } from './literal-terms.ts';
import { withShortNames } from './short-names.ts';
import { likeliestHits } from './unspaced-hits.ts';
import { interrupts } from './words/adjectives.ts';
import { compoundParts } from './words/compounds.ts';
import { termsAreBasic } from './words/inflection.ts';
import { procliticLength } from './words/proclitics.ts';
import { wordRules } from './words/word-rules.ts';
import { adjoins, bareOf, joinedWord, type Word, wordsOf } from './words/words.ts';

/** Finds the terms of one language in a text, in order; the longest term wins. */
export type TermMatcher<C extends AnyConcept = AnyConcept> = (text: string) => TermHit<C>[];

export interface MatcherOptions {
  /** Whether the text is a whole article, in which a person named in full is then known by one name. */
  readonly article?: boolean;
  /** Whether a post counts behind a word that makes another of it, such as "deputy". */
  readonly anyPost?: boolean;
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
  { article = false, anyPost = false }: MatcherOptions = {},
): GrowingMatcher<C> {
  const tries = TABLES.map(() => newNode<C>());
  const literal = literalTerms<C>();
  return {
    add(concept) {
      for (const term of concept.terms) {
        const isHere = sameLanguage(term.language, pack.language) || term.language === ANY_LANGUAGE;
        if (!isHere) continue;
        for (const text of [term.text, ...(term.forms ?? [])]) {
          if (hasSigns(text)) literal.add(text, { term, concept });
          else insert(tries, { term, concept, words: wordsOf(text, pack) }, pack);
        }
      }
    },
    find(text) {
      const words = wordsOf(text, pack);
      const hits = withLiteral(
        findAll(tries, words, text, pack).filter((hit) => anyPost || !isDeputy(hit, words, text, pack)),
        literal.find(text),
      );
      return article ? withShortNames(hits, words, text, pack) : hits;
    },
  };
}

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

interface Node<C> {
  /** By a form of a word: where terms go on that have a word of this form. */
  readonly next: Map<string, Node<C>[]>;
  /** The same by the word itself. */
  readonly children: Map<string, Node<C>>;
  readonly entries: Entry<C>[];
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
    holds: (entry: Entry<AnyConcept>, pack: LanguagePack) => entry.concept.kind === 'role' || namesPeople(entry, pack),
    capitals: false,
  },
  { keys: (word: Word) => word.bareKeys, holds: () => true, capitals: true },
] as const;

/** Whether a term that is not a post is of people all the same, so that there is a feminine: "demandeur d’asile". */
function namesPeople({ term, concept, words }: Entry<AnyConcept>, pack: LanguagePack): boolean {
  if (concept.kind !== 'term' || term.language === ANY_LANGUAGE) return false;
  const word = pack.grammar?.agents?.word === 'last' ? words.at(-1) : words[0];
  return word !== undefined && wordRules(pack).agent.test(word.basic);
}

function newNode<C>(): Node<C> {
  return { next: new Map(), children: new Map(), entries: [] };
}

function insert<C extends AnyConcept>(tries: readonly Node<C>[], entry: Entry<C>, pack: LanguagePack): void {
  const { words } = entry;
  if (words.length === 0) return;
  const basic = termsAreBasic(pack);
  TABLES.forEach(({ keys, holds, capitals }, t) => {
    if (!holds(entry, pack)) return;
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
    const all = words.flatMap((_, at) =>
      TABLES.flatMap((table, t) => foundAt(tries[t]!, table, { words, text, pack }, at).map(({ hit }) => hit)),
    );
    return likeliestHits(all, text, pack);
  }
  for (let at = 0; at < words.length; ) {
    const found = findIn(words, at);
    const joined = found ? null : joinedAt(words, at, text, pack);
    const whole = joined && findIn([joined], 0);
    const hit = found?.hit ?? whole?.hit ?? partAt(words[at]!, pack, (part) => findIn([part], 0)?.hit);
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
    if (part.end === word.end) return hit;
    // A compound begins with the term as it is: "Präsidents" is not part of "Präsidentschaft".
    if (hit.term.text.length === part.raw.length) return { ...hit, part: true };
  }
  return undefined;
}

/** Two words with a hyphen between as the one that they may be: "cease-fire". */
function joinedAt(words: readonly Word[], at: number, text: string, pack: LanguagePack): Word | null {
  const [word, next] = [words[at]!, words[at + 1]];
  if (!next) return null;
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
  root: Node<C>,
  table: (typeof TABLES)[number],
  searched: SearchedText,
  from: number,
): Found<C>[] {
  const { words, text, pack } = searched;
  const found: Found<C>[] = [];
  let nodes: Node<C>[] = [root];
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
      const start = words[from]!.start + procliticLength(words[from]!, entry.words[0]!, table.keys, pack);
      // "EE.UU.": the full stop belongs to an abbreviation.
      const end = term.text.endsWith('.') && text[word.end] === '.' ? word.end + 1 : word.end;
      found.push({ hit: { start, end, term, concept }, after: at + 1 });
    }
  }
  return found;
}

const STATUS_ORDER = ['preferred', 'admitted', 'deprecated', 'forbidden'];

/** Among several terms in one place, the one that is written exactly so, else the one that is best to use. */
function closest<C extends AnyConcept>(entries: readonly Entry<C>[], slice: string): Entry<C> | undefined {
  const rank = ({ term }: Entry<C>) => (term.text === slice ? -1 : STATUS_ORDER.indexOf(term.status));
  return entries.reduce<Entry<C> | undefined>(
    (best, entry) => (best && rank(best) <= rank(entry) ? best : entry),
    undefined,
  );
}
