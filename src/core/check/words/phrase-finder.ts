import type { Span } from '../row-finding.ts';
import { isLetter } from './letters.ts';
import { firstWordsOf } from './pattern-words.ts';

/** Looks for any of some patterns in a text that `lowerCased` has made small. */
export interface PhraseFinder {
  /** Where they stand, from left to right. */
  readonly find: (text: string) => Span[];
  readonly isIn: (text: string) => boolean;
  /** Whether a match may begin with a word, in small letters; those of Chinese may begin anywhere. */
  readonly mayBegin: (word: string) => boolean;
}

/** A text as patterns are looked for: in small letters, every character in its place. */
export function lowerCased(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

/**
 * Makes a finder of patterns, as whole words where they begin or end with letters of a script with spaces. Some hundred
 * patterns are tried at every word of every text, so those that cannot begin with the letter that stands there are not
 * tried: that takes a tenth of the time of one pattern with all as alternatives.
 */
export function phraseFinder(patterns: readonly string[]): PhraseFinder | null {
  if (patterns.length === 0) return null;
  const han = patterns.filter((one) => HAN.test(one));
  const inHan = han.length > 0 ? byBeginning(han, '') : null;
  const inWords = byBeginning(patterns.filter((one) => !HAN.test(one)).map(withMarks), '(?![\\p{L}\\p{M}])');
  const search = (text: string, isEnough: boolean): Span[] => {
    const found: Span[] = [];
    let isBehindLetter = false;
    for (let at = 0; at < text.length; ) {
      const end = (isBehindLetter ? 0 : endAt(inWords, text, at)) || (inHan ? endAt(inHan, text, at) : 0);
      if (end > at) {
        found.push({ start: at, end });
        if (isEnough) break;
      }
      at = Math.max(at + 1, end);
      isBehindLetter = isLetter(text.charCodeAt(at - 1));
    }
    return found;
  };
  const first = firstWordsOf(patterns);
  return {
    find: (text) => search(text, false),
    isIn: (text) => search(text, true).length > 0,
    mayBegin: (word) => inHan !== null || first.hasOther || first.mayBegin(word),
  };
}

const HAN = /\p{Script=Han}/u;

interface ByBeginning {
  /** By one letter or two, as `keyOf` makes them. */
  readonly patterns: ReadonlyMap<number, RegExp>;
  /** Of patterns that may begin with any letter, and with anything. */
  readonly anyLetter: RegExp | null;
  readonly anything: RegExp | null;
}

function byBeginning(patterns: readonly string[], end: string): ByBeginning {
  const small = patterns.map((pattern) => ({ pattern: lowerCasePattern(pattern), begins: beginningsOf(pattern) }));
  const joined = (may: (begins: Beginnings) => boolean) => {
    const some = small.filter(({ begins }) => may(begins)).map(({ pattern }) => pattern);
    return some.length === 0 ? null : new RegExp(`(?:${some.join('|')})${end}`, 'uy');
  };
  // Those with one letter as well, for words with another second one.
  const known = new Set(
    small.flatMap(({ begins }) => (begins instanceof Set ? [...begins].flatMap((one) => [one, one.charAt(0)]) : [])),
  );
  return {
    patterns: new Map(
      [...known].flatMap((beginning) => {
        const may = [beginning, beginning.charAt(0)];
        const pattern = joined((begins) => !(begins instanceof Set) || may.some((one) => begins.has(one)));
        return pattern ? [[keyOf(beginning.charCodeAt(0), beginning.charCodeAt(1)), pattern]] : [];
      }),
    ),
    anyLetter: joined((begins) => !(begins instanceof Set)),
    anything: joined((begins) => begins === 'anything'),
  };
}

/** Two UTF-16 units as one number, or the first alone. */
function keyOf(first: number, second: number): number {
  return Number.isNaN(second) ? first : first + 0x10000 * (second + 1);
}

/** Its first letter, or its first two. */
type Beginnings = ReadonlySet<string> | 'letter' | 'anything';

/** With what a pattern's match may begin, two letters where these are plain to see. */
function beginningsOf(pattern: string): Beginnings {
  const rest = pattern.replace(BEHIND, '');
  const group = GROUP.exec(rest);
  if (group && !/[?*]/u.test(group[2]!)) return united(group[1]!.split('|').map(beginningsOf));
  const one = /^(?:\[([\p{L}\d]+)\]|([\p{L}\d]))(?![?*+{])/u.exec(rest);
  const second = one && rest.length > one[0].length ? firstLetters(rest.slice(one[0].length)) : null;
  if (!one || !(second instanceof Set)) return firstLetters(pattern);
  const letters = (one[1] ?? one[2] ?? '').toLowerCase();
  return new Set([...letters].flatMap((letter) => [...second].map((next) => letter + next)));
}

const BEHIND = /^\(\?<[!=][^()]*\)/u;
const GROUP = /^\(\?:([^()]*)\)(.?)/u;

/** The same by one letter. */
function firstLetters(pattern: string): Beginnings {
  const rest = pattern.replace(BEHIND, '');
  const group = GROUP.exec(rest);
  if (group && !/[?*]/u.test(group[2]!)) return united(group[1]!.split('|').map(firstLetters));
  if (/^\\p\{L\}(?:\+|\{\d,?\d?\})?/u.test(rest)) return 'letter';
  const one = /^(?:\\d|\[([\p{L}\d]+)\]|([^\\[\](){}|^$.?*+]))([?*]?)/u.exec(rest);
  if (!one) return 'anything';
  const letters = new Set((one[1] ?? one[2] ?? '0123456789').toLowerCase());
  return one[3] ? united([letters, firstLetters(rest.slice(one[0].length))]) : letters;
}

function united(all: readonly Beginnings[]): Beginnings {
  if (all.includes('anything')) return 'anything';
  return all.includes('letter') ? 'letter' : new Set(all.flatMap((letters) => [...letters]));
}

function endAt({ patterns, anyLetter, anything }: ByBeginning, text: string, at: number): number {
  const letter = text.charCodeAt(at);
  const pattern =
    patterns.get(keyOf(letter, text.charCodeAt(at + 1))) ??
    patterns.get(letter) ??
    (anyLetter && isLetter(letter) ? anyLetter : anything);
  if (!pattern) return 0;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** A pattern in small letters, but for its classes. */
function lowerCasePattern(pattern: string): string {
  return pattern.replace(/\\[pP]\{[^}]*\}|\\.|[^\\]/gu, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
}

/** Arabic letters with the vowel signs that may stand over them: قُتل for قتل. */
function withMarks(pattern: string): string {
  return pattern.replace(
    /\[[^\]]*\]|(\p{Script=Arabic})([?*+]?)/gu,
    (part, letter: string | undefined, often: string) => {
      if (letter === undefined) return part;
      return often === '' ? `${letter}\\p{M}*` : `(?:${letter}\\p{M}*)${often}`;
    },
  );
}
