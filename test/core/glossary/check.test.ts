import { describe, expect, it } from 'vitest';
import { checkTerms } from '../../../src/core/glossary/check.ts';
import type { Concept, ConceptKind, TermStatus } from '../../../src/core/glossary/concept.ts';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
import { packs } from '../../support/packs.ts';

const concept = (kind: ConceptKind, ...terms: [language: string, text: string, status?: TermStatus][]): Concept => ({
  kind,
  definition: '',
  note: '',
  terms: terms.map(([language, text, status = 'preferred']) => ({
    language,
    text,
    status,
    partOfSpeech: '',
    gender: '',
    note: '',
  })),
});
const glossary = [
  concept('person', ['en', 'Anna Lindqvist'], ['fr', 'Anna Lindqvist']),
  concept('person', ['en', 'Sergei Volkov'], ['fr', 'Sergueï Volkov'], ['fr', 'Sergei Wolkow', 'forbidden']),
  concept(
    'role',
    ['en', 'foreign minister'],
    ['fr', 'ministre des Affaires étrangères'],
    ['fr', 'ministre de l’Extérieur', 'deprecated'],
  ),
  concept('organisation', ['en', 'Coast Guard'], ['fr', 'Garde côtière']),
  concept('role', ['en', 'head of the Coast Guard'], ['fr', 'chef de la Garde côtière']),
  concept('place', ['en', 'Northport']),
  concept('term', ['en', 'bank'], ['fr', 'banque']),
  concept('term', ['en', 'bank'], ['fr', 'rive']),
];
const check = (source: string[], target: string[]) => {
  const side = (language: string, texts: string[]) => {
    const find = termMatcher(glossary, packs(language));
    return { pack: packs(language), texts: texts.map((text) => ({ text, hits: find(text) })) };
  };
  return checkTerms(side('en', source), side('fr', target)).map(
    ({ code, found, expected, correction }) =>
      `${code}: ${found} → ${expected}${correction ? ` (${correction.at}: ${correction.text})` : ''}`,
  );
};

describe('checking terms', () => {
  it.each<[what: string, source: string[], target: string[], expected: string[]]>([
    ['what agrees', ['The foreign ministers met.'], ['Les ministres des Affaires étrangères se sont vus.'], []],
    [
      'a term that is not there',
      ['The Coast Guard came.'],
      ['Les sauveteurs sont venus.'],
      ['term-missing: Coast Guard → Garde côtière'],
    ],
    [
      'a term out of use',
      ['The foreign minister left.'],
      ['Le ministre de l’Extérieur est parti.'],
      [
        'term-deprecated: ministre de l’Extérieur → ministre des Affaires étrangères (0: Le ministre des Affaires étrangères est parti.)',
      ],
    ],
    [
      'a forbidden name',
      ['Sergei Volkov left.'],
      ['Sergei Wolkow est parti.'],
      ['term-forbidden: Sergei Wolkow → Sergueï Volkov (0: Sergueï Volkov est parti.)'],
    ],
    [
      'a term out of use with a word within, which only a person can put right',
      ['The Russian foreign minister left.'],
      ['Le ministre russe de l’Extérieur est parti.'],
      ['term-deprecated: ministre russe de l’Extérieur → ministre des Affaires étrangères'],
    ],
    ['a person by the family name', ['Anna Lindqvist said so.'], ['Mme Lindqvist l’a dit.'], []],
    [
      'a person spelt another way',
      ['Sergei Volkov said so.'],
      ['Serge Wolkov l’a dit.'],
      ['term-missing: Sergei Volkov → Sergueï Volkov'],
    ],
    [
      'a family name spelt a forbidden way',
      ['Sergei Volkov said so.'],
      ['M. Wolkow l’a dit.'],
      ['term-forbidden: Wolkow → Volkov (0: M. Volkov l’a dit.)'],
    ],
    ['a term within a longer one', ['The Coast Guard’s boss spoke.'], ['Le chef de la Garde côtière a parlé.'], []],
    ['a term in another segment of the row', ['It came.', 'The Coast Guard, too.'], ['La Garde côtière vint.'], []],
    ['a word of two concepts', ['On the bank.'], ['Sur la rive.'], []],
    ['a concept without a term there', ['In Northport.'], ['Là-bas.'], []],
    ['a row without translation', ['The Coast Guard came.'], [], []],
    [
      'the same twice',
      ['The Coast Guard saw the Coast Guard.'],
      ['Elle la vit.'],
      ['term-missing: Coast Guard → Garde côtière'],
    ],
  ])('%s', (_what, source, target, expected) => {
    expect(check(source, target)).toEqual(expected);
  });
});
