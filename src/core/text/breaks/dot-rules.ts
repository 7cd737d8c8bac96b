import type { LanguagePack } from '../language-pack.ts';
import { oneOf } from '../literal-pattern.ts';
import { abbreviationTable } from './abbreviations.ts';
import { isLabelled } from './labels.ts';
import { firstWord, looksLikeName, romanNumberIn } from './sentence-heads.ts';
import { wordBefore } from './words-before.ts';

/** What a language knows of full stops that may end an abbreviation, a number or an initial. */
export interface DotRules {
  /**
   * Whether a sentence ends with a full stop: yes, no, or undefined behind a plain word.
   * @param before the sentence up to the stop
   * @param words what follows, from its first letter or digit on
   */
  ends(before: string, words: string): boolean | undefined;
  /** Whether a text begins with a word that often begins a sentence. */
  startsSentence(words: string): boolean;
}

export function dotRules(pack: LanguagePack): DotRules {
  const abbreviations = abbreviationTable(pack);
  const starters = new Set(pack.starters);
  const labels = pack.labels ?? [];
  const months = new Set(pack.months.flat());
  const weekdays = new Set(pack.weekdays.flat());
  const letterOfUncasedScript = letterPattern(pack);
  const startsSentence = (words: string) => starters.has(firstWord(words));

  function ends(before: string, words: string): boolean | undefined {
    const word = wordBefore(before, before.length);
    if (/^\p{Lu}$/u.test(word) && OTHER_INITIALS.test(words)) return false;
    const kinds = abbreviations.kindsOf(before, word, words);
    const isNumber = /^[\p{N}№§]/u.test(words) || isNumeral(words) || isNumberLetter(words);
    if (kinds.has('inner')) return false;
    if (kinds.has('beforeNumbers') && isNumber) return false;
    if (kinds.has('date') && /^\p{N}/u.test(words)) return false;
    if (kinds.has('afterNumbers') && behindNumber(before, word)) {
      const isDate = kinds.has('abbreviations') || kinds.has('titles');
      return unitEnds(isDate, before, words);
    }
    if (kinds.has('eras')) return !/^\p{N}/u.test(words) && (startsSentence(words) || !isDateAlone(before));
    if (kinds.has('places')) return startsSentence(words) || !looksLikeName(words);
    if (kinds.has('titles')) return behindNumber(before, word) && startsSentence(words);
    if (/^\p{N}+$/u.test(word)) return numberEnds(before, word, words);
    if (isMarker(before, word)) return false;
    if (LABEL_WITH_NUMBER.test(word)) return !isNumber;
    if (kinds.has('suffixes')) {
      const isBeforeName = kinds.has('abbreviations') && looksLikeName(words);
      return (behindName(before, word) && !isBeforeName) || startsSentence(words);
    }
    if (kinds.has('closing')) return true;
    if (kinds.has('abbreviations') && isApposedPlace(before, word)) return true;
    if (kinds.size === 1 && kinds.has('afterNumbers') && word.length > 1 && /^\p{Lu}/u.test(words))
      return unitEnds(false, before, words);
    if (kinds.has('abbreviations') || (kinds.has('ifNumbered') && behindNumber(before, word)))
      return startsSentence(words);
    if (SMALL_LETTER.test(word)) {
      if (/^\p{N}/u.test(words)) return false;
      if (CONSONANT.test(word))
        return behindNumber(before, word) ? unitEnds(false, before, words) : startsSentence(words);
    }
    if (INITIALS.test(word)) return initialsEnd(before, word, words);
    if (pack.ordinalDot && word.length > 1 && romanNumberIn(word) === word) return startsSentence(words);
    if (letterOfUncasedScript.test(word)) return isLabel(before, word);
    if (SPOKEN_LETTERS.test(word)) return startsSentence(words);
    if (abbreviations.looksShortened(word) && behindNumber(before, word)) return unitEnds(false, before, words);
    if (DOTTED_LETTERS.test(word) || abbreviations.looksShortened(word)) return startsSentence(words);
    return undefined;
  }

  /** A Roman number, and no word: "I" is one in English, and "V" in Czech. */
  function isNumeral(words: string): boolean {
    const roman = romanNumberIn(words);
    return roman.length > 1 || (roman !== '' && !starters.has(roman.toLowerCase()));
  }

  /** A capital by itself that counts as numbers do: "App. B)", "art. L. 121". A word of one letter is none, unless a mark follows it. */
  function isNumberLetter(words: string): boolean {
    const letter = /^\p{Lu}(?![\p{L}\p{M}’'])/u.exec(words)?.[0].toLowerCase();
    return letter !== undefined && (!starters.has(letter) || /^\p{Lu}[),;:.]/u.test(words));
  }

  function numberEnds(before: string, word: string, words: string): boolean {
    if (isMarker(before, word) || words.startsWith('§') || months.has(firstWord(words))) return false;
    // "w latach 70. XX w.": the decade of a century.
    if (/^\p{N}0$/u.test(word) && romanNumberIn(words).length > 1) return false;
    const ahead = before.slice(0, before.length - word.length);
    // "čl. 5. Zakona": in some languages what is numbered has a stop as an ordinal has.
    const label = ahead.trimEnd().replace(/\.$/u, '');
    if (pack.ordinalReferences?.includes(wordBefore(label, label.length).toLowerCase())) return startsSentence(words);
    if (pack.ordinalDot && isCardinal(ahead)) return true;
    // Days and years with full stops: "2031. 1. 16.", "am 3. 11. 2027".
    if (/^\p{N}{1,4}\.(?!\p{N})/u.test(words)) return false;
    if (/\p{N}\. ?\p{N}{1,2}$/u.test(before)) return startsSentence(words);
    if (!pack.ordinalDot || startsSentence(words)) return true;
    // "ihr 150. Jubiläum": of longer ordinals it is the round ones that are spoken of.
    return word.length > 3 || (word.length > 2 && !/[05]0$/u.test(word));
  }

  /** Behind a score, "2:1", or what stands before numbers, "S. 5", a number is no ordinal. */
  function isCardinal(ahead: string): boolean {
    if (/\p{N}[:–-]$/u.test(ahead)) return true;
    const label = /([\p{L}\p{M}.]+)\.[ \u00a0]$/u.exec(ahead);
    if (!label) return false;
    const kinds = abbreviations.kindsOf(ahead.slice(0, -2), label[1]!, '');
    return kinds.has('beforeNumbers') && !kinds.has('titles');
  }

  /**
   * "23 h. Puis", "в 2020 г. Потом": what is counted or dated may end a sentence.
   * @param dates whether it stands before names too: "в 1905 г. Россия"
   */
  function unitEnds(dates: boolean, before: string, words: string): boolean {
    if (months.has(firstWord(words)) || weekdays.has(firstWord(words))) return false;
    if (pack.goesOnWith?.some((next) => words.startsWith(next))) return false;
    if (startsSentence(words) || /^\p{N}/u.test(words)) return true;
    if (COIN.test(words)) return false;
    if (/^\p{Lo}/u.test(words) && starters.size > 0 && !/\p{Script=Latin}$/u.test(before)) return false;
    if (!dates) return true;
    if (wordBefore(before, before.length).toLowerCase() in pack.scales && CURRENCY.test(words)) return false;
    if (COURTESY.test(words)) return true;
    return (
      !looksLikeName(words) && (before.trim().split(/\s+/u).length > MAX_SHORT_BEGINNING_WORDS || !YEAR.test(before))
    );
  }

  /** Whether a single letter names one of several: "ligne B", "Blutgruppe A". */
  function isLabel(before: string, word: string): boolean {
    if (!/^\p{L}\p{M}*$/u.test(word)) return false;
    const previous = wordBefore(before, before.length - word.length - 1);
    return labels.some((label) => isLabelled(previous, label));
  }

  /** "Puentes del Sur S.A.", "ČEZ, a. s.", not "La S.A.". */
  function behindName(before: string, word: string): boolean {
    const ahead = before.slice(0, before.length - word.length).replace(FIRST_PARTS, '');
    const name = /(\p{Lu}[\p{L}\p{M}’'-]*)["”“»«]?,?\s+$/u.exec(ahead)?.[1];
    return name !== undefined && !startsSentence(name);
  }

  /** "Plan B. Then" and "the U.S. The" end; "J. Lane", "Albert I. Ross" and "C. De Gaulle" go on. */
  function initialsEnd(before: string, word: string, words: string): boolean {
    if ((/\p{N}[ \u00a0]\p{Lu}$/u.test(before) && !looksLikeName(words)) || isLabel(before, word)) return true;
    if (!startsSentence(words)) return false;
    if (word.length > 1) return true;
    if (OTHER_INITIALS.test(words)) return false;
    const previous = wordBefore(before, before.length - word.length - 1);
    const ofName = /^\p{Lu}/u.test(previous) && looksLikeName(words);
    return previous !== '' && !/^\p{Lu}\.$/u.test(previous) && !isTitle(previous) && !ofName;
  }

  /** "проф. І. П. Коваль": what stands between a title and a name is an initial. */
  function isTitle(word: string): boolean {
    return word.endsWith('.') && abbreviations.kindsOf(word.slice(0, -1), word.slice(0, -1), '').has('titles');
  }

  return { ends, startsSentence };
}

const SMALL_LETTER = /^\p{Ll}$/u;
const CONSONANT = /^[^\Waeiouyàèìòù_]$|^[бвгджзклмнпрстфхцчшщ]$|^[βγδζθκλμνξπρστφχψ]$/u;
/** A currency behind a shortened million: "3,5 mil. Kč", "2 mln. EUR". */
const CURRENCY = /^(?:\p{Lu}\p{Ll}|\p{Lu}{3})(?![\p{L}\p{M}])/u;
/** Short names of money that follow what is counted in thousands: "340 tis. Kč". */
const COIN =
  /^(?:Kčs?|Ft|zł|Sk|Din|KM|TL|DM|RSD|EUR|USD|CHF|SEK|NOK|DKK|PLN|HUF|CZK|BGN|RON|GBP|RUB|UAH)(?![\p{L}\p{M}])/u;
/** "Г-жа": no name begins so, and what does begins a sentence. */
const COURTESY = /^\p{Lu}-\p{Ll}{1,3}(?![\p{L}\p{M}])/u;
/** A year, and what stands behind it. */
const YEAR = /(?<![\p{N}.,:])\p{N}{3,4}[\s\u00a0]\S+$|[IVXLCDM]\s\S+$/u;

/** "Q.1", a district by its number. */
const LABEL_WITH_NUMBER = /^\p{Lu}\p{L}?\.\p{N}{1,4}$/u;

/** What stands before the last part of a short form that is written apart: "a. " of "a. s", "sp. z " of "sp. z o.o". */
const FIRST_PARTS = /(?<![\p{L}\p{M}\p{N}])(?:\p{L}[\p{L}\p{M}-]{0,3}\.[ \u00a0\u202f])+(?:\p{Ll}[ \u00a0\u202f])?$/u;

/** Whether a text is no more than a time, before which no sentence ends: "In 44 B.C. Caesar". */
function isDateAlone(before: string): boolean {
  const ahead = /^\P{N}*/u.exec(before)?.[0] ?? '';
  return ahead.length < before.length && (ahead.match(/\p{L}{2,}/gu) ?? []).length < 2;
}

/** A place behind its city and a comma, "Salem, Ore.", which another comma would follow within a sentence; "D.C." is one, "Sept." none. */
function isApposedPlace(before: string, word: string): boolean {
  return (
    /^\p{Lu}./u.test(word) &&
    /\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*,[ \u00a0]$/u.test(before.slice(0, before.length - word.length))
  );
}

/** A beginning of so few words is rather "In 1905" than a sentence. */
const MAX_SHORT_BEGINNING_WORDS = 3;

/** One capital, or several with dots or hyphens between them: "B", "U.S", "J.-P", "Karl-H". */
const INITIALS = /^(?:\p{L}+-)?\p{Lu}(?:[.-]+\p{Lu})*$/u;
/** More initials and a name: what stands before them is the first of them. */
const OTHER_INITIALS = /^(?:\p{Lu}\.[ \u00a0]?)+\p{Lu}\p{Ll}/u;
const DOTTED_LETTERS = /^\p{L}(?:\.\p{L})+$/u;

/** The number or letter of a list, at the beginning of a sentence: "1. Open", "II. The", "A. First". */
function isMarker(before: string, word: string): boolean {
  if (word === '' || before.replace(/^[\s•⁃▪‣*([«"“]+/u, '') !== word) return false;
  return /^(?:\p{N}{1,3}|(?!\p{Script=Hangul})\p{L})$/u.test(word) || (word.length > 1 && romanNumberIn(word) === word);
}

/** A letter that stands for a name where there are no capitals: Arabic (behind “and”, too), Hebrew, or one sign of an Indian script. */
function letterPattern({ letterPrefixes = [] }: LanguagePack): RegExp {
  const prefix = letterPrefixes.length > 0 ? `(?:${oneOf(letterPrefixes)})?` : '';
  const letter = '(?![\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])\\p{Lo}\\p{M}*';
  return new RegExp(`^${prefix}${letter}(?:\\.\\p{Lo}\\p{M}*)*$`, 'u');
}

/** Letters by their names where these are written out: "पी.एम.सी". */
const SPOKEN_LETTERS =
  /^(?:(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{Script=Han}])(?:\p{Lo}\p{M}*){1,3}\.)+(?:\p{Lo}\p{M}*){1,3}$/u;

function behindNumber(before: string, word: string): boolean {
  if (/[’']/u.test(word)) return false;
  const ahead = before.slice(0, before.length - word.length).trimEnd();
  // "3 mil. Kč" has a word between.
  if (/\p{N}[%°.]?(?:\s\p{L}{3,5}\.?)?$/u.test(ahead)) return true;
  const last = /([IVXLCDM]+)(?:(?<=[IVXLCDM]{2})(?:er?|ème|º|ª))?$/u.exec(ahead)?.[1] ?? '';
  return last !== '' && romanNumberIn(last) === last;
}
