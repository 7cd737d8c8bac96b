import { describe, expect, it } from 'vitest';
import type { AnyConcept, ConceptKind } from '../../../src/core/glossary/concept.ts';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
import { packs } from '../../support/packs.ts';

function found(language: string, text: string, ...terms: readonly (readonly [ConceptKind, string])[]) {
  const concepts = terms.map(
    ([kind, term]): AnyConcept => ({
      kind,
      definition: '',
      note: '',
      terms: [{ language, text: term, status: 'preferred', partOfSpeech: '', gender: '', note: '' }],
    }),
  );
  return termMatcher(concepts, packs(language))(text).map(({ start, end }) => text.slice(start, end));
}

describe('a term in Chinese', () => {
  it.each([
    ['他们开会议论此事', '会议', []],
    ['他们在会议上发言', '会议', ['会议']],
    ['這是財政問題', '财政', ['財政']],
    ['法国会支持该计划', '国会', []],
  ])('%s', (text, term, hits) => {
    expect(found('zh', text, ['organisation', term])).toEqual(hits);
  });
});

describe('a term in Arabic', () => {
  it.each([
    ['وتحدث للوزير', 'وزير', ['للوزير']],
    ['وصل مع وزراء التعليم', 'وزير التعليم', ['وزراء التعليم']],
    ['رحب بسفير فرنسا', 'سفير', ['سفير']],
    ['قال والمدير', 'مدير', ['مدير']],
    ['قال والمدير', 'المدير', ['المدير']],
  ])('%s', (text, term, hits) => {
    expect(found('ar', text, ['role', term])).toEqual(hits);
  });
});

describe('a term', () => {
  it.each([
    ['en', 'organisation', "Children's Fund", 'The Children’s Fund paid.', ['Children’s Fund']],
    [
      'en',
      'organisation',
      "People's Republic of China",
      "The People's Republic of China paid.",
      ["People's Republic of China"],
    ],
    ['en', 'organisation', 'Children Fund', "The children's so Fund paid.", []],
    ['en', 'term', 'C++', 'It is written in C++ and C.', ['C++']],
    ['en', 'organisation', 'B&Q', 'B&Q said so.', ['B&Q']],
    ['en', 'term', 'ceasefire', 'A cease fire began.', ['cease fire']],
    ['en', 'role', 'MP', 'Two MPs left.', ['MPs']],
    ['en', 'role', 'trade minister', 'The deputy trade minister left.', []],
    ['ru', 'role', 'министр культуры', 'Заместитель министра культуры уехал.', []],
    ['ru', 'role', 'мэр', 'Мэрия закрыта.', []],
    ['ru', 'term', 'беженец', 'Приехало сто беженцев.', ['беженцев']],
    ['es', 'role', 'alcalde', 'El exalcalde volvió.', ['exalcalde']],
    ['es', 'organisation', 'UNICEF', 'Habló Unicef ayer.', ['Unicef']],
    ['es', 'place', 'EE.UU.', 'Viajó a EE.UU. ayer.', ['EE.UU.']],
    ['he', 'organisation', 'ממשלה', 'הוא דיבר בממשלה.', ['ממשלה']],
  ] as const)('%s: %s %s in “%s”', (language, kind, term, text, hits) => {
    expect(found(language, text, [kind, term])).toEqual(hits);
  });
});
