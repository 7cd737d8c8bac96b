import { describe, expect, it } from 'vitest';
import type { StoredConcept } from '../../../src/core/glossary/concept.ts';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
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
});
