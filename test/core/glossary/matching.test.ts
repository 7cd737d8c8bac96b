import { describe, expect, it } from 'vitest';
import type { ConceptKind, StoredConcept } from '../../../src/core/glossary/concept.ts';
import { growingMatcher, termMatcher } from '../../../src/core/glossary/matching.ts';
import { packs } from '../../support/packs.ts';

function concepts(...terms: string[]): StoredConcept[] {
  return terms.map((text, i) => ({
    id: i + 1,
    glossary: 1,
    kind: 'term',
    definition: '',
    note: '',
    terms: [{ language: 'fr', text, status: 'preferred', partOfSpeech: '', gender: '', note: '' }],
  }));
}

describe('termMatcher', () => {
  it.each([
    [
      'ministre des Affaires étrangères',
      'Le ministre des Affaires étrangères est là.',
      'ministre des Affaires étrangères',
    ],
    ['ministre', 'Les ministres sont là.', 'ministres'],
    ['ONU', 'Le rôle de l’ONU.', 'ONU'],
    ['chef d’état-major', 'le CHEF D\u2019ETAT-MAJOR', 'CHEF D\u2019ETAT-MAJOR'],
    ['garde côtière', 'la garde\u00a0côtière', 'garde\u00a0côtière'],
  ])('finds %s in “%s”', (term, text, found) => {
    expect(termMatcher(concepts(term), packs('fr-CA'))(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      found,
    ]);
  });

  it.each([
    ['UN', 'un homme'],
    ['chef', 'le cheffal'],
    ['premier ministre', 'le premier homme, un ministre'],
  ])('does not find %s in “%s”', (term, text) => {
    expect(termMatcher(concepts(term), packs('fr'))(text)).toEqual([]);
  });

  it('takes the longest term', () => {
    const hits = termMatcher(concepts('ministre', 'ministre de la Santé'), packs('fr'))('le ministre de la Santé');
    expect(hits.map(({ term }) => term.text)).toEqual(['ministre de la Santé']);
  });

  it('knows only terms of its language', () => {
    expect(termMatcher(concepts('ministre'), packs('en'))('le ministre')).toEqual([]);
  });

  const found = (
    text: string,
    term: string,
    { language = 'en', kind = 'term' as ConceptKind, article = false } = {},
  ) => {
    const [concept] = concepts(term);
    const here = { ...concept!, kind, terms: concept!.terms.map((one) => ({ ...one, language })) };
    return termMatcher([here], packs(language), { article })(text).map(({ start, end }) => text.slice(start, end));
  };

  it('takes a hyphen within a word for none, and no sentence’s end for one', () => {
    expect(found('Cease-fire talks began.', 'ceasefire')).toEqual(['Cease-fire']);
    expect(found('Il a claqué la porte. Parole tenue.', 'porte-parole', { language: 'fr' })).toEqual([]);
    expect(found('They sailed to St. Petersburg.', 'St. Petersburg', { kind: 'place' })).toEqual(['St. Petersburg']);
  });

  it('finds the same in a large glossary, joined words and their plural, too', () => {
    const others = Array.from({ length: 200 }, (_, i) => `b${'aeiou'[i % 5]}rn${i}`);
    const english = concepts('ceasefire', 'spokeswoman', 'warhead', 'sea', ...others).map((one) => ({
      ...one,
      terms: one.terms.map((term) => ({ ...term, language: 'en' })),
    }));
    const { add, find } = growingMatcher<StoredConcept>(packs('en'));
    for (const concept of english) add(concept);
    const text = 'Two cease fires, spokes-women, war-heads, the seaside and barn0.';
    const foundIn = () => find(text).map(({ start, end }) => text.slice(start, end));
    expect(foundIn()).toEqual(['cease fires', 'spokes-women', 'war-heads', 'barn0']);
    const [seaside] = concepts('sea side');
    add({ ...seaside!, terms: seaside!.terms.map((term) => ({ ...term, text: 'seaside', language: 'en' })) });
    expect(foundIn()).toEqual(['cease fires', 'spokes-women', 'war-heads', 'seaside', 'barn0']);
  });

  it('tells a forename from a term that begins a sentence', () => {
    expect(found('Bill Carter spoke.', 'bill')).toEqual([]);
    expect(found('Bill passes.', 'bill')).toEqual(['Bill']);
    expect(found('Bill Passes Senate', 'bill')).toEqual(['Bill']);
  });

  it('finds a person by one name anywhere in an article, but nobody else of that name', () => {
    const inArticle = (text: string, language = 'en') =>
      found(text, 'Ilse Brandt', { language, kind: 'person', article: true });
    expect(inArticle('Brandt in Varna. Ilse Brandt spoke; President Brandt left.')).toEqual([
      'Brandt',
      'Ilse Brandt',
      'Brandt',
    ]);
    expect(inArticle('Ilse Brandt spoke. His sister Anna Brandt left for the Brandt Institute.')).toEqual([
      'Ilse Brandt',
    ]);
    expect(inArticle('Brandt Meets Petrov in Varna\nIlse Brandt spoke.')).toEqual(['Brandt', 'Ilse Brandt']);
    expect(inArticle('Ilse Brandt sprach. Kanzlerin Brandt ging.', 'de')).toEqual(['Ilse Brandt', 'Brandt']);
    expect(inArticle('Brandt spoke.')).toEqual([]);
  });

  it('finds a term within a German compound, but no other word that begins like it', () => {
    const inGerman = (text: string, term: string) => found(text, term, { language: 'de' });
    expect(inGerman('Das Waffenruheabkommen hielt.', 'Waffenruhe')).toEqual(['Waffenruhe']);
    expect(inGerman('Der Bericht des Bundesrechnungshofes', 'Rechnungshof')).toEqual(['rechnungshofes']);
    expect(inGerman('Das Außenministerium und die Außenministerinnenrunde', 'Außenminister')).toEqual([]);
    expect(inGerman('Der Lautsprecher', 'Sprecher')).toEqual([]);
  });

  it.each([
    [
      'World Health Organization',
      'The World Health Organisation warned.',
      'World Health Organisation',
      'en',
      'organisation',
    ],
    ['defence budget', 'The defense budgets grew.', 'defense budgets', 'en', 'term'],
    ['CEO', 'CEOs earn more.', 'CEOs', 'en', 'role'],
    [
      'ministre de la Défense',
      'le ministre britannique de la Défense',
      'ministre britannique de la Défense',
      'fr',
      'role',
    ],
    [
      'Ministerio de Defensa',
      'el Ministerio español de Defensa',
      'Ministerio español de Defensa',
      'es',
      'organisation',
    ],
    ['demandeur d’asile', 'des demandeuses d’asile', 'demandeuses d’asile', 'fr', 'term'],
    ['Asylbewerber', 'Die Asylbewerberinnen kamen.', 'Asylbewerberinnen', 'de', 'term'],
    ['alcalde', 'la alcaldesa', 'alcaldesa', 'es', 'role'],
  ] as const)('finds %s in “%s”', (term, text, hit, language, kind) => {
    expect(found(text, term, { language, kind })).toEqual([hit]);
  });

  it('takes who is in a union for no union', () => {
    expect(found('Die Gewerkschafter streikten.', 'Gewerkschaft', { language: 'de' })).toEqual([]);
  });
});
