import { describe, expect, it } from 'vitest';
import {
  lossInOmegat,
  writeGlossaryCsv,
  writeGlossaryJson,
  writeOmegat,
} from '../../../src/core/formats/glossary-tables.ts';
import { writeTbx } from '../../../src/core/formats/tbx.ts';
import {
  CONCEPT_KINDS,
  type FileConcept,
  GENDERS,
  NUMBERS,
  REGISTERS,
  TERM_STATUSES,
  TERM_TYPES,
  type Term,
} from '../../../src/core/glossary/concept.ts';
import { missingLetters } from '../../../src/core/text/letters.ts';
import { glossaryAccount } from '../../../src/intake/glossaries/glossary-account.ts';
import { readGlossary } from '../../../src/intake/glossaries/read-glossary.ts';
import { english } from '../../support/english.ts';
import fc from '../../support/random-cases.ts';

const text = (chunks: Iterable<string>) => [...chunks].join('');

const LAVROV: FileConcept = {
  key: 'lavrov',
  kind: 'person',
  definition: 'Diplomat.',
  note: 'Often in the news.',
  subjectField: 'diplomacy',
  ids: { wikidata: 'Q58217' },
  relations: [{ kind: 'holds', to: 'minister', since: '2004-03-09', until: '' }],
  terms: [
    {
      language: 'en',
      text: 'Sergey Lavrov',
      status: 'preferred',
      partOfSpeech: '',
      gender: 'masculine',
      note: '',
      forms: ['Sergei Lavrov', 'Lavrov | Sergey'],
    },
    {
      language: 'fr-CA',
      text: '=Sergueï Lavrov',
      status: 'forbidden',
      partOfSpeech: 'noun',
      gender: 'common',
      note: 'a;b "c"',
      reason: 'why',
      instead: 'Sergueï Lavrov',
      type: 'variant',
      number: 'singular',
      register: 'formal',
      source: 'desk',
    },
    { language: 'en', text: 'Lavrov', status: 'admitted', partOfSpeech: 'noun phrase', gender: '', note: '' },
  ],
};

const MINISTER: FileConcept = {
  key: 'minister',
  kind: 'role',
  definition: '',
  note: '',
  image: 'https://example.org/a.png',
  source: 'desk',
  terms: [
    { language: 'en', text: 'foreign minister', status: 'preferred', partOfSpeech: 'noun', gender: '', note: '' },
  ],
};

const WRITERS: readonly (readonly [string, string, (concepts: readonly FileConcept[]) => Iterable<string>])[] = [
  ['TBX 3', 'a.tbx', (concepts) => writeTbx(concepts, 3)],
  ['TBX 2', 'a.tbx', (concepts) => writeTbx(concepts, 2)],
  ['CSV', 'a.csv', writeGlossaryCsv],
  ['TSV', 'a.tsv', (concepts) => writeGlossaryCsv(concepts, '\t')],
  ['JSON', 'a.json', writeGlossaryJson],
];

describe.each(WRITERS)('%s', (_format, name, write) => {
  it('holds everything, out and back', () => {
    const account = glossaryAccount();
    const back = readGlossary(text(write([LAVROV, MINISTER])), name, undefined, account);
    expect(back).toEqual([LAVROV, MINISTER]);
    expect(missingLetters(account.balance(back))).toBe(0);
  });

  /** Words as people write them: any script, no control characters, trimmed, spaces single. */
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((value) =>
      value
        .replace(/[\p{Cc}\p{Cs}\p{Cn}\s\ufeff\ufffe\uffff]+/gu, ' ')
        .trim()
        .normalize('NFC'),
    )
    .filter((value) => value !== '' && !/^x-[a-z-]+: /u.test(value));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const defined = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
  const term = fc
    .record({
      language: fc.constantFrom('en', 'fr', 'fr-CA', 'zh-Hans', 'ar'),
      text: words,
      status: fc.constantFrom(...TERM_STATUSES),
      partOfSpeech: fc.oneof(fc.constant(''), fc.constant('noun'), words),
      gender: fc.constantFrom('' as const, ...GENDERS),
      note: fc.oneof(fc.constant(''), words),
      type: maybe(fc.constantFrom(...TERM_TYPES)),
      number: maybe(fc.constantFrom(...NUMBERS)),
      register: maybe(fc.constantFrom(...REGISTERS)),
      forms: maybe(
        fc.array(
          words.filter((form) => !form.includes('|')),
          { minLength: 1, maxLength: 3 },
        ),
      ),
      reason: maybe(words),
      instead: maybe(words),
      source: maybe(words),
    })
    .map((value) => defined(value) as Term);
  const concept = fc
    .record({
      kind: fc.constantFrom(...CONCEPT_KINDS),
      definition: fc.oneof(fc.constant(''), words),
      note: fc.oneof(fc.constant(''), words),
      subjectField: maybe(words),
      source: maybe(words),
      terms: fc.array(term, { minLength: 1, maxLength: 4 }),
    })
    .map(defined);

  it('is the same after writing and reading, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(concept, { minLength: 1, maxLength: 4 }), (list) => {
        const keyed = list.map((one, i) => ({ ...one, key: `k${i}` })) as FileConcept[];
        const account = glossaryAccount();
        const back = readGlossary(text(write(keyed)), name, undefined, account);
        expect(back).toEqual(keyed);
        expect(missingLetters(account.balance(back))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('OmegaT’s text', () => {
  it('is a pair a line, without what is not to be used, and says what it leaves out', () => {
    const pair: FileConcept = {
      ...MINISTER,
      terms: [...MINISTER.terms, { ...MINISTER.terms[0]!, language: 'fr', text: 'ministre\tX' }],
    };
    expect(text(writeOmegat([pair, LAVROV], 'en', 'fr'))).toBe('foreign minister\tministre X\n');
    expect(lossInOmegat([pair, LAVROV], 'en', 'fr').map(({ message }) => english(message))).toEqual([
      expect.stringContaining('deprecated or forbidden terms (1)'),
      expect.stringContaining('genders and parts of speech (5)'),
      expect.stringContaining('roles and other relations (1)'),
    ]);
  });
});

describe('tables', () => {
  it.each([
    [
      'semicolons and a byte order mark',
      '\ufeffconcept;language;term\r\n1;en;mayor\r\n1;fr;maire\r\n',
      ['mayor', 'maire'],
    ],
    ['tabs', 'language\tterm\nen\tmayor\n', ['mayor']],
    ['Excel’s first line', 'sep=;\nlanguage;term\nen;mayor\n', ['mayor']],
    ['a row a pair', 'en,fr,note\nmayor,maire,town\nsenate,sénat,\n', ['mayor', 'maire', 'senate', 'sénat']],
    ['languages by name', 'English;French\nmayor;maire\n', ['mayor', 'maire']],
    [
      'commas and no header',
      'mayor,maire\n"hall, town","hôtel de ville"\n',
      ['mayor', 'maire', 'hall, town', 'hôtel de ville'],
    ],
    [
      'semicolons, and commas in the terms',
      '# ours\nhall, town;mairie\nmayor;maire\n',
      ['hall, town', 'mairie', 'mayor', 'maire'],
    ],
    [
      'tabs and quotation marks',
      '"The Times"\tle "Times"; le quotidien\n',
      ['"The Times"', 'le "Times"; le quotidien'],
    ],
    ['source and target above', 'Source,Target,Data\nmayor,maire,7\n', ['mayor', 'maire']],
    ['source and target in French', 'Terme source;Terme cible;note\nmayor;maire;x\n', ['mayor', 'maire']],
    ['quotes with breaks', 'language,term,note\nen,mayor,"a\nb, c"\n', ['mayor']],
  ])('are read with %s', (_name, table, expected) => {
    expect(readGlossary(table, 'a.csv').flatMap(({ terms }) => terms.map((one) => one.text))).toEqual(expected);
  });

  it('without languages are in any, and a line that is no pair is refused by its number', () => {
    const [one] = readGlossary('Source,Target,Comment\nmayor,maire,of a town\n', 'a.csv');
    expect(one).toMatchObject({ note: 'of a town', terms: [{ language: 'und' }, { language: 'und' }] });
    expect(() => readGlossary('mayor,maire\n\nsenate,\n', 'a.csv')).toThrow('a.csv, line 3: not a term pair.');
    expect(() => readGlossary('mayor\n', 'a.csv')).toThrow('line 1: not a term pair');
  });

  it('go by what somebody says the columns are', () => {
    const [one] = readGlossary('A,B\nmayor,maire\n', 'a.csv', ['term:en', 'term:fr']);
    expect(one?.terms.map(({ language, text: words }) => `${language} ${words}`)).toEqual(['en mayor', 'fr maire']);
    expect(() => readGlossary('A,B\nmayor,maire\n', 'a.csv', ['', ''])).toThrow('columns');
  });
});
