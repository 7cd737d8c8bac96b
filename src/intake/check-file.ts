import type { Acronyms, CheckPack } from '../core/check/check-pack.ts';
import { type Check, hasShape, list, maybe, oneOf, record, shape, text } from './shape.ts';

/** What checks know of a language as its file has it: what it leaves out is empty. */
export type CheckFile = Partial<Omit<CheckPack, 'acronyms' | 'givenNames' | 'cities'>>;

const words = maybe(list(text));
const number: Check = (value) => (typeof value === 'number' ? null : 'is not a number');
const numbers = maybe(record(number));
const names = maybe(record(text));
const pattern: Check = (value) => (isPattern(value) ? null : 'is not a regular expression');
const patterns = list(pattern);
const sure = maybe(oneOf(true));
const days = maybe(list(list(text)));

/** A file of `data/checks/`. */
export const checkFile = hasShape<CheckFile>({
  numbers,
  scales: numbers,
  bare: words,
  shortScales: numbers,
  faint: words,
  articles: words,
  and: words,
  joiner: maybe((value) => (typeof value === 'string' ? null : 'is not a text')),
  tails: words,
  prefixes: words,
  ordinals: numbers,
  ordinalMark: maybe(pattern),
  fractions: numbers,
  andHalf: words,
  oneIn: words,
  every: words,
  partsOf: words,
  percent: words,
  percentBefore: words,
  points: words,
  basisPoints: words,
  currencies: names,
  units: names,
  spans: names,
  hours: words,
  hoursBefore: words,
  am: words,
  pm: words,
  clock: numbers,
  minutesBefore: numbers,
  minutesAfter: numbers,
  dates: maybe(patterns),
  months: days,
  weekdays: days,
  decadeBefore: maybe(pattern),
  decadeAfter: maybe(pattern),
  decades: numbers,
  compass: names,
  regions: names,
  idioms: maybe(patterns),
  negation: maybe(
    shape<CheckPack['negation']>({ not: patterns, either: maybe(patterns), words: patterns, hidden: patterns }),
  ),
  function: words,
  loans: words,
  doubled: words,
  spacedSigns: sure,
  quotes: maybe(text),
  looseDigits: sure,
  roles: maybe(record(record(patterns))),
  opposites: maybe(record(record(patterns))),
  tally: maybe(shape<NonNullable<CheckPack['tally']>>({ votes: patterns, to: patterns })),
  length: maybe(number),
});

/** The file `data/acronyms.json`. */
export const acronymFile = hasShape<{ readonly organisations: Acronyms }>({ organisations: list(record(text)) });

/** The file `data/given-names.json`. */
export const givenNameFile = hasShape<{ readonly names: readonly string[] }>({ names: list(text) });

/** The file `data/cities.json`. */
export const cityFile = hasShape<{ readonly source: string; readonly cities: NonNullable<CheckPack['cities']> }>({
  source: text,
  cities: list(record(text)),
});

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value, 'giu').unicode;
  } catch {
    return false;
  }
}
