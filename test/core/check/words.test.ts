import { describe, expect, it } from 'vitest';
import { readValues } from '../../../src/core/check/values/read-values.ts';
import { vocabularyOf } from '../../../src/core/check/values/vocabulary.ts';
import { firstWordsOf } from '../../../src/core/check/words/pattern-words.ts';
import { phraseFinder } from '../../../src/core/check/words/phrase-finder.ts';
import { textWords } from '../../../src/core/check/words/text-words.ts';
import { packs } from '../../support/packs.ts';

describe('the words with which a pattern may begin', () => {
  it.each([
    ['no[- ]one', ['no'], ['none', 'nobody']],
    ["(?:is|was|wo)n't", ['isn', 'won'], ['is', 'want']],
    ['niemand\\p{L}*', ['niemand', 'niemanden'], ['nie']],
    ['[وف]?لا', ['لا', 'ولا', 'فَلا'], ['بلا', 'لاب']],
    ['(?:hundreds|tens?) of', ['hundreds', 'ten', 'tens'], ['hundred', 'tense']],
    ["n[e']\\s?(?:\\p{L}+\\s)?pas", ['n', 'ne', 'nest'], ['on', 'pas']],
    ['(?<!(?:\\d|мя) )сотнями', ['сотнями'], ['сотни']],
    ['still(?= on)', ['still'], ['till']],
    ['a(?:b(?:c|d)?|e)f', ['abf', 'abcf', 'aef'], ['af', 'abce']],
  ])('%s', (pattern, may, mayNot) => {
    const { mayBegin } = firstWordsOf([pattern]);
    expect(may.filter((word) => !mayBegin(word))).toEqual([]);
    expect(mayNot.filter(mayBegin)).toEqual([]);
  });

  it('are any words where that cannot be told', () => {
    expect(firstWordsOf(['\\p{L}+weise']).mayBegin('fall')).toBe(true);
    expect(firstWordsOf(['.lah']).hasOther).toBe(true);
    expect(firstWordsOf(['24 hours']).hasOther).toBe(true);
  });

  it('are those of whatever the patterns of the packs find', () => {
    const texts: Readonly<Record<string, string>> = {
      en: 'Nobody said no; it isn’t that none had come without asking, and no one ever will.',
      fr: 'Personne n’a rien dit, il n’est jamais venu sans demander, ni ici ni nulle part.',
      de: 'Niemand sagte nein, keiner kam jemals ohne zu fragen, und nirgends weder Brot noch Salz.',
      es: 'Nadie dijo que no; nunca vino ninguno sin preguntar, ni tampoco nada.',
      ru: 'Никто не сказал ни слова, ничего никогда нельзя было взять без спроса.',
      ar: 'لم يقل أحد شيئا ولن يأتي بدون إذن وليس هذا غير مفهوم',
    };
    for (const [language, text] of Object.entries(texts)) {
      const small = text.toLowerCase().replaceAll('’', "'");
      for (const pattern of packs(language).checks.negation.words) {
        const found = phraseFinder([pattern])?.find(small) ?? [];
        const { words, starts } = textWords(text, packs(language));
        const first = firstWordsOf([pattern]);
        for (const { start } of found) {
          const word = words[starts.indexOf(start)]?.text ?? '';
          expect([pattern, word, first.hasOther || first.mayBegin(word)]).toEqual([pattern, word, true]);
        }
      }
    }
  });
});

describe('a text that is silent', () => {
  const isSilent = (language: string, text: string) =>
    vocabularyOf(packs(language)).isSilent(text, textWords(text, packs(language)));

  it.each([
    ['en', 'The old ferry in the harbour was painted and sold.', true],
    ['en', 'It took a week.', false],
    ['en', 'They met at a quarter past.', false],
    ['en', 'Henry VIII had it built.', false],
    ['fr', 'Il pense que le pont tiendra.', true],
    ['fr', 'On en a vu quatre-vingts.', false],
    ['de', 'Fünfundzwanzig Häuser brannten.', false],
    ['ru', 'Мост открыли в марте.', false],
    ['ar', 'وصل خمسة عشر زائرا', false],
    ['zh', '来了十二个人', false],
  ])('%s: %s', (language, text, expected) => {
    expect(isSilent(language, text)).toBe(expected);
    expect(readValues(text, packs(language)).length === 0).toBe(expected);
  });
});
