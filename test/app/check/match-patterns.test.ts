import { describe, expect, it } from 'vitest';
import { matchPattern } from '../../../src/app/check/match-patterns.ts';
import type { CheckPattern, PatternSearch } from '../../../src/core/check/pattern.ts';

function pattern(...searches: (Pick<PatternSearch, 'side' | 'expression'> & Partial<PatternSearch>)[]): CheckPattern {
  return {
    name: 'a pattern',
    isOn: true,
    severity: 'warning',
    searches: searches.map((search) => ({ matchCase: false, absent: false, ...search })),
  };
}

describe('a pattern in rows', () => {
  it('has its places on both sides', () => {
    const both = pattern({ side: 'source', expression: 'lake' }, { side: 'target', expression: 'mer' });
    expect(matchPattern(both, [['A lake.', 'La mer.']]).matches).toEqual([
      { row: 0, source: { start: 2, end: 6 }, target: { start: 3, end: 6 } },
    ]);
  });

  it('asks the row once where nothing has to be there', () => {
    const none = pattern({ side: 'target', expression: '\\.$', absent: true });
    expect(
      matchPattern(none, [
        ['x', 'Oui.'],
        ['x', 'Oui'],
      ]).matches,
    ).toEqual([{ row: 1, source: null, target: null }]);
  });

  it('puts what a group has found into the other search, whatever signs it has', () => {
    const price = pattern(
      { side: 'source', expression: '(\\$)(\\d+)' },
      { side: 'target', expression: '$2\\s?$1', absent: true },
    );
    expect(
      matchPattern(price, [
        ['For $40', 'Pour 40 $'],
        ['For $40', 'Pour 41 $'],
      ]).matches,
    ).toMatchObject([{ row: 1 }]);
  });

  it('that takes too long is left out from that row on', () => {
    const hard = pattern({ side: 'target', expression: '(a+)+$' });
    const { matches, slowAt } = matchPattern(hard, [
      ['x', 'baa'],
      ['x', `${'a'.repeat(40)}!`],
      ['x', 'a'],
    ]);
    expect(matches).toMatchObject([{ row: 0 }]);
    expect(slowAt).toBe(1);
  });

  it('reaches nothing outside of its texts', () => {
    const hostile = pattern({ side: 'target', expression: '"; throw new Error\\("' });
    expect(matchPattern(hostile, [['', '"; throw new Error("out"); "']]).matches).toHaveLength(1);
  });
});
