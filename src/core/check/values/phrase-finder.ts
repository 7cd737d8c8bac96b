import type { Span } from '../row-finding.ts';

/** Looks for any of some patterns in a text that `lowerCased` has made small. */
export interface PhraseFinder {
  /** Where they stand, from left to right. */
  readonly find: (text: string) => Span[];
  readonly isIn: (text: string) => boolean;
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
  const inHan = byFirstLetter(
    patterns.filter((one) => HAN.test(one)),
    '',
  );
  const inWords = byFirstLetter(patterns.filter((one) => !HAN.test(one)).map(withMarks), '(?![\\p{L}\\p{M}])');
  const search = (text: string, isEnough: boolean): Span[] => {
    const found: Span[] = [];
    let isBehindLetter = false;
    for (let at = 0; at < text.length; ) {
      const letter = text.charCodeAt(at);
      const end = (isBehindLetter ? 0 : endAt(inWords, letter, text, at)) || endAt(inHan, letter, text, at);
      if (end > at) {
        found.push({ start: at, end });
        if (isEnough) break;
      }
      at = Math.max(at + 1, end);
      isBehindLetter = isLetter(text.charCodeAt(at - 1));
    }
    return found;
  };
  return { find: (text) => search(text, false), isIn: (text) => search(text, true).length > 0 };
}

const HAN = /\p{Script=Han}/u;

interface ByLetter {
  readonly patterns: ReadonlyMap<number, RegExp>;
  /** Of patterns that may begin with any letter, and with anything. */
  readonly anyLetter: RegExp | null;
  readonly anything: RegExp | null;
}

function byFirstLetter(patterns: readonly string[], end: string): ByLetter {
  const small = patterns.map((pattern) => ({ pattern: lowerCasePattern(pattern), letters: firstLetters(pattern) }));
  const joined = (may: (letters: FirstLetters) => boolean) => {
    const some = small.filter(({ letters }) => may(letters)).map(({ pattern }) => pattern);
    return some.length === 0 ? null : new RegExp(`(?:${some.join('|')})${end}`, 'uy');
  };
  const known = new Set(small.flatMap(({ letters }) => (letters instanceof Set ? [...letters] : [])));
  const isOpen = (letters: FirstLetters) => !(letters instanceof Set);
  return {
    patterns: new Map(
      [...known].flatMap((letter) => {
        const pattern = joined((letters) => (letters instanceof Set ? letters.has(letter) : true));
        return pattern ? [[letter.charCodeAt(0), pattern]] : [];
      }),
    ),
    anyLetter: joined(isOpen),
    anything: joined((letters) => letters === 'anything'),
  };
}

type FirstLetters = ReadonlySet<string> | 'letter' | 'anything';

/** With what a pattern's match may begin, where that is plain to see. */
function firstLetters(pattern: string): FirstLetters {
  const behind = /^\(\?<[!=][^()]*\)/u.exec(pattern)?.[0] ?? '';
  const rest = pattern.slice(behind.length);
  const group = /^\(\?:([^()]*)\)(.?)/u.exec(rest);
  if (group && !/[?*]/u.test(group[2]!)) return united(group[1]!.split('|').map(firstLetters));
  if (/^\\p\{L\}(?:\+|\{\d,?\d?\})?/u.test(rest)) return 'letter';
  const one = /^(?:\\d|\[([\p{L}\d]+)\]|([^\\[\](){}|^$.?*+]))([?*]?)/u.exec(rest);
  if (!one) return 'anything';
  const letters = new Set((one[1] ?? one[2] ?? '0123456789').toLowerCase());
  return one[3] ? united([letters, firstLetters(rest.slice(one[0].length))]) : letters;
}

function united(all: readonly FirstLetters[]): FirstLetters {
  if (all.includes('anything')) return 'anything';
  return all.includes('letter') ? 'letter' : new Set(all.flatMap((letters) => [...letters]));
}

function endAt({ patterns, anyLetter, anything }: ByLetter, letter: number, text: string, at: number): number {
  const pattern = patterns.get(letter) ?? (anyLetter && isLetter(letter) ? anyLetter : anything);
  if (!pattern) return 0;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** What is known of each UTF-16 unit: 1 a letter or mark, 2 none. */
const LETTERS = new Uint8Array(0x10000);

function isLetter(unit: number): boolean {
  LETTERS[unit] ||= /[\p{L}\p{M}]/u.test(String.fromCharCode(unit)) ? 1 : 2;
  return LETTERS[unit] === 1;
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
