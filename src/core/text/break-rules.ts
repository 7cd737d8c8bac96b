import type { LanguagePack } from './language-pack.ts';

/**
 * Where a sentence may end, and whether it does. A break stands behind the
 * full stop (question mark, …) and the closing marks that belong to it.
 */
export interface BreakRules {
  /** Every place in `text` that could be a break. */
  candidates(text: string): number[];
  /** Whether the break at `at` ends a sentence. */
  holds(text: string, at: number): boolean;
}

const STOPS = '.!?…‽。．！？｡؟۔։।॥။።፧';
const CLOSERS = `"'”’»›」』）)\\]}】》`;
const OPENERS = `"'“‘„«‹「『（(\\[{【《¿¡`;
const DASHES = '\\-–—―';
const WIDE = /[。！？｡．]/;
const CANDIDATE = new RegExp(`[${STOPS}]+(?:[\\s\\u00a0\\u202f]?[»›]|[${CLOSERS}])*`, 'gu');
const TAIL = new RegExp(`([${STOPS}]+)((?:[\\s\\u00a0\\u202f]?[»›]|[${CLOSERS}])*)$`, 'u');
const NEXT = new RegExp(`^(\\s*)((?:[${OPENERS}${DASHES}]|[«‹][\\s\\u00a0\\u202f])*\\s?)(.?)`, 'u');
/** A closing mark that belongs to the sentence before it; » before a letter opens instead, as in German. */
const CLOSED_LATER = /^(?:[\s\u00a0\u202f]?[»›](?!\p{L})|[」』）)\]])/u;
/** How far a rule looks to either side; no word or run of marks that matters is longer. */
const REACH = 80;

/** The rules of one language: its abbreviations, ordinals and sentence starters over what holds in any script. */
export function breakRules(pack: LanguagePack): BreakRules {
  const titles = new Set(pack.titles);
  const abbreviations = new Set(pack.abbreviations);
  const beforeNumbers = new Set(pack.beforeNumbers);
  const starters = new Set(pack.starters);
  const months = new Set(pack.months.flat());
  const startsSentence = (rest: string) => starters.has(firstWord(rest));

  function holds(text: string, at: number): boolean {
    const before = text.slice(Math.max(0, at - REACH), at);
    const after = text.slice(at, at + REACH);
    if (after.trim() === '') return false;
    const tail = TAIL.exec(before);
    if (!tail) return false;
    const [, stops = '', closers = ''] = tail;
    const [, space = '', opening = '', next = ''] = NEXT.exec(after) ?? [];
    if (CLOSED_LATER.test(after)) return false;
    if (/[,;:、，；：%]/.test(after.charAt(0)) || /^\s*[,;:)\]]/.test(after)) return false;
    if (WIDE.test(stops)) return !/^[」』”’）]/.test(after);
    const word = wordBefore(before.slice(0, tail.index));
    if (space === '' && closers === '') return glued(stops, word, after);
    if (isLower(next)) return false;
    if (stops !== '.') return true;
    if (closers !== '') return true;
    return dotEnds(word, after.slice(space.length + opening.length), text.slice(0, at));
  }

  function dotEnds(word: string, rest: string, before: string): boolean {
    const lower = word.toLowerCase().replace(/^.*[’']/u, '');
    if (titles.has(lower)) return false;
    if (beforeNumbers.has(lower) && /^[\dIVXLC]/.test(rest)) return false;
    if (/^\d+$/.test(word)) return numberEnds(word, rest, before);
    if (/^\p{Lu}(?:[.-]+\p{Lu})*$/u.test(word)) return initialEnds(word, rest);
    if (abbreviations.has(lower) || /^\p{L}(\.\p{L})+$/u.test(word)) return startsSentence(rest);
    return true;
  }

  function numberEnds(word: string, rest: string, before: string): boolean {
    if (new RegExp(`^\\s*${word}\\.$`).test(before)) return false;
    if (!pack.ordinalDot || word.length > 2) return true;
    return startsSentence(rest) && !months.has(firstWord(rest));
  }

  function initialEnds(word: string, rest: string): boolean {
    return (word.length > 1 || word === 'I') && startsSentence(rest);
  }

  function glued(stops: string, word: string, after: string): boolean {
    if (/[!?…؟։।॥]/.test(stops)) return /^["“«(]?\p{Lu}/u.test(after) || !/[.!?…]/.test(stops);
    const looksLikeAddress = /@|\/|^www\b|^https?/iu.test(word);
    return (
      !looksLikeAddress && /^(?:\p{Ll}{3,}|.*\p{Ll}{3,}|\d{1,4})$/u.test(word) && /^["“«]?\p{Lu}\p{Ll}/u.test(after)
    );
  }

  return {
    candidates: (text) => [...text.matchAll(CANDIDATE)].map((match) => match.index + match[0].length),
    holds,
  };
}

function wordBefore(text: string): string {
  return /[\p{L}\p{N}\p{M}.@/:'’-]*$/u.exec(text)?.[0].replace(/^[.'’-]+/u, '') ?? '';
}

function firstWord(rest: string): string {
  return /^[\p{L}\p{M}]+/u.exec(rest)?.[0].toLowerCase() ?? '';
}

function isLower(char: string): boolean {
  return /\p{Ll}/u.test(char);
}
