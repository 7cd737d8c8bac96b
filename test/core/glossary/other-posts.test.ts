import { describe, expect, it } from 'vitest';
import type { StoredConcept } from '../../../src/core/glossary/concept.ts';
import { holdings, overlaps } from '../../../src/core/glossary/holders.ts';
import { mergedConcept, mergeLosses } from '../../../src/core/glossary/merge.ts';
import { rowChecker } from '../../../src/core/glossary/row-checker.ts';
import { checkTitles } from '../../../src/core/glossary/titles/titles.ts';
import { concept } from '../../support/concepts.ts';
import { packs } from '../../support/packs.ts';

const norway = concept('place', ['en/Norway', 'fr/Norvège', 'de/Norwegen']);
const chile = concept('place', ['en/Chile', 'fr/Chili', 'de/Chile']);
const fisheries = concept('role', [
  'en/fisheries minister',
  'fr/ministre de la Pêche/masculine',
  'fr/ministre de la Pêche/feminine',
  'de/Fischereiministerin/feminine',
  'de/Fischereiminister/masculine',
]);
const held = (of: StoredConcept, since: string, until: string) => ({
  relations: [{ kind: 'holds' as const, to: fisheries.id, of: of.id, since, until }],
});
const names = (name: string, gender: string) => ['en', 'fr', 'de'].map((language) => `${language}/${name}/${gender}`);
const solberg = concept('person', names('Kari Solberg', 'feminine'), held(norway, '2023-02-01', ''));
const hagen = concept('person', names('Nils Hagen', 'masculine'), held(norway, '2019', '2023-02-01'));
const rojas = concept('person', names('Elena Rojas', 'feminine'), held(chile, '2022', ''));
const moreau = concept('person', names('Paul Moreau', 'masculine'));
const CONCEPTS = [norway, chile, fisheries, solberg, hagen, rojas, moreau];

function found(text: string, { date = '2024-05-03', language = 'fr', people = [] as StoredConcept[] } = {}) {
  const check = rowChecker(CONCEPTS, { source: packs('en'), target: packs(language) });
  const segment = { id: 2, text, paragraph: 0, kind: 'body' as const };
  const bead = { id: 1, source: [], target: [2], status: 'proposed' as const, confidence: 1, note: '' };
  const { hits } = check({ bead, segments: { source: [], target: [segment] } }, people);
  const posts = { concepts: new Map(CONCEPTS.map((one) => [one.id, one])), holdings: holdings(CONCEPTS), date };
  return checkTitles({ pack: packs(language), texts: [{ text, hits: hits.get(2) ?? [] }] }, posts);
}

describe('whose post it is', () => {
  it.each([
    ['fr', 'Le ministre de la Pêche Nils Hagen est à Bergen.'],
    ['fr', 'Le ministre norvégien de la Pêche, Nils Hagen, est à Bergen.'],
    ['fr', 'Le ministre de la Pêche de Norvège, Nils Hagen, est à Bergen.'],
    ['de', 'Fischereiminister Nils Hagen ist in Bergen.'],
    ['en', 'Norwegian fisheries minister Nils Hagen is in Bergen.'],
  ])('is found for somebody who held it before (%s): %s', (language, text) => {
    expect(found(text, { language })).toMatchObject([{ code: 'title-holder', expected: 'Kari Solberg' }]);
  });

  it.each([
    ['fr', 'L’ancien ministre de la Pêche Nils Hagen est à Bergen.'],
    ['fr', 'L’ancien ministre norvégien de la Pêche Nils Hagen est à Bergen.'],
    ['fr', 'Le vice-ministre de la Pêche Nils Hagen est à Bergen.'],
    ['fr', 'Le ministre de la Pêche par intérim, Nils Hagen, est à Bergen.'],
    ['fr', 'Nils Hagen, ministre de la Pêche jusqu’en 2023, est à Bergen.'],
    ['fr', 'Le ministre de la Pêche désigné, Nils Hagen, est à Bergen.'],
    ['fr', 'En 2021, le ministre de la Pêche Nils Hagen avait signé.'],
    ['de', 'Der ehemalige Fischereiminister Nils Hagen ist in Bergen.'],
    ['en', 'Former Norwegian fisheries minister Nils Hagen is in Bergen.'],
    ['en', 'Fisheries minister-designate Nils Hagen is in Bergen.'],
    ['en', 'Then-fisheries minister Nils Hagen signed it.'],
  ])('is not asked where the text says that it is another post or another time (%s): %s', (language, text) => {
    expect(found(text, { language })).toEqual([]);
  });

  it('is that of a country: two hold it at once, and nobody knows whose a third one’s is', () => {
    expect(overlaps(holdings(CONCEPTS))).toEqual([]);
    expect(found('La ministre de la Pêche Elena Rojas a signé.')).toEqual([]);
    expect(found('Le ministre de la Pêche Paul Moreau a signé.')).toEqual([]);
    expect(found('Le ministre français de la Pêche Paul Moreau a signé.')).toEqual([]);
    expect(found('Le ministre chilien de la Pêche Paul Moreau a signé.')).toMatchObject([{ expected: 'Elena Rojas' }]);
  });

  it('shows its gender behind an adjective and beside a surname alone', () => {
    expect(found('Le ministre de la Pêche norvégien Kari Solberg parle.')).toMatchObject([{ code: 'title-gender' }]);
    expect(found('Solberg, le ministre de la Pêche, parle.')).toEqual([]);
    expect(found('Solberg, le ministre de la Pêche, parle.', { people: [solberg] })).toMatchObject([
      { code: 'title-gender', expected: 'la ministre de la Pêche' },
    ]);
  });
});

describe('merging', () => {
  it('keeps a term of either gender, and says what is lost', () => {
    const one = concept('role', ['fr/porte-parole du port/masculine', 'en/harbour spokesman'], {
      subjectField: 'ports',
    });
    const other = concept('term', ['fr/porte-parole du port/feminine', 'en/port spokesperson'], {
      subjectField: 'media',
      definition: 'who speaks for it',
    });
    const merged = mergedConcept(one, [other]);
    expect(merged.terms.map(({ text, gender }) => `${text} ${gender}`.trim())).toEqual([
      'porte-parole du port masculine',
      'harbour spokesman',
      'porte-parole du port feminine',
      'port spokesperson',
    ]);
    expect(merged.definition).toBe('who speaks for it');
    expect(mergeLosses(one, [other])).toEqual([
      { field: 'kind', term: '', lost: 'term', kept: 'role' },
      { field: 'subjectField', term: '', lost: 'media', kept: 'ports' },
    ]);
  });
});
