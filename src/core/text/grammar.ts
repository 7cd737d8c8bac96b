/** A regular expression (flag u) and what is written in place of what it matches. */
export type Replacement = readonly [pattern: string, text: string];

/**
 * What the glossary knows of a language's words: how a term is recognised in
 * another form than its own. Part of a language pack; whatever is left out has
 * no effect. Words are in lower case, patterns are regular expressions (flag u).
 */
export interface Grammar {
  /** Whether words are compared without accents; else only their first letter is, since capitals often go without. */
  readonly accentsVary?: true;
  /** Spellings that count as one, applied in order to a word: ["ß", "ss"]. */
  readonly spellings?: readonly Replacement[];
  /** Spellings of names for their sound, in either case, before they are put in Latin letters: ["sch", "sh"]. */
  readonly nameSpellings?: readonly Replacement[];
  /** What is written together with the word behind it, and the article that this hides: ["و", ""], ["لل", "ال"]. */
  readonly proclitics?: readonly (readonly [prefix: string, hidden: string])[];
  /** Whether an acronym may be written as a word: Acnur, Otan. */
  readonly acronymsAsWords?: true;
  /** Letters that count as others, in pairs: 財财. */
  readonly letterForms?: readonly string[];
  /** The letters by which the sounds of foreign names are written, in a script whose letters are words: 罗伯特. */
  readonly transliteration?: string;
  /** The letters that are surnames, in a script without spaces, where letters that are words stand in given names: 董军. */
  readonly surnames?: string;
  /** What makes a former holder of a post, in one word with it: "ex". */
  readonly formers?: readonly string[];
  readonly inflection?: Inflection;
  /** Ends of words for people who do something, and whether the first or the last word of a term has them. */
  readonly agents?: { readonly word: 'first' | 'last'; readonly endings: readonly string[] };
  /** Whether all nouns have capitals, which then do not mark names. */
  readonly nounsInCapitals?: true;
  /** Whether the capitals within a name vary: Nations Unies, Nations unies. */
  readonly capitalsVary?: true;
  /** Patterns of adjectives that may follow the first word of a term: "ministre *russe* des Affaires étrangères". */
  readonly adjectives?: readonly string[];
  /** Endings of these adjectives for a man and for a woman; those not listed are the same for both. */
  readonly agreement?: readonly (readonly [masculine: string, feminine: string])[];
  readonly compounds?: Compounds;
  /** Whether the last word of a name or title is its head: 外交部长. */
  readonly headLast?: true;
  /** Whether all words of the name of a body have capitals, small words apart. */
  readonly titleCase?: true;
  /** Whether what a title or body is of is joined to it by a small word, so that a word right behind it is none of it. */
  readonly complementsJoined?: true;
  readonly dictionary?: DictionaryForms;
}

/** How a name or title in a text becomes what a dictionary has. */
export interface DictionaryForms {
  /** Patterns of nouns with their gender, the first that fits. */
  readonly genders: readonly (readonly [pattern: string, gender: 'masculine' | 'feminine' | 'neuter'])[];
  /** What the end of an adjective before a noun becomes, by the noun's gender. */
  readonly adjectives: Readonly<Partial<Record<'masculine' | 'feminine' | 'neuter', readonly Replacement[]>>>;
  /** Endings of people's names in other cases, and what they come from. */
  readonly names: readonly (readonly [ending: string, written: string])[];
}

export interface Inflection {
  /** Whether a term is given in its basic form, so that only the words of a text are taken back to it. */
  readonly basic?: true;
  /** Endings of number and case. */
  readonly number: readonly EndingRule[];
  /** Endings of gender, for people's titles. */
  readonly gender: readonly EndingRule[];
  /** Forms that no rule makes, as words are compared, with what they are forms of. */
  readonly irregular?: readonly (readonly [form: string, basic: string])[];
  /** What a stem is without a vowel that comes and goes. */
  readonly stems?: readonly Replacement[];
}

/**
 * Endings with spaces between them, what replaces them in the basic form, how many letters must remain before
 * them, and a pattern of words that only look inflected.
 */
export type EndingRule = readonly [endings: string, replacement: string, least: number, unless?: string];

/** Words written together with a term. */
export interface Compounds {
  /** What may come before a term without changing what it names: "bundes". */
  readonly before: readonly string[];
  /** Endings that make another word of a term: "schaft". */
  readonly derived: readonly string[];
  /** What may stand between the parts of a compound: "s". */
  readonly joints?: readonly string[];
}
