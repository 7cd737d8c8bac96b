import type { LanguagePack } from '../../text/language-pack.ts';
import { ANY_LANGUAGE } from '../any-language.ts';
import type { AnyConcept } from '../concept.ts';
import type { Entry } from '../hits.ts';
import { termsAreBasic } from '../words/inflection.ts';
import { wordRules } from '../words/word-rules.ts';
import { bareOf, type Word } from '../words/words.ts';

/** A place in a trie of terms: what goes on from there, and what ends there. */
export interface TermNode<C> {
  /** By a form of a word: where terms go on that have a word of this form. */
  readonly next: Map<string, TermNode<C>[]>;
  /** The same by the word itself. */
  readonly children: Map<string, TermNode<C>>;
  readonly entries: Entry<C>[];
}

/** Three ways to look a word up: as it is, with endings of gender, and without accents for a word in capitals. */
export const TABLES = [
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

/** The tries of a language, one a table; terms are put into them by `insertTerm`. */
export function newTries<C>(): TermNode<C>[] {
  return TABLES.map(() => newNode<C>());
}

export function insertTerm<C extends AnyConcept>(
  tries: readonly TermNode<C>[],
  entry: Entry<C>,
  pack: LanguagePack,
): void {
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

function newNode<C>(): TermNode<C> {
  return { next: new Map(), children: new Map(), entries: [] };
}

/** Whether a term that is not a post is of people all the same, so that there is a feminine: "demandeur d’asile". */
function namesPeople({ term, concept, words }: Entry<AnyConcept>, pack: LanguagePack): boolean {
  if (concept.kind !== 'term' || term.language === ANY_LANGUAGE) return false;
  const word = pack.grammar?.agents?.word === 'last' ? words.at(-1) : words[0];
  return word !== undefined && wordRules(pack).agent.test(word.basic);
}
