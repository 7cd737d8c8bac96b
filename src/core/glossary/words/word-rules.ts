import { onceFor } from '../../once-for.ts';
import type { EndingRule, Grammar, Replacement } from '../../text/grammar.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { oneOf } from '../../text/literal-pattern.ts';

/** What a language's grammar says of single words, ready for use. */
export interface WordRules {
  readonly accentsVary: boolean;
  readonly spellings: readonly Spelling[];
  readonly nameSpellings: readonly Spelling[];
  readonly proclitics: NonNullable<Grammar['proclitics']>;
  /** Letters that count as others. */
  readonly letterForms: ReadonlyMap<string, string>;
  /** What makes a former holder of a post, in one word with it. */
  readonly formers: readonly string[];
  /** Forms that no rule makes, with what they are forms of. */
  readonly irregular: ReadonlyMap<string, string>;
  /** Vowels that come and go within a stem. */
  readonly stems: readonly Spelling[];
  readonly number: readonly Ending[];
  readonly gender: readonly Ending[];
  /** Ends of words for people who do something. */
  readonly agent: RegExp;
  /** An adjective that may follow the first word of a term. */
  readonly adjective: RegExp;
  /** What may come before a term in a compound; null where there are no compounds. */
  readonly compoundHead: RegExp | null;
  /** What follows where a term is only a part of another word. */
  readonly derived: RegExp;
}

/** A pattern and what is written in its place. */
export type Spelling = readonly [pattern: RegExp, written: string];

/** An ending, what replaces it in the basic form, how many letters must remain before it, and words that only look inflected. */
export interface Ending {
  readonly ending: string;
  readonly replacement: string;
  readonly least: number;
  readonly unless: RegExp | undefined;
}

/** The rules of a pack, made once for each grammar: a text has many words. */
export function wordRules({ grammar = NO_GRAMMAR }: LanguagePack): WordRules {
  return rulesOf(grammar);
}

const NO_GRAMMAR: Grammar = {};

const rulesOf = onceFor(
  ({ compounds, inflection, ...grammar }: Grammar): WordRules => ({
    accentsVary: grammar.accentsVary ?? false,
    spellings: compiled(grammar.spellings, 'gu'),
    nameSpellings: compiled(grammar.nameSpellings, 'giu'),
    proclitics: grammar.proclitics ?? [],
    letterForms: new Map((grammar.letterForms ?? []).map((pair) => [pair.slice(0, 1), pair.slice(1)])),
    formers: grammar.formers ?? [],
    irregular: new Map(inflection?.irregular ?? []),
    stems: compiled(inflection?.stems, 'gu'),
    number: (inflection?.number ?? []).flatMap(endingsOf),
    gender: (inflection?.gender ?? []).flatMap(endingsOf),
    agent: new RegExp(`${anyOf(grammar.agents?.endings)}$`, 'u'),
    adjective: new RegExp(`${anyOf(grammar.adjectives)}s?$`, 'u'),
    compoundHead: compounds ? new RegExp(`^${oneOf(compounds.before)}(?=\\p{L}{6})`, 'u') : null,
    derived: new RegExp(`^${oneOf(compounds?.derived ?? [])}`, 'u'),
  }),
);

/** Spellings with their patterns compiled. */
export function compiled(spellings: readonly Replacement[] = [], flags: 'gu' | 'giu'): Spelling[] {
  return spellings.map(([pattern, written]) => [new RegExp(pattern, flags), written]);
}

function anyOf(patterns: readonly string[] = ['(?!)']): string {
  return `(?:${patterns.join('|')})`;
}

function endingsOf([endings, replacement, least, unless]: EndingRule): Ending[] {
  const except = unless === undefined ? undefined : new RegExp(unless, 'u');
  return endings.split(' ').map((ending) => ({ ending, replacement, least, unless: except }));
}
