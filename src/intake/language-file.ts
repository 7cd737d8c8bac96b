import type { Compounds, DictionaryForms, Grammar, Inflection } from '../core/text/grammar.ts';
import type { BoilerplatePhrases, CreditMarks, LanguagePack, SharedWords } from '../core/text/language-pack.ts';
import type { NameWords } from '../core/text/name-words.ts';
import { type Check, hasShape, list, maybe, oneOf, record, shape, text } from './shape.ts';

/** A language pack as its file has it; what it adds to the words of all packs is its own here. */
export interface LanguageFile
  extends Omit<
      LanguagePack,
      'boilerplate' | 'checks' | 'shared' | 'heads' | 'creditMarks' | 'pageModels' | 'decisions'
    >,
    Partial<Omit<SharedWords, 'nameWords' | 'smallWords'>> {
  readonly nameWords?: Partial<NameWords>;
}

const words = list(text);
const pattern: Check = (value) => (isPattern(value) ? null : 'is not a regular expression');
const number: Check = (value) => (typeof value === 'number' ? null : 'is not a number');
const any: Check = (value) => (typeof value === 'string' ? null : 'is not a text');
const pairs = list(list(any, 2, 2));
const replacements = list((value) => list(any, 2, 2)(value) ?? pattern((value as readonly unknown[])[0]));
const endings = list(isEndingRule);

const grammar = shape<Grammar>({
  accentsVary: maybe(oneOf(true)),
  spellings: maybe(replacements),
  nameSpellings: maybe(replacements),
  proclitics: maybe(pairs),
  acronymsAsWords: maybe(oneOf(true)),
  letterForms: maybe(words),
  transliteration: maybe(any),
  surnames: maybe(any),
  formers: maybe(words),
  inflection: maybe(
    shape<Inflection>({
      basic: maybe(oneOf(true)),
      number: endings,
      gender: endings,
      irregular: maybe(pairs),
      stems: maybe(replacements),
    }),
  ),
  agents: maybe(shape<NonNullable<Grammar['agents']>>({ word: oneOf('first', 'last'), endings: list(pattern) })),
  nounsInCapitals: maybe(oneOf(true)),
  capitalsVary: maybe(oneOf(true)),
  adjectives: maybe(list(pattern)),
  agreement: maybe(pairs),
  compounds: maybe(shape<Compounds>({ before: words, derived: words, joints: maybe(words) })),
  headLast: maybe(oneOf(true)),
  titleCase: maybe(oneOf(true)),
  complementsJoined: maybe(oneOf(true)),
  dictionary: maybe(
    shape<DictionaryForms>({
      genders: list(genderRule),
      adjectives: shape<DictionaryForms['adjectives']>({
        masculine: maybe(replacements),
        feminine: maybe(replacements),
        neuter: maybe(replacements),
      }),
      names: list(list(any, 2, 2)),
    }),
  ),
});

const nameWords = shape<NameWords>({
  titles: maybe(words),
  ranks: maybe(words),
  particles: maybe(words),
  particleArticles: maybe(words),
  belonging: maybe(words),
  elided: maybe(words),
  small: maybe(words),
  directionsBefore: maybe(words),
  directionsBehind: maybe(words),
  determiners: maybe(words),
  beforeDeterminers: maybe(words),
  apposed: maybe(words),
  complements: maybe(words),
  complementArticles: maybe(words),
  betweenTitleAndName: maybe(words),
  familyParticles: maybe(words),
  possessives: maybe(words),
  familyEndings: maybe(words),
});

/** A file of `data/languages/`: every field of the right shape, none that is unknown. */
export const languageFile = hasShape<LanguageFile>({
  language: text,
  name: text,
  titles: words,
  abbreviations: words,
  properAbbreviations: maybe(words),
  ifNumbered: maybe(words),
  closing: maybe(words),
  suffixes: maybe(words),
  places: maybe(words),
  eras: maybe(words),
  afterNumbers: maybe(words),
  continuers: maybe(words),
  labels: maybe(words),
  exclamations: maybe(words),
  saying: maybe(words),
  stops: maybe(text),
  beforeNumbers: words,
  ordinalReferences: maybe(words),
  goesOnWith: maybe(words),
  joinsBefore: maybe(words),
  endings: maybe(words),
  starters: words,
  namesakes: maybe(words),
  ordinalDot: oneOf(true, false),
  elisions: words,
  letterPrefixes: maybe(words),
  determiners: maybe(pairs),
  months: list(words, 12, 12),
  weekdays: list(words, 7, 7),
  numbers: record(number),
  scales: record(number),
  grammar: maybe(grammar),
  nameWords: maybe(nameWords),
  joinedArticles: maybe(list(pattern)),
  wordStems: maybe(replacements),
  lineContinuers: maybe(words),
  fileCodes: maybe(words),
  scriptSpellings: maybe(replacements),
  declinedNames: maybe(list(pattern)),
});

/** A file of `data/boilerplate/`. */
export const phrases = hasShape<BoilerplatePhrases>({
  lines: words,
  beforeCaption: words,
  comments: words,
  bylines: words,
  credits: words,
});

/** The file `data/credits.json`. */
export const credits = hasShape<CreditMarks>({
  agencies: words,
  labels: words,
  particles: maybe(words),
  endings: maybe(words),
});

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value, 'u').unicode;
  } catch {
    return false;
  }
}

/** A pattern of a noun and its gender. */
function genderRule(value: unknown): string | null {
  const fault = list(any, 2, 2)(value);
  if (fault) return fault;
  const [noun, gender] = value as readonly unknown[];
  return pattern(noun) ?? oneOf('masculine', 'feminine', 'neuter')(gender);
}

function isEndingRule(value: unknown): string | null {
  if (!Array.isArray(value) || value.length < 3 || value.length > 4) return 'is not a rule of three or four parts';
  const [ending, replacement, least, unless]: unknown[] = value;
  return text(ending) ?? any(replacement) ?? number(least) ?? (unless === undefined ? null : pattern(unless));
}
