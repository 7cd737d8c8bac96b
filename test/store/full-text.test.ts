import { describe, expect, it } from 'vitest';
import type { Bitext } from '../../src/core/bitext/bitext.ts';
import { findRowsWith } from '../../src/store/concordance.ts';
import { listLibrary } from '../../src/store/library.ts';
import { unitsWith } from '../../src/store/lookup.ts';
import { bitextOf } from '../support/bitexts.ts';
import { storeRows, storesOfTests } from '../support/stores.ts';

const opened = storesOfTests();

describe('search', () => {
  it('finds titles, beginnings of words without accents, and Chinese', async () => {
    const store = await opened();
    await storeRows(store, withTexts(['The election was held.'], ['L’élection a eu lieu.']), 'Votes');
    await storeRows(store, withTexts(['100 % sure'], ['部长说']), 'Other');
    const titles = async (search: string) =>
      (await listLibrary(store.db, { search, archived: false, doubtBelow: 0.5 })).map((entry) => entry.title);
    expect(await titles('elec')).toEqual(['Votes']);
    expect(await titles('lieu élection')).toEqual(['Votes']);
    expect(await titles('oth')).toEqual(['Other']);
    expect(await titles('部长')).toEqual(['Other']);
    expect(await titles('%')).toEqual(['Other']);
    expect(await titles('"')).toEqual([]);
    expect(await titles('nothing')).toEqual([]);
  });

  const wantedRows = (words: string, language = '') =>
    ({ words, language, status: '', publisher: '', from: '', to: '' }) as const;

  it('finds words one after another, the last from its beginning unless a space follows', async () => {
    const store = await opened();
    await storeRows(store, withTexts(['The town council met.'], ['x']));
    const found = async (words: string) => (await findRowsWith(store.db, wantedRows(words), 9)).length;
    expect(await Promise.all(['town council', 'council town', 'town coun', 'town coun ', 'ouncil'].map(found))).toEqual(
      [1, 0, 1, 0, 0],
    );
  });

  it.each([
    ['Thai', 'th', 'ท่าเรือใหม่เปิดแล้ว', 'ใหม่'],
    ['Lao', 'lo', 'ທ່າເຮືອໃໝ່ເປີດແລ້ວ', 'ໃໝ່'],
    ['Khmer', 'km', 'កំពង់ផែថ្មីបានបើក', 'ថ្មី'],
    ['Chinese', 'zh', '新港口开放了', '港口'],
  ])('finds what stands within a line of %s', async (_name, language, text, part) => {
    const store = await opened();
    await storeRows(store, { ...withTexts(['A new harbour.'], [text]), targetLanguage: language });
    expect(await findRowsWith(store.db, wantedRows(part), 9)).toMatchObject([{ side: 'target', target: text }]);
  });

  it('finds a row once, though the words stand on both sides, and in several sentences of it', async () => {
    const store = await opened();
    const sides = [
      ['Brant grew.', 'Brant shrank.'],
      ['Brant a grandi.', 'Brant a rétréci.'],
    ] as const;
    await storeRows(store, withTexts([...sides[0]], [...sides[1]], '2-2'));
    expect(await findRowsWith(store.db, wantedRows('Brant'), 9)).toMatchObject([{ side: 'source' }]);
    expect(await findRowsWith(store.db, wantedRows('Brant', 'fr'), 9)).toMatchObject([{ side: 'target' }]);
  });

  it('gives the sentences of a row as they follow each other in the language', async () => {
    const store = await opened();
    const texts = withTexts(['The harbour opened.', 'Nobody came.'], ['港口开放了。', '没有人来。'], '2-2');
    await storeRows(store, { ...texts, targetLanguage: 'zh' });
    const row = { source: 'The harbour opened. Nobody came.', target: '港口开放了。没有人来。' };
    expect(await findRowsWith(store.db, wantedRows('nobody'), 9)).toMatchObject([row]);
    const wanted = { anyOf: [['absent'], ['nobody', 'came']], from: 'en', to: 'zh', limit: 9 };
    expect(await unitsWith(store.db, wanted)).toMatchObject([row]);
    expect(await unitsWith(store.db, { ...wanted, anyOf: [['nobody', 'absent']] })).toEqual([]);
  });
});

/** Rows of these texts. */
function withTexts(source: readonly string[], target: readonly string[], notation = '1-1'): Bitext {
  const base = bitextOf(notation);
  return {
    ...base,
    source: base.source.map((segment, i) => ({ ...segment, text: source[i]! })),
    target: base.target.map((segment, i) => ({ ...segment, text: target[i]! })),
  };
}
