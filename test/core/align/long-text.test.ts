import { describe, expect, it } from 'vitest';
import { align } from '../../../src/core/align/align.ts';
import { evaluate, type IndexBead } from '../../../src/core/align/evaluate.ts';
import { emptyPack } from '../../../src/core/text/language-pack.ts';

/** A generator of numbers from 0 to 1, the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A long text of invented words and its translation in other invented words, with drops, merges and splits. */
function madePair(size: number): { source: string[]; target: string[]; gold: IndexBead[] } {
  const random = generator(7);
  const letters = 'abcdefghijklmnoprstuvz';
  const word = (id: number, seed: number) => {
    const next = generator(id * 7919 + seed);
    return Array.from({ length: 3 + (id % 6) }, () => letters[Math.floor(next() * letters.length)]).join('');
  };
  const pair: { source: string[]; target: string[]; gold: IndexBead[] } = { source: [], target: [], gold: [] };
  for (let k = 0; k < size; k++) {
    const ids = Array.from({ length: 5 + Math.floor(random() * 14) }, () => Math.floor(1500 * random() ** 3));
    const chance = random();
    const cut = Math.ceil(ids.length / 2);
    const whole = [ids];
    const halves = [ids.slice(0, cut), ids.slice(cut)];
    const from = chance < 0.02 ? [] : chance < 0.05 ? halves : whole;
    const to = chance > 0.98 ? [] : chance > 0.95 ? halves : whole;
    const put = (side: string[], parts: readonly number[][], seed: number) =>
      parts.map((part) => side.push(`${part.map((id) => word(id, seed)).join(' ')}.`) - 1);
    pair.gold.push([put(pair.source, from, 1), put(pair.target, to, 2)]);
  }
  return pair;
}

describe('a long text in languages of which nothing is known', () => {
  it('is aligned window by window, by lengths and what it teaches', () => {
    const { source, target, gold } = madePair(5000);
    const side = (segments: string[], language: string) => ({ segments, pack: emptyPack(language) });
    const { beads } = align(side(source, 'xx'), side(target, 'yy'));
    expect(evaluate([{ gold, proposed: beads.map((bead) => [bead.source, bead.target]) }]).strict.f1).toBeGreaterThan(
      0.99,
    );
  });
});
