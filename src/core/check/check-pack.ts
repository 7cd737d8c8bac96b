/**
 * What checks know of a language beside its `LanguagePack`: one file a language in
 * `data/checks/<tag>.json`. Names of months and weekdays, signs of currencies and the way numbers are
 * grouped come from CLDR by way of `Intl`. Words are written in any case, with or without accents;
 * one that ends in `*` stands for all words that begin so.
 */
export interface CheckPack {
  /** Numbers below a hundred (and words such as "doscientos") with their values. */
  readonly numbers: Words<number>;
  /** Words that multiply what stands before them: "hundred", "million", "dozen", 万. */
  readonly scales: Words<number>;
  /** Scales that are a number by themselves: "mille". */
  readonly bare: readonly string[];
  /** Scales that are written in short, behind digits alone: "bn", "Mrd". */
  readonly shortScales: Words<number>;
  /** Words that are numbers, but more often something else or nothing to hold a translation to: "neuf". */
  readonly faint: readonly string[];
  /** "a" in "a million". */
  readonly articles: readonly string[];
  /** "and" in "one hundred and five". */
  readonly and: readonly string[];
  /** What stands between units and tens in one word, "und", where numbers are written as one word. */
  readonly joiner?: string;
  /** What may be written behind a number in one word: "jährig". */
  readonly tails?: readonly string[];
  /** A particle written to the word behind it: "و". */
  readonly prefixes?: readonly string[];
  readonly ordinals: Words<number>;
  /** What is written behind digits to make them ordinal, as a pattern. */
  readonly ordinalMark: string;
  readonly fractions: Words<number>;
  readonly andHalf: readonly string[];
  /** "in" in "one in five". */
  readonly oneIn: readonly string[];
  /** "every" in "every fifth". */
  readonly every: readonly string[];
  /** "分之": the lower part of a fraction stands before it. */
  readonly partsOf?: readonly string[];
  readonly percent: readonly string[];
  /** "百分之", before the number. */
  readonly percentBefore?: readonly string[];
  readonly points: readonly string[];
  readonly basisPoints: readonly string[];
  /** Words for money, with the codes (ISO 4217) that they may mean. */
  readonly currencies: Words<string>;
  /** Words for units: names of `UNITS`. */
  readonly units: Words<string>;
  /** Words for a time with its length: "fortnight" → "14 day". */
  readonly spans: Words<string>;
  /** Words behind the hour of a clock: "o'clock", "Uhr"; those before it: "الساعة"; hours as words of their own. */
  readonly hours: readonly string[];
  readonly hoursBefore: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
  readonly clock: Words<number>;
  /** Words before or behind the hour, with the minutes that they add: "halb" → −30, "half past" → 30. */
  readonly minutesBefore: Words<number>;
  readonly minutesAfter: Words<number>;
  /** Dates in digits that only this language writes, as patterns with groups y, m and d. */
  readonly dates: readonly string[];
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
  /** Around digits that are a decade, as patterns: "années ", "s". */
  readonly decadeBefore: string;
  readonly decadeAfter: string;
  /** Words for a decade: "nineties" → 90. */
  readonly decades: Words<number>;
  /** Points of the compass: n, s, e, w. */
  readonly compass: Words<string>;
  /** Names of countries that CLDR has not, with their regions (ISO 3166). */
  readonly regions: Words<string>;
  /** Phrases, as patterns, in which no number is read. */
  readonly idioms: readonly string[];
  readonly negation: {
    /** Patterns that are struck out first: "not only". */
    readonly not: readonly string[];
    /** Patterns that another language says with a negation or without: "non-stop", 不变. */
    readonly either?: readonly string[];
    readonly words: readonly string[];
    /** Words that deny without saying no: "refuse". */
    readonly hidden: readonly string[];
  };
  /**
   * Words that say what a number beside them counts, as patterns, by groups of roles that go together: fate (dead,
   * hurt …), change (from, to) … `change` are prepositions.
   */
  readonly roles?: Readonly<Record<string, Words<readonly string[]>>>;
  /**
   * Words that say the opposite of each other, as patterns, by groups and what they say: trend (up, down), answer (yes, no) … The
   * groups and their parts have the same names in all languages.
   */
  readonly opposites?: Readonly<Record<string, Words<readonly string[]>>>;
  /** How the two numbers of a vote are told: words for votes, and what stands between the numbers. */
  readonly tally?: { readonly votes: readonly string[]; readonly to: readonly string[] };
  /** Small words by which a sentence of this language is known. */
  readonly function: readonly string[];
  /** Phrases that other languages borrow: "coup d'État". */
  readonly loans: readonly string[];
  /** Words that may stand twice: "nous nous". */
  readonly doubled: readonly string[];
  /** Whether ; : ! ? and » stand behind a space. */
  readonly spacedSigns?: boolean;
  /** Whether people write points and commas in numbers either way. */
  readonly looseDigits?: boolean;
  /** The marks with which this language opens a quotation, one behind the other. */
  readonly quotes?: string;
  /** Given names of people in Latin letters, the same list for all languages. */
  readonly givenNames?: readonly string[];
  /** Cities by language, `und` where a language writes them as most do; the same list for all languages. */
  readonly cities?: readonly Readonly<Record<string, string>>[];
  /** Acronyms of organisations, the same list for all languages. */
  readonly acronyms: Acronyms;
  /** How long a text is that is 1 long in English. */
  readonly length: number;
}

export type Words<T> = Readonly<Record<string, T>>;

/** Acronyms of organisations in several languages: one record an organisation, by language, forms apart by "|". */
export type Acronyms = readonly Readonly<Record<string, string>>[];

export const EMPTY_CHECK_PACK: CheckPack = {
  numbers: {},
  scales: {},
  bare: [],
  shortScales: {},
  faint: [],
  articles: [],
  and: [],
  ordinals: {},
  ordinalMark: '',
  fractions: {},
  andHalf: [],
  oneIn: [],
  every: [],
  percent: [],
  points: [],
  basisPoints: [],
  currencies: {},
  units: {},
  spans: {},
  hours: [],
  hoursBefore: [],
  am: [],
  pm: [],
  clock: {},
  minutesBefore: {},
  minutesAfter: {},
  dates: [],
  months: [],
  weekdays: [],
  decadeBefore: '',
  decadeAfter: '',
  decades: {},
  compass: {},
  regions: {},
  idioms: [],
  negation: { not: [], words: [], hidden: [] },
  function: [],
  loans: [],
  doubled: [],
  acronyms: [],
  length: 1,
};
