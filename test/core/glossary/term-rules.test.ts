import { describe, expect, it } from 'vitest';
import type { Concept, Term } from '../../../src/core/glossary/concept.ts';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
import { packs } from '../../support/packs.ts';

function found(language: string, text: string, term: Partial<Term>, kind: Concept['kind'] = 'term'): string[] {
  const whole: Term = { language, text: '', status: 'preferred', partOfSpeech: '', gender: '', note: '', ...term };
  const concept = { kind, definition: '', note: '', terms: [whole] };
  return termMatcher([concept], packs(language))(text).map(({ start, end }) => text.slice(start, end));
}

describe('a term', () => {
  it('is found with its capitals alone where somebody asks for that', () => {
    const text = 'The shuttle to the Shuttle, and two shuttles.';
    expect(found('en', text, { text: 'shuttle' })).toEqual(['shuttle', 'Shuttle', 'shuttles']);
    expect(found('en', text, { text: 'shuttle', rules: ['exact-case'] })).toEqual(['shuttle', 'shuttles']);
    expect(found('en', text, { text: 'Shuttle', rules: ['exact-case'] })).toEqual(['Shuttle']);
  });

  it('is found as a whole word in its own form alone where somebody asks for that', () => {
    expect(found('fr', 'Le phare et les phares.', { text: 'phare' })).toEqual(['phare', 'phares']);
    expect(found('fr', 'Le phare et les phares.', { text: 'phare', rules: ['whole-word'] })).toEqual(['phare']);
    expect(found('de', 'Der Hafenbehördenleiter.', { text: 'Behörde', rules: ['whole-word'] })).toEqual([]);
  });

  it('that is an acronym of four letters and more is found as the word that it is spoken as', () => {
    expect(found('en', 'Opec met; the Who sang, and nobody opec.', { text: 'OPEC' }, 'organisation')).toEqual(['Opec']);
    expect(found('en', 'The Who sang for the WHO.', { text: 'WHO' }, 'organisation')).toEqual(['WHO']);
    expect(found('sv', 'Nato svarade.', { text: 'NATO' }, 'organisation')).toEqual(['Nato']);
  });

  it('is not the small word that it is without its capital', () => {
    const text = 'May it rain, the Will of the owner may hold. Will Anna go? “May Anna win.”';
    expect(found('en', text, { text: 'May' })).toEqual(['May']);
    expect(found('en', text, { text: 'Will' })).toEqual(['Will', 'Will']);
    expect(found('en', text, { text: 'May', rules: ['exact-case'] })).toEqual(['May', 'May']);
    expect(found('en', 'The bank and the Bank.', { text: 'Bank' })).toEqual(['bank', 'Bank']);
  });
});
