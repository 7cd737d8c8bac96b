import fc from 'fast-check';
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
    expect(readGlossary(text(write([LAVROV, MINISTER])), name)).toEqual([LAVROV, MINISTER]);
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
        expect(readGlossary(text(write(keyed)), name)).toEqual(keyed);
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

describe('what a glossary file says', () => {
  const account = (text: string, name: string, mapping?: string[]) => {
    const kept = glossaryAccount();
    const concepts = readGlossary(text, name, mapping, kept);
    const { read, kept: there, named } = kept.balance(concepts);
    expect(missingLetters({ read, kept: there, named })).toBe(0);
    return {
      concepts,
      leftOut: Object.fromEntries(kept.leftOut.parts()),
      asNotes: Object.fromEntries(kept.asNotes.parts()),
      unknown: [...kept.unknownStatuses()],
    };
  };
  const martif = (entry: string) =>
    `<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>From a desk</p></sourceDesc></fileDesc></martifHeader><text><body>${entry}</body></text></martif>`;
  const entry =
    '<termEntry id="fig.7"><descrip type="subjectField">law</descrip><admin type="source">A</admin><admin type="source">B</admin><langSet xml:lang="en-GB"><note>of en</note>' +
    '<tig><term>court</term><termNote type="partOfSpeech">Noun</termNote><termNote type="geographicalUsage">IE</termNote><termNote type="pronunciation">kawt</termNote><termNote type="administrativeStatus">legalTerm-admn-sts</termNote>' +
    '<descripGrp><descrip type="context">The court\nsat.</descrip><admin type="source">Gazette</admin></descripGrp><transacGrp><transac type="transactionType">origination</transac><date>2020-01-02</date><transacNote type="responsibility">Ann</transacNote></transacGrp></tig>' +
    '<tig><term>tribunal</term><term>bench</term></tig><tig><termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry>';

  it('in TBX is kept, or named with its number', () => {
    const { concepts, leftOut, asNotes } = account(martif(entry), 'a.tbx');
    expect(concepts).toMatchObject([
      {
        subjectField: 'law',
        source: 'A; B',
        note: 'of en',
        ids: { entry: 'fig.7' },
        terms: [
          {
            text: 'court',
            status: 'admitted',
            partOfSpeech: 'noun',
            source: 'Gazette',
            note: 'pronunciation: kawt\nstatus: legalTerm-admn-sts\ngeographicalUsage: IE\ncontext: The court sat.',
          },
          { text: 'tribunal', status: 'admitted' },
          { text: 'bench', status: 'admitted' },
        ],
      },
    ]);
    expect(leftOut).toEqual({
      'header or back: p': 1,
      'the language of note': 1,
      'transactions (who and when)': 1,
      'sections without a term': 1,
    });
    expect(asNotes).toEqual({ pronunciation: 1, 'status “legalTerm-admn-sts”': 1 });
  });

  it('in TBX comes back as it was: ids, contexts and regions; no status where none is given', () => {
    for (const version of [2, 3] as const) {
      const { concepts } = account(martif(entry), 'a.tbx');
      const out = text(writeTbx(concepts, version));
      expect(out).toContain('id="fig.7"');
      expect(out).toContain('<descrip type="context">The court sat.</descrip>');
      expect(out.match(/geographicalUsage">[^<]*/gu)).toEqual(['geographicalUsage">IE']);
      expect(out).not.toContain('admn-sts</termNote>');
      expect(readGlossary(out, 'a.tbx')).toEqual(concepts);
      const mixed = concepts.map((one) => ({
        ...one,
        note: 'one\ntwo',
        definition: 'first\nsecond',
        terms: one.terms.map((term, i) => (i === 0 ? { ...term, status: 'preferred' as const } : term)),
      }));
      const again = text(writeTbx(mixed, version));
      expect(again.match(/(?:preferred|admitted)Term-admn-sts<\/termNote>/gu)).toHaveLength(3);
      expect(readGlossary(again, 'a.tbx')).toEqual(mixed);
    }
  });

  it('in tables is kept, or named, and an unknown status is asked for', () => {
    const table =
      'concept,language,term,status,gender,definition,owner\n1,en,mayor,approved,both,head of a town,Ann\n1,fr,maire,preferred,m,autre,\n2,fr,,,,,Bob\n';
    const { concepts, leftOut, asNotes, unknown } = account(table, 'a.csv');
    expect(concepts[0]?.terms).toMatchObject([
      { text: 'mayor', status: 'admitted', gender: '', note: 'gender: both' },
      { text: 'maire', status: 'preferred', gender: 'masculine' },
    ]);
    expect(leftOut).toEqual({
      'column “owner”': 2,
      'definition in a later row of its concept': 1,
      'rows without a term or its language': 1,
    });
    expect(asNotes).toEqual({ 'gender “both”': 1 });
    expect(unknown).toEqual([['approved', 1]]);
    const explained = readGlossary(table, 'a.csv', undefined, glossaryAccount({ approved: 'preferred' }));
    expect(explained[0]?.terms[0]?.status).toBe('preferred');
    expect(account('mayor\tmaire\tof a town\tmore\n', 'a.txt').leftOut).toEqual({ 'column 4': 1 });
    const json = '[{"kind":"term","owner":"Ann","terms":[{"language":"en","text":"mayor","colour":"red"}]}]';
    expect(account(json, 'a.json').leftOut).toEqual({ 'field “owner”': 1, 'field “colour”': 1 });
  });
});

describe('other tools’ TBX', () => {
  it('is read in the style of elements, with the status by either name', () => {
    const xml = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="b" xmlns:min="m">
      <text><body><conceptEntry id="c1"><min:subjectField>law</min:subjectField><basic:definition>D</basic:definition>
      <langSec xml:lang="fr"><termSec><term>cour</term><min:partOfSpeech>noun</min:partOfSpeech>
      <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
      <basic:grammaticalGender>feminine</basic:grammaticalGender></termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(readGlossary(xml, 'a.tbx')).toMatchObject([
      {
        key: 'c1',
        subjectField: 'law',
        definition: 'D',
        terms: [{ text: 'cour', status: 'admitted', gender: 'feminine' }],
      },
    ]);
  });

  it('and tables are read with languages written in other ways', () => {
    const section = (language: string, term: string) => `<langSet${language}><tig><term>${term}</term></tig></langSet>`;
    const xml = `<martif xml:lang="en"><text><body><termEntry>${section('', 'court')}${section(' xml:lang="fr_ca"', 'cour')}${section(' lang="German"', 'Gericht')}</termEntry></body></text></martif>`;
    const table = 'concept,language,term\n1,English,court\n1,fr_CA,cour\n1,deu,Gericht\n';
    for (const [name, text] of [
      ['a.tbx', xml],
      ['a.csv', table],
    ] as const) {
      expect(readGlossary(text, name)[0]?.terms.map(({ language }) => language)).toEqual(['en', 'fr-CA', 'de']);
    }
  });

  it('is refused with a place where it is damaged or hostile', () => {
    expect(() => readGlossary('<martif><text><body><termEntry>', 'a.tbx')).toThrow(/cannot be read as TBX/u);
    expect(() => readGlossary('<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY a "b">]><martif/>', 'a.tbx')).toThrow(
      /entities/u,
    );
    expect(() => readGlossary(`<tbx>${'<a>'.repeat(1000)}`, 'a.tbx')).toThrow(/deep/u);
  });
});
