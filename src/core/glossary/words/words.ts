import { onceFor } from '../../once-for.ts';
import { ownCopy } from '../../own-copy.ts';
import { withoutAccents } from '../../text/fold.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';
import { formsOf } from './inflection.ts';
import { type WordRules, wordRules } from './word-rules.ts';

/** A word of a text or a term, with the keys under which it is looked up. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** As it is compared, nothing taken off. */
  readonly basic: string;
  /** Its forms without endings of number and case; with `gender` those of gender, too. */
  readonly keys: ReadonlySet<string>;
  readonly genderKeys: ReadonlySet<string>;
  /** The same without accents, for words written in capitals. */
  readonly bareKeys: ReadonlySet<string>;
  /** Whether it begins with a capital, or its script has none. */
  readonly capital: boolean;
  /** Whether all of it is in capitals, and there are at least two. */
  readonly allCapitals: boolean;
}

const WORD = new RegExp(
  `[${UNSPACED_LETTERS}]|(?:\\p{Lu}\\.){2,}|\\p{Lu}\\.\\p{Lu}\\b|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED_LETTERS}]]+`,
  'gv',
);

/** The words of a text. Elided particles (l’, d’, qu’), the possessive ’s and joiners of scripts do not count as words. */
export function wordsOf(text: string, pack: LanguagePack): Word[] {
  const elisions = elisionsOf(pack);
  const rules = wordRules(pack);
  const words: Word[] = [];
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const end = start + raw.length;
    const isElided =
      APOSTROPHE.test(text.charAt(end)) && /^\p{L}/u.test(text.charAt(end + 1)) && elisions.has(raw.toLowerCase());
    const possessive =
      raw.length === 1 && /[’']/u.test(text.charAt(start - 1)) && /^s$/iu.test(raw) && words.at(-1)?.end === start - 1;
    if (!isElided && !possessive) words.push(wordFrom(raw, start, end, rules));
  }
  return words;
}

const APOSTROPHE = /[’'ʼ]/u;

const elisionsOf = onceFor((pack: LanguagePack): ReadonlySet<string> => new Set(pack.elisions));

/** Two words of a text as one, with all that stands between them. */
export function joinedWord(first: Word, second: Word, pack: LanguagePack): Word {
  return wordFrom(`${first.raw}${second.raw}`, first.start, second.end, wordRules(pack));
}

/** A part of a compound as a word, which counts as beginning with a capital. */
export function partOfWord({ raw, start }: Word, from: number, to: number, pack: LanguagePack): Word {
  return new TextWord(start + from, start + to, raw.slice(from, to), wordRules(pack), true);
}

function wordFrom(raw: string, start: number, end: number, rules: WordRules): Word {
  return new TextWord(start, end, raw, rules, false);
}

/** What a word is by its letters, wherever it stands; its keys are made when they are first asked for. */
interface WordForm extends Pick<Word, 'basic' | 'capital' | 'allCapitals'> {
  readonly keys: () => ReadonlySet<string>;
  readonly genderKeys: () => ReadonlySet<string>;
  readonly bareKeys: () => ReadonlySet<string>;
}

/** A word at its place in a text; its form is looked up when something is asked of it. */
class TextWord implements Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  private readonly rules: WordRules;
  private readonly isPart: boolean;
  private found: WordForm | null = null;

  constructor(start: number, end: number, raw: string, rules: WordRules, isPart: boolean) {
    this.start = start;
    this.end = end;
    this.raw = raw;
    this.rules = rules;
    this.isPart = isPart;
  }

  private get form() {
    this.found ??= knownForm(this.raw, this.rules);
    return this.found;
  }

  get capital() {
    return this.isPart || this.form.capital;
  }

  get basic() {
    return this.form.basic;
  }

  get allCapitals() {
    return this.form.allCapitals;
  }

  get keys() {
    return this.form.keys();
  }

  get genderKeys() {
    return this.form.genderKeys();
  }

  get bareKeys() {
    return this.form.bareKeys();
  }
}

const formsByRules = onceFor((_rules: WordRules) => new Map<string, WordForm>());
/** Words recur: how many are kept, and up to what length. */
const MAX_CACHED_WORDS = 20_000;
const MAX_CACHED_LENGTH = 60;

function knownForm(raw: string, rules: WordRules): WordForm {
  if (raw.length > MAX_CACHED_LENGTH) return formFrom(raw, rules);
  const known = formsByRules(rules);
  if (known.size >= MAX_CACHED_WORDS) known.clear();
  let form = known.get(raw);
  if (!form) {
    const own = ownCopy(raw);
    form = formFrom(own, rules);
    known.set(own, form);
  }
  return form;
}

function formFrom(raw: string, rules: WordRules): WordForm {
  const letters = raw.replaceAll('.', '');
  const lower = basic(letters, rules);
  const plain = /^[\p{Lu}\p{N}]{2,}s$/u.test(letters) ? [lower, lower.slice(0, -1)] : [lower];
  // Most words of most languages have nothing written together with them.
  const isBare = plain.length === 1 && rules.proclitics.length === 0 && rules.formers.length === 0;
  const keysOf = (gender: boolean) =>
    isBare
      ? formsOf(lower, rules, gender)
      : new Set(
          plain
            .flatMap((word) => [...withoutProclitics(word, rules)])
            .flatMap((word) => (gender ? withoutPrefix(word, rules) : [word]))
            .flatMap((word) => [...formsOf(word, rules, gender)]),
        );
  const genderKeys = lazily(() => keysOf(true));
  return {
    basic: lower,
    keys: lazily(() => keysOf(false)),
    genderKeys,
    bareKeys: lazily(() => new Set([...genderKeys()].map(withoutAccents))),
    capital: /^(?:\p{Lu}|\p{Lo}|\p{N})/u.test(letters),
    // The plural of an acronym is one: CEOs.
    allCapitals: /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(letters),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A word as words are compared: lower case, ligatures apart, its first letter without accent, since capitals often go without. */
function basic(word: string, { accentsVary, spellings, letterForms }: WordRules): string {
  if (letterForms.size === 0 && ASCII.test(word)) return respelt(word.toLowerCase(), spellings);
  const lower = word.normalize('NFC').toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae');
  const bare = accentsVary ? withoutAccents(lower) : withoutAccents(lower.charAt(0)) + lower.slice(1);
  const spelt = respelt(bare, spellings);
  if (letterForms.size === 0) return spelt;
  return [...spelt].map((letter) => letterForms.get(letter) ?? letter).join('');
}

function respelt(word: string, spellings: WordRules['spellings']): string {
  return spellings.reduce((text, [pattern, written]) => text.replace(pattern, written), word);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const ASCII = /^[\x00-\x7f]*$/;

/** A word with and without what is written together with it, such as Arabic "and", "for", "the". */
function withoutProclitics(word: string, { proclitics }: WordRules): Set<string> {
  const found = new Set([word]);
  for (const [prefix, hidden] of proclitics) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue;
    const rest = word.slice(prefix.length);
    found.add(rest);
    // Arabic "for the" is written without the first letter of the article.
    if (hidden) found.add(hidden + rest);
  }
  return found;
}

/** A word with and without what makes a former holder of one: "expresidente". */
function withoutPrefix(word: string, { formers }: WordRules): string[] {
  const rest = formers.flatMap((prefix) =>
    word.startsWith(prefix) && word.length - prefix.length > 3 ? [word.slice(prefix.length)] : [],
  );
  return [word, ...rest];
}

/** A word without accents. */
export function bareOf(word: Word): string {
  return withoutAccents(word.basic);
}

/** Only spaces, hyphens, apostrophes, elided particles and a possessive s stand between the words of a term, a full stop after short ones alone. */
export function adjoins(text: string, before: Word, word: Word): boolean {
  const between = text.slice(before.end, word.start);
  if (/\.\s/u.test(between) && before.raw.length > 3) return false;
  return /^(?:[\s\u00a0\u202f\u00ad\u200b\u200c.·•-]|\p{Pd}|\p{L}{1,6}[’'ʼ]|[’'ʼ](?:s(?!\p{L}))?)*$/u.test(between);
}
