import { expect, it } from 'vitest';
import { nearestEntries } from '../../../src/core/align/model/nearest-entries.ts';

const entry = (from: string, to: string, source: string, target: string) => ({ from, to, source, target, weight: 1 });
const pairsFor = (entries: Parameters<typeof nearestEntries>[0], from: string, to: string) =>
  nearestEntries(entries, from, to).map(({ source, target }) => `${source} ${target}`);

it('takes of a word what the nearest variety says, and another variety’s where it says nothing', () => {
  const entries = [
    entry('pt', 'en', 'comboio', 'train'),
    entry('pt', 'en', 'trem', 'pan'),
    entry('pt-BR', 'en', 'trem', 'train'),
    entry('zh', 'en', '火车', 'train'),
  ];
  expect(pairsFor(entries, 'pt-BR', 'en')).toEqual(['comboio train', 'trem train']);
  expect(pairsFor(entries, 'pt', 'en-GB')).toEqual(['comboio train', 'trem pan']);
  expect(pairsFor(entries, 'zh-Hant', 'en')).toEqual(['火车 train']);
});

it('turns entries round, and keeps the direction between two varieties of one language', () => {
  expect(pairsFor([entry('en', 'pt', 'train', 'comboio')], 'pt-PT', 'en')).toEqual(['comboio train']);
  const varieties = [entry('pt-BR', 'pt-PT', 'trem', 'comboio')];
  expect(pairsFor(varieties, 'pt-BR', 'pt-PT')).toEqual(['trem comboio']);
  expect(pairsFor(varieties, 'pt-PT', 'pt-BR')).toEqual(['comboio trem']);
});
