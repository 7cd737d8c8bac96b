import { describe, expect, it } from 'vitest';
import { commonPlaces, longestRising } from '../../../src/core/text/common-parts.ts';
import fc from '../../support/random-cases.ts';

describe('commonPlaces', () => {
  it('finds what stands once in both first, so that repeated lines do not lead astray', () => {
    const places = commonPlaces(['a', 'x', 'x', 'b', 'x'], ['x', 'a', 'x', 'b']);
    expect([...places].sort(([a], [b]) => a - b)).toEqual([
      [0, 1],
      [1, 2],
      [3, 3],
    ]);
  });

  it('gives pairs of equal items that rise on both sides', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const places = [...commonPlaces(before, after)].sort(([a], [b]) => a - b);
        for (const [i, j] of places) expect(before[i]).toBe(after[j]);
        for (let k = 1; k < places.length; k++) expect(places[k]![1]).toBeGreaterThan(places[k - 1]![1]);
      }),
    );
  });
});

describe('longestRising', () => {
  it('keeps as many as rise together', () => {
    const pairs = [4, 1, 2, 9, 3].map((value, at) => [at, value] as const);
    expect(longestRising(pairs).map(([, value]) => value)).toEqual([1, 2, 3]);
  });
});
