import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { literalPattern } from '../../text/literal-pattern.ts';
import type { CheckPack, Words } from '../check-pack.ts';
import { keptForWords } from '../words/kept-for-words.ts';
import { type PhraseFinder, phraseFinder } from '../words/phrase-finder.ts';
import type { TextWords } from '../words/text-words.ts';
import { compounds } from './compounds.ts';
import { nameRules } from './intl-names.ts';
import {
  beginnings,
  type Meaning,
  type NameType,
  type NumberType,
  type Phrase,
  type Sense,
  STEM_LENGTH,
  sensesAt,
} from './senses.ts';
import { silentWords } from './silent-words.ts';
import { SIGNS, SYMBOLS } from './symbols.ts';
import { lookedUp, type Token, tokensOf } from './tokens.ts';

/** The words of a language for values, and how it writes numbers. */
export interface Vocabulary {
  readonly pack: CheckPack;
  readonly decimal: string;
  readonly group: string;
  /** Everything that may begin at a token, longest first. */
  readonly at: (tokens: readonly Token[], i: number) => readonly Sense[];
  /** A number that is written as one word, as values in their order; null for any other word. */
  readonly compound: (word: string) => number[] | null;
  /** Whether a word, as it is looked up, says nothing and begins nothing that does, whatever stands behind it. */
  readonly isIdle: (word: string) => boolean;
  /** Whether a text of these words, which has no digits, states no value. */
  readonly isSilent: (text: string, words: TextWords) => boolean;
  readonly idioms: PhraseFinder | null;
  readonly ordinalMark: RegExp | null;
  readonly decadeBefore: RegExp | null;
  readonly decadeAfter: RegExp | null;
  readonly dates: { readonly patterns: readonly RegExp[]; readonly monthFirst: boolean };
  /** Whether 5:30 may be in the afternoon. */
  readonly clock12: boolean;
  readonly dayHalves: Readonly<Record<'am' | 'pm', { readonly before: RegExp; readonly after: RegExp } | null>>;
  /** Whether the language writes months and weekdays with a capital. */
  readonly capitals: boolean;
  /** Months whose names are not short forms, as they are looked up. */
  readonly fullMonths: ReadonlySet<string>;
}

/** The vocabulary of a language, made once. */
export const vocabularyOf = onceFor((pack: LanguagePack): Vocabulary => make(pack));

function make(pack: LanguagePack): Vocabulary {
  const { checks } = pack;
  const { prefixes = [] } = checks;
  const names = nameRules(pack.language, pack.shared.declinedNames);
  const phrases = { words: new Map<string, Phrase[]>(), stems: new Map<string, Phrase[]>() };
  const add = (words: string, meaning: Meaning) => {
    const stem = words.endsWith('*');
    const tokens = tokensOf(stem ? words.slice(0, -1) : words).map(({ text }) => text);
    const [first] = tokens;
    if (first === undefined) return;
    const [list, key] =
      stem && tokens.length === 1 ? [phrases.stems, first.slice(0, STEM_LENGTH)] : [phrases.words, first];
    list.set(key, [...(list.get(key) ?? []), { tokens, stem, meaning }]);
  };
  const faint = new Set(checks.faint.map((word) => lookedUp(word)));
  const numbers = (type: NumberType, words: Words<number>) => {
    for (const [word, value] of Object.entries(words)) add(word, { type, value, faint: faint.has(lookedUp(word)) });
  };
  const list = (type: NameType, words: readonly string[]) => {
    for (const word of words) add(word, { type, value: '' });
  };
  const named = (type: NameType, words: Words<string>) => {
    for (const [word, value] of Object.entries(words)) add(word, { type, value });
  };
  const bare = new Set(checks.bare);
  for (const [word, value] of Object.entries(checks.scales))
    add(word, { type: 'scale', value, bare: bare.has(word), faint: faint.has(lookedUp(word)) });
  numbers('number', checks.numbers);
  numbers('short', checks.shortScales);
  numbers('ordinal', checks.ordinals);
  numbers('fraction', checks.fractions);
  numbers('clock', checks.clock);
  numbers('before', checks.minutesBefore);
  numbers('after', checks.minutesAfter);
  numbers('decade', checks.decades);
  list('article', checks.articles);
  list('and', checks.and);
  list('half', checks.andHalf);
  list('in', checks.oneIn);
  list('every', checks.every);
  list('parts', checks.partsOf ?? []);
  list('percent', ['%', ...checks.percent]);
  list('percentBefore', checks.percentBefore ?? []);
  list('points', checks.points);
  list('basis', checks.basisPoints);
  list('hour', checks.hours);
  list('hourBefore', checks.hoursBefore);
  named('currency', { ...names.currencies, ...SIGNS, ...checks.currencies });
  named('unit', { ...SYMBOLS, ...checks.units });
  named('span', checks.spans);
  named('compass', checks.compass);
  named('region', { ...names.regions, ...checks.regions });
  const compound = compounds(checks);
  const dates = (type: 'month' | 'weekday', ...lists: (readonly (readonly string[])[])[]) => {
    for (const words of lists) {
      for (const [i, forms] of words.entries()) for (const form of new Set(forms)) add(form, { type, value: i + 1 });
    }
  };
  dates('month', names.months, pack.months, checks.months);
  dates('weekday', names.weekdays, pack.weekdays, checks.weekdays);
  for (const list of [...phrases.words.values(), ...phrases.stems.values()])
    list.sort((a, b) => b.tokens.length - a.tokens.length || (b.tokens[0]?.length ?? 0) - (a.tokens[0]?.length ?? 0));
  return {
    pack: checks,
    decimal: names.decimal,
    group: names.group,
    at: (tokens, i) => sensesAt(tokens, i, phrases, prefixes),
    compound,
    isIdle: keptForWords((word) => beginnings(word, phrases, prefixes).length === 0 && compound(word) === null),
    isSilent: silentWords(phrases, prefixes, compound),
    idioms: phraseFinder(checks.idioms),
    ordinalMark: pattern(checks.ordinalMark && `^(?:${checks.ordinalMark})(?![\\p{L}\\p{M}])`),
    decadeBefore: pattern(checks.decadeBefore && `(?:${checks.decadeBefore})$`),
    decadeAfter: pattern(checks.decadeAfter && `^(?:${checks.decadeAfter})`),
    dates: { patterns: checks.dates.map((one) => new RegExp(one, 'gu')), monthFirst: names.monthFirst },
    clock12: names.clock12,
    dayHalves: { am: besidePatterns(checks.am), pm: besidePatterns(checks.pm) },
    capitals: /^\p{Lu}/u.test(names.months[0]?.[0] ?? ''),
    fullMonths: new Set(names.months.flat().map((name) => lookedUp(name))),
  };
}

function besidePatterns(words: readonly string[]): { before: RegExp; after: RegExp } | null {
  if (words.length === 0) return null;
  const any = words.map(literalPattern).join('|');
  return { before: new RegExp(`(?:${any})\\s*$`, 'iu'), after: new RegExp(`^[\\s,]*(?:${any})`, 'iu') };
}

function pattern(source: string): RegExp | null {
  return source === '' ? null : new RegExp(source, 'iu');
}
