import type { LanguagePack } from './language-pack.ts';

/**
 * Where a sentence may end, and whether it does. A break stands behind the
 * full stop (question mark, …) and the closing marks that belong to it.
 */
export interface BreakRules {
  /** Every place in `text` where a sentence ends and another begins, in order. */
  breaks(text: string): number[];
}

const STOPS = '.!?…‽。！？｡．؟۔։।॥။።፧';
const CLOSERS = `"'”’»›」』）)\\]}】》`;
const OPENERS = `"'“‘„‚«‹»›「『（(\\[{【《¿¡`;
const DASHES = '\\-–—―';
const WIDE = /[。！？｡．]/;
/** A closing mark that belongs to the sentence before it; » before a letter opens instead, as in German. */
const CLOSED_LATER = /^(?:[\s\u00a0\u202f]?[»›](?!\p{L})|[”’」』）)\]}】》]|["'](?=\s|$))/u;
/** How far a rule looks to either side; no word or run of marks that matters is longer. */
const REACH = 80;

/** The rules of one language: its abbreviations, marks and sentence starters over what holds in any script. */
export function breakRules(pack: LanguagePack): BreakRules {
  const stopMarks = `${STOPS}${escapedForClass(pack.stops ?? '')}`;
  // “ closes in German and opens in English and Chinese, where a letter follows it.
  const closing = `(?:[\\s\\u00a0\\u202f]?[»›](?!\\p{L})|[${CLOSERS}]|[“‘](?![\\p{L}\\p{N}]))*`;
  // Dots may stand apart (". . ."), and two Ethiopic word spaces are a full stop.
  const stop = `(?:\\.[ \\u00a0])*(?:፡፡|[${stopMarks}])+`;
  const candidate = new RegExp(`(${stop})(${closing})`, 'gu');
  const nextOf = new RegExp(`^(\\s*)((?:,,|[${OPENERS}${DASHES}]|[«‹][\\s\\u00a0\\u202f])*\\s?)(.?)`, 'u');
  const titles = new Set(pack.titles);
  const abbreviations = new Set(pack.abbreviations);
  const closings = new Set(pack.closing ?? []);
  const beforeNumbers = new Set(pack.beforeNumbers);
  const starters = new Set(pack.starters);
  const months = new Set(pack.months.flat());
  const startsSentence = (rest: string) => starters.has(firstWord(rest));

  /** Whether a sentence ends behind the stops and closing marks that begin at `from`. */
  function holds(text: string, from: number, stops: string, closers: string): boolean {
    const at = from + stops.length + closers.length;
    const start = Math.max(0, from - REACH);
    const after = text.slice(at, at + REACH);
    if (after.trim() === '') return false;
    const [, space = '', opening = '', next = ''] = nextOf.exec(after) ?? [];
    if (CLOSED_LATER.test(after)) return false;
    if (/[,;:、，；：%·]/u.test(after.charAt(0)) || (/^\s*[,;:)\]]/u.test(after) && !/^\s*,,\p{L}/u.test(after)))
      return false;
    if (/^[ \u00a0]?\.(?![\p{L}\p{N}])/u.test(after)) return false;
    // A mark that opens, as » does in German and Danish, was taken for one that closes.
    if (/[\s\u00a0\u202f][»›]$/u.test(closers) && /^\p{L}/u.test(after)) return false;
    if (isOmission(text.charAt(from - 1), stops, closers)) return false;
    if (WIDE.test(stops)) return wideEnds(text, at, closers, after);
    const word = wordBefore(text, from);
    if (space === '' && closers === '') return glued(stops, word, after);
    if (space === '' && !/^[\p{Lu}]/u.test(after)) return false;
    if (isLower(next) && !APOSTROPHE_WORD.test(after)) return false;
    if (/[:;|]/u.test(stops)) return space !== '';
    if (stops !== '.' || closers !== '') return true;
    return dotEnds(word, after.slice(space.length + opening.length), text.slice(start, at));
  }

  function dotEnds(word: string, rest: string, before: string): boolean {
    const whole = word.toLowerCase();
    const lower = abbreviations.has(whole) || titles.has(whole) ? whole : whole.replace(/^.*[’'-]/u, '');
    if (titles.has(lower)) return false;
    if (beforeNumbers.has(lower) && /^[\p{N}IVXLC]/u.test(rest)) return false;
    if (/^\p{N}+$/u.test(word)) return numberEnds(word, rest, before);
    if (/^\p{Ll}$/u.test(word) && /^\p{Lu}\.(?:\s|$)/u.test(rest)) return false;
    if (/^\p{Lu}(?:[.-]+\p{Lu})*$/u.test(word)) return initialEnds(word, rest, before);
    if (closings.has(lower)) return true;
    if (abbreviations.has(lower) || /^\p{L}(?:\.\p{L})+$/u.test(word)) return startsSentence(rest);
    return true;
  }

  function numberEnds(word: string, rest: string, before: string): boolean {
    if (new RegExp(`(?:^|[•⁃▪‣])\\s*${word}\\.$`, 'u').test(before)) return false;
    if (months.has(firstWord(rest))) return false;
    return !pack.ordinalDot || word.length > 2 || startsSentence(rest);
  }

  function initialEnds(word: string, rest: string, before: string): boolean {
    if (/\d[ \u00a0]\p{Lu}\.$/u.test(before)) return true;
    return (word.length > 1 || word === 'I') && startsSentence(rest);
  }

  /** A stop with no space behind it: the end of "galerie.Maxim", not of "example.org" or "2.4". */
  function glued(stops: string, word: string, after: string): boolean {
    if (OTHER_SCRIPTS.test(stops)) return true;
    if (/[!?…]/u.test(stops)) return /^["“«(]?\p{Lu}/u.test(after);
    if (/[:;|]/u.test(stops)) return false;
    const looksLikeAddress = /@|\/|^www\b|^https?/iu.test(word) || /^[\p{L}\p{N}._-]*@/u.test(after);
    return (
      !looksLikeAddress && /^(?:\p{Ll}{3,}|.*\p{Ll}{3,}|\d{1,4})$/u.test(word) && /^["“«]?\p{Lu}\p{Ll}/u.test(after)
    );
  }

  return {
    breaks: (text) =>
      [...text.matchAll(candidate)].flatMap(({ index, 0: whole, 1: stops = '', 2: closers = '' }) =>
        holds(text, index, stops, closers) ? [index + whole.length] : [],
      ),
  };
}

/** Stops of scripts that often leave no space behind them. */
const OTHER_SCRIPTS = /[؟۔։।॥။።፧፡]/u;

/** Dots for words left out: "[...]", "(…)", and " . . . " in mid-sentence. */
function isOmission(preceding: string, stops: string, closers: string): boolean {
  if (/[.…]/u.test(stops) && /[[(]/u.test(preceding) && /^[\])]/u.test(closers)) return true;
  return preceding === ' ' && /^\.[ \u00a0]\.[ \u00a0]\.$/u.test(stops);
}

/** Dutch begins sentences with ’s, ’t and ’n, and the capital comes after. */
const APOSTROPHE_WORD = /^\s*['’][snt] \p{Lu}/u;

/** What a full-width stop ends: nothing between digits or within brackets, and no quotation that goes on with its verb. */
function wideEnds(text: string, at: number, closers: string, after: string): boolean {
  if (/[０-９\d][．。]$/u.test(text.slice(at - 2, at)) && /^[０-９\d]/u.test(after)) return false;
  if (within(text, at)) return false;
  if (closers === '') return true;
  if (/^\p{Script=Hiragana}/u.test(after)) return false;
  return !INQUIT.test(after);
}

/** Short words of saying behind a Chinese quotation: “……？”他问。 */
const INQUIT = /^\p{Script=Han}{0,6}?(?:说|說|问|問|喊|叫|答)[道着著]?(?=[。，,])/u;

const BRACKETS = new Map([
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['(', ')'],
]);

/** How far back an opening bracket is looked for. */
const BRACKET_REACH = 200;

/** Whether a place lies within brackets that close again soon. */
function within(text: string, at: number): boolean {
  const open: string[] = [];
  for (const char of text.slice(Math.max(0, at - BRACKET_REACH), at)) {
    const closes = BRACKETS.get(char);
    if (closes) open.push(closes);
    else if (char === open.at(-1)) open.pop();
  }
  const [closes] = open;
  return closes !== undefined && text.slice(at, at + BRACKET_REACH).includes(closes);
}

const WORD = /[\p{L}\p{N}\p{M}.@/:'’°-]/u;

/** The word that ends at `end`, with dots and apostrophes within it. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < REACH && WORD.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end).replace(/^[.'’-]+/u, '');
}

function firstWord(rest: string): string {
  return /^[\p{L}\p{M}]+/u.exec(rest)?.[0].toLowerCase() ?? '';
}

function isLower(char: string): boolean {
  return /\p{Ll}/u.test(char);
}

function escapedForClass(marks: string): string {
  return marks.replace(/[\\\]^-]/gu, '\\$&');
}
