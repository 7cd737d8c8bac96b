import { describe, expect, it } from 'vitest';
import { blockRows } from '../../../src/core/align/pages/block-rows.ts';
import fc from '../../support/random-cases.ts';

const shown = (...given: Parameters<typeof blockRows>) =>
  blockRows(...given).map(({ source, target }) => `${source.join()}|${target.join()}`);

describe('two texts lined up', () => {
  it('stand beside each other where they are linked, and in order where they are not', () => {
    const links = [
      [0, 0],
      [2, 1],
      [3, 1],
      [4, 4],
    ] as const;
    expect(shown({ source: 6, target: 7 }, links)).toEqual(['0|0', '1|', '2,3|1', '|2', '|3', '4|4', '5|5', '|6']);
    expect(shown({ source: 2, target: 3 }, [])).toEqual(['0|0', '1|1', '|2']);
  });

  it('leave what has moved where it is', () => {
    const links = [
      [0, 4],
      [1, 0],
      [2, 1],
      [3, 2],
    ] as const;
    expect(shown({ source: 4, target: 5 }, links)).toEqual(['0|', '1|0', '2|1', '3|2', '|3', '|4']);
  });

  it('have every line once and in its order, whatever is linked', () => {
    const link = fc.tuple(fc.nat(19), fc.nat(14));
    fc.assert(
      fc.property(fc.array(link, { maxLength: 40 }), (links) => {
        const rows = blockRows({ source: 20, target: 15 }, links);
        expect(rows.flatMap(({ source }) => source)).toEqual(Array.from({ length: 20 }, (_, i) => i));
        expect(rows.flatMap(({ target }) => target)).toEqual(Array.from({ length: 15 }, (_, i) => i));
      }),
    );
  });
});
