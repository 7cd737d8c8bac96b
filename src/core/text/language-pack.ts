import { type CheckPack, EMPTY_CHECK_PACK } from '../check/check-pack.ts';
import type { HeadWords } from '../glossary/extraction/head-words.ts';
import type { Grammar, Replacement } from './grammar.ts';
import { joinNameWords, type NameWords } from './name-words.ts';
import type { PageModels } from './page/page-model.ts';
import type { BreakDecisions } from './user-rules.ts';

/**
 * What the program knows of a language: data, one file a language in
 * `data/languages/<tag>.json` with its phrases in `data/boilerplate/<tag>.json`.
 * Words are in lower case, abbreviations without their final dot.
 */
export interface LanguagePack {
  /** BCP 47 tag. */
  readonly language: string;
  readonly name: string;
  /** Abbreviations that never end a sentence: titles, "cf", "vs". */
  readonly titles: readonly string[];
  /** Abbreviations that end a sentence only before a word that often begins one. */
  readonly abbreviations: readonly string[];
  /** More of these, written with a capital, where the small word is a word: "Wash.", "Ill.". */
  readonly properAbbreviations?: readonly string[];
  /** Words that are abbreviations behind a number alone: "5 pm. Friday", "I am." */
  readonly ifNumbered?: readonly string[];
  /** Abbreviations that end a sentence before any capital letter, with the word before them where they have other uses: "etc", "usw", "и др". */
  readonly closing?: readonly string[];
  /** Forms of companies, the end before any capital where a name stands before them: "Puentes del Sur S.A. Terminará". */
  readonly suffixes?: readonly string[];
  /** Countries and places that end a sentence before any capital but that of a name of several words: "en EE. UU. Trabaja". */
  readonly places?: readonly string[];
  /** Eras, which end a sentence before any capital where more than a date stands before them: "44 f.Kr. Caesar". */
  readonly eras?: readonly string[];
  /** Abbreviations of what is counted or dated, which may end a sentence behind a number: "в 2020 г.". */
  readonly afterNumbers?: readonly string[];
  /** In a language without full stops: words with which a clause continues after a space, or announces the next. */
  readonly continuers?: readonly string[];
  /** How a sentence goes on behind a shortened unit, “p.m. Eastern”, and without capitals behind an ellipsis, “but”; and what joins clauses before an ellipsis. */
  readonly goesOnWith?: readonly string[];
  readonly joinsBefore?: readonly string[];
  /** Words, or what they have in them, after which a single letter is not an initial: "ligne B", "Blutgruppe A". */
  readonly labels?: readonly string[];
  /** Words written with an exclamation mark that ends nothing: "yahoo!". */
  readonly exclamations?: readonly string[];
  /** Verbs with which a sentence continues after a closing quotation mark: “Why?” Anna asked. */
  readonly saying?: readonly string[];
  /** Marks that end a sentence in this language alone, such as the Greek question mark. */
  readonly stops?: string;
  /** Abbreviations only before a number: "No. 5", "art. 7". */
  readonly beforeNumbers: readonly string[];
  /** Those of them whose number has a full stop as an ordinal has: "čl. 5. Zakona". */
  readonly ordinalReferences?: readonly string[];
  /** Ends of compounds that stand before a number: "Hauptstr. 5". */
  readonly endings?: readonly string[];
  /** Words that often begin a sentence. */
  readonly starters: readonly string[];
  /** What may be written together with a single letter that stands for a name: "و". */
  readonly letterPrefixes?: readonly string[];
  /** Whether "3." means "third". */
  readonly ordinalDot: boolean;
  /** Common words that are names with a capital, besides the small words of `checks`: may, mark. */
  readonly namesakes?: readonly string[];
  /** Particles written before an apostrophe: l', d', qu'. */
  readonly elisions: readonly string[];
  /** How a word is brought nearer to its stem before words are compared in alignment, one after another: patterns, and what is written for them. */
  readonly wordStems?: readonly Replacement[];
  /** Words before a title that tell the gender of its holder, each masculine one with its feminine: le, la. */
  readonly determiners?: readonly (readonly [masculine: string, feminine: string])[];
  /** Twelve lists: the names and short names of each month. */
  readonly months: readonly (readonly string[])[];
  /** Seven lists from Monday on. */
  readonly weekdays: readonly (readonly string[])[];
  /** Number words and their values: "twelve" → 12. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words that multiply the number before them: "million" → 1000000. */
  readonly scales: Readonly<Record<string, number>>;
  /** How its words change, for finding terms; a language without any of it has its terms found as they are written. */
  readonly grammar?: Grammar;
  /** Words by which the names of posts and bodies are found. */
  readonly heads?: HeadWords | undefined;
  readonly boilerplate: BoilerplatePhrases;
  /** What checks know of the language. */
  readonly checks: CheckPack;
  /** What all packs know together. */
  readonly shared: SharedWords;
  /** How pictures are credited, in whatever language. */
  readonly creditMarks: CreditMarks;
  /** How the lines of a page are classified, in any language; without it only phrases are recognised. */
  readonly pageModels?: PageModels;
  /** People's own rules for sentence breaks; they go before all others. */
  readonly decisions?: BreakDecisions;
}

/** Phrases in lower case; "*" stands for anything. */
export interface BoilerplatePhrases {
  /** Lines that the page adds to an article: "read also: *", "open this photo in gallery*". */
  readonly lines: readonly string[];
  /** Lines that announce a caption: the block that follows is one. */
  readonly beforeCaption: readonly string[];
  /** Lines that open a comment form or thread: what follows belongs to it. */
  readonly comments: readonly string[];
  /** How a byline begins: "by ", "par ". */
  readonly bylines: readonly string[];
  /** How a credit begins: "photo: ", "crédit : ". */
  readonly credits: readonly string[];
}

/** What every pack has from all packs together, since texts, names and files cross languages. */
export interface SharedWords {
  readonly nameWords: NameWords;
  /** Articles written together with the word behind them, in scripts where words are compared without: patterns. */
  readonly joinedArticles: readonly string[];
  /** What a line may end in when its sentence continues on the next line, in scripts without capitals. */
  readonly lineContinuers: readonly string[];
  /** Codes by which the names of files say a language: "fr", "no". */
  readonly fileCodes: readonly string[];
  /** How names in other scripts are spelled before they are put in Latin letters: patterns, and what is written for them. */
  readonly scriptSpellings: readonly Replacement[];
  /** Patterns of names that are declined, the stem as their first group: "(Росси)я". */
  readonly declinedNames: readonly string[];
  /** The small words of each language, in small letters, by which it is told. */
  readonly smallWords: readonly { readonly language: string; readonly words: readonly string[] }[];
}

/** What no pack says. */
export const NO_SHARED_WORDS: SharedWords = {
  nameWords: joinNameWords([]),
  joinedArticles: [],
  lineContinuers: [],
  fileCodes: [],
  scriptSpellings: [],
  declinedNames: [],
  smallWords: [],
};

/** What identifies a picture credit, in lower case: `data/credits.json`, the same for every language. */
export interface CreditMarks {
  /** News agencies and picture services as they sign. */
  readonly agencies: readonly string[];
  /** Words before the name: "photo", "crédit". */
  readonly labels: readonly string[];
  /** Small words within a name: "van", "de". */
  readonly particles?: readonly string[];
  /** Words behind the name, where they stand there: "摄", "撮影". */
  readonly endings?: readonly string[];
}

/** The pack of a language that has none: it still works, by rules that hold in most scripts. */
export function emptyPack(language: string): LanguagePack {
  return {
    language,
    name: language,
    titles: [],
    abbreviations: [],
    beforeNumbers: [],
    starters: [],
    ordinalDot: false,
    elisions: [],
    months: [],
    weekdays: [],
    numbers: {},
    scales: {},
    boilerplate: { lines: [], beforeCaption: [], comments: [], bylines: [], credits: [] },
    checks: { ...EMPTY_CHECK_PACK },
    shared: NO_SHARED_WORDS,
    creditMarks: { agencies: [], labels: [] },
  };
}

/** Finds a language's pack by its tag or, failing that, by its primary subtag. */
export type PackFor = (language: string) => LanguagePack;
