import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/text/sentences.ts';
import { packs } from './packs.ts';

const UNSPACED = new Set(['zh', 'ja']);

/** Tests where sentences end: texts by language, a bar at each end. */
export function testSentenceEnds(cases: Readonly<Record<string, readonly string[]>>): void {
  describe.each(Object.entries(cases))('sentence ends in %s', (language, texts) => {
    it.each(texts)('%s', (marked) => {
      const sentences = marked.split(' | ');
      const text = sentences.join(UNSPACED.has(language) ? '' : ' ');
      expect(splitSentences(text, packs(language)).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
    });
  });
}
