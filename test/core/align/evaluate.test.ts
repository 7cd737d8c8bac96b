import { describe, expect, it } from 'vitest';
import { evaluate, parseBeads } from '../../../src/core/align/evaluate.ts';

const gold = parseBeads('[0]:[0]\n[1, 2]:[1]\n[]:[2]\n[3]:[3]\n', 'gold');

describe('evaluate', () => {
  it('counts beads that are right exactly, and those that touch', () => {
    const proposed = parseBeads('[0]:[0]:0.99\n[1]:[1]\n[2]:[]\n[]:[2]\n[3]:[3]', 'proposed');
    const { strict, lax } = evaluate([{ gold, proposed }]);
    expect(strict.precision).toBeCloseTo(3 / 5);
    expect(strict.recall).toBeCloseTo(2 / 3);
    expect(lax.precision).toBeCloseTo(4 / 5);
    expect(lax.recall).toBe(1);
  });

  it('gives full marks to the gold itself and none to nothing', () => {
    expect(evaluate([{ gold, proposed: gold }]).strict.f1).toBe(1);
    expect(evaluate([{ gold, proposed: [] }]).strict).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('parseBeads', () => {
  it('names the line that is no bead', () => {
    expect(() => parseBeads('[0]:[0]\nhello', 'x.gold')).toThrow('x.gold, line 2 is not a bead.');
  });
});
