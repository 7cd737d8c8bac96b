import { describe, expect, it } from 'vitest';
import { pairThingWords } from '../../../src/core/align/model/thing-words.ts';
import { alignmentTokens } from '../../../src/core/align/model/tokens.ts';
import { loadSeedLexicons } from '../../../src/intake/seed-lexicon.ts';
import { packs } from '../../support/packs.ts';

const [EN, FR] = [packs('en'), packs('fr')];

function paired(source: Record<string, number[]>, target: Record<string, number[]>) {
  const lexicon = pairThingWords(
    { words: new Map(Object.entries(source)), pack: EN },
    { words: new Map(Object.entries(target)), pack: FR },
  );
  return [...lexicon].flatMap(([word, row]) => [...row.keys()].map((other) => `${word} ${other}`)).sort();
}

describe('words of the same things', () => {
  it('go together where they are said of the same, each the best for the other', () => {
    const english = { cat: [1, 2, 3], face: [1, 2, 4, 5], kitten: [2] };
    const french = { chat: [1, 2, 3], visage: [1, 4, 5], matou: [3] };
    expect(paired(english, french)).toEqual(['cat chat', 'face visag']);
  });

  it('do not where they share one thing alone', () => {
    expect(paired({ moon: [7] }, { lune: [7] })).toEqual([]);
  });

  it('are counted by their stems', () => {
    expect(paired({ dancer: [1], dancers: [2] }, { danseuse: [1], danseur: [2] })).toEqual(['dance danse']);
  });
});

describe('the lexicon of a language pair', () => {
  const seedFor = loadSeedLexicons();

  it.each([
    ['hu', 'en', 'macska', 'cat'],
    ['is', 'en', 'köttur', 'cat'],
    ['sw', 'fi', 'samaki', 'kala'],
    ['de', 'fr', 'Katze', 'chat'],
    ['ja', 'tr', '猫', 'kedi'],
    ['hu', 'en', 'Franciaország', 'France'],
    ['is', 'en', 'sænska', 'Swedish'],
    ['sw', 'fi', 'Jumatatu', 'maanantai'],
    ['nb', 'en', 'hund', 'dog'],
  ])('%s–%s knows %s', (from, to, word, translation) => {
    const lexicon = seedFor(packs(from), packs(to));
    const token = (text: string, pack = packs(from)) => alignmentTokens(text, pack)[0] ?? '';
    expect([...(lexicon.get(token(word))?.keys() ?? [])]).toContain(token(translation, packs(to)));
  });

  it('is empty for languages of which nothing is known', () => {
    expect(seedFor(packs('qaa'), packs('qab')).size).toBe(0);
  });
});
