import { describe, expect, it } from 'vitest';
import { candidates } from '../../../src/core/glossary/candidates.ts';
import type { Concept, Term } from '../../../src/core/glossary/concept.ts';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
import { packs } from '../../support/packs.ts';

function found(language: string, text: string, terms: readonly string[], kind: Concept['kind'] = 'person'): string[] {
  const concepts = terms.map((term) => {
    const one: Term = { language, text: term, status: 'preferred', partOfSpeech: '', gender: '', note: '' };
    return { kind, definition: '', note: '', terms: [one] };
  });
  return termMatcher(concepts, packs(language), { article: true })(text).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('a surname', () => {
  it.each([
    ['en', 'Mr. Bellweather declined.', 'Oscar Bellweather', 'Bellweather'],
    ['fr', 'Mme Kerouan a refusé.', 'Solène Kerouan', 'Kerouan'],
    ['de', 'Frau Eschenloh schwieg.', 'Ute Eschenloh', 'Eschenloh'],
    ['es', 'La señora Arrizabal calló.', 'Marta Arrizabal', 'Arrizabal'],
    ['ar', 'رفض السيد برنوط الطلب.', 'كريم برنوط', 'برنوط'],
  ])('is known behind a form of address (%s)', (language, text, name, surname) => {
    expect(found(language, text, [name])).toEqual([surname]);
  });

  it('is nobody’s where two have it, and another’s before a further name', () => {
    expect(found('en', 'Mr. Bellweather declined.', ['Oscar Bellweather', 'Ivy Bellweather'])).toEqual([]);
    expect(found('en', 'Mr. Oscar Pym declined.', ['Ada Oscar'])).toEqual([]);
    expect(found('en', 'The Bellweather mill burned.', ['Oscar Bellweather'])).toEqual([]);
  });

  it('is the last part of a foreign name in Chinese, once it is named in full', () => {
    expect(found('zh', '奥斯卡·贝尔韦到访。贝尔韦随后离开。', ['奥斯卡·贝尔韦'])).toEqual(['奥斯卡·贝尔韦', '贝尔韦']);
  });
});

describe('where a term begins', () => {
  it('takes an elided article that is a part of the name, and leaves an Arabic one that is not', () => {
    expect(found('fr', 'Selon L’Estuaire, rien.', ["L'Estuaire"], 'organisation')).toEqual(['L’Estuaire']);
    expect(found('ar', 'وصل الربان أمس.', ['ربان'], 'role')).toEqual(['ربان']);
    expect(found('ar', 'وصل الربان أمس.', ['الربان'], 'role')).toEqual(['الربان']);
  });

  it('may have a sign between letters without spaces', () => {
    expect(found('zh', '昨天海峡+宣布。', ['海峡+'], 'organisation')).toEqual(['海峡+']);
  });
});

describe('a title with a name that nothing is known of', () => {
  it.each([
    [
      'de',
      'The chief executive of Tarvolex AG, Ute Kern, said nothing.',
      'Die Vorstandsvorsitzende der Tarvolex AG, Ute Kern, schwieg.',
      'Vorstandsvorsitzende',
      'Tarvolex AG',
    ],
    ['zh', 'The chairman of Maruvel Technology resigned.', '马鲁科技董事长辞职。', '董事长', '马鲁科技'],
  ])('is proposed apart from it (%s)', (language, english, text, title, body) => {
    const pairs = candidates({ segments: [english], pack: packs('en') }, { segments: [text], pack: packs(language) }, [
      { source: [0], target: [0] },
    ]).map(({ kind, target }) => `${kind} ${target}`);
    expect(pairs).toEqual(expect.arrayContaining([`role ${title}`, `organisation ${body}`]));
  });
});
