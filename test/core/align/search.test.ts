import { describe, expect, it } from 'vitest';
import { PARAMETERS } from '../../../src/core/align/parameters.ts';
import { bandAlong, bandWithin, fullBand } from '../../../src/core/align/search/band.ts';
import { type BeadScorer, scoreLattice, scorerOfBeads } from '../../../src/core/align/search/lattice.ts';
import { posteriorOf, posteriors } from '../../../src/core/align/search/posterior.ts';
import { countSteps, expectedSteps, learnedRates, type Rates, ratesOf } from '../../../src/core/align/search/rates.ts';
import { bestPath, expectedPath } from '../../../src/core/align/search/search.ts';
import { beadPrior, type Shape } from '../../../src/core/align/search/shapes.ts';
import type { Side } from '../../../src/core/bitext/bitext.ts';
import { shapes } from '../../support/notation.ts';
import fc from '../../support/random-cases.ts';

// Priors are left out, so that a path's score is what the scorer says and the gaps.
const SHAPES = beadPrior(ratesOf(PARAMETERS), { total: 4, run: 3 }).shapes.map((shape) => ({ ...shape, logPrior: 0 }));
const GAP = { open: Math.log(0.01), extend: Math.log(0.1) };

type Score = (i: number, j: number, shape: Shape) => number;

/** Fixed random scores. */
function randomScore(seed: number): Score {
  return (i, j, { source, target }) =>
    -5 * Math.abs(Math.sin(seed + i * 12.9898 + j * 78.233 + source * 3.1 + target * 7.7));
}

function scorerOf(score: Score): BeadScorer {
  return scorerOfBeads((i, j, source, target) => score(i, j, { source, target, logPrior: 0 }));
}

/** Every path through a small lattice, with its score. */
function* allPaths(n: number, m: number, score: Score): Generator<{ notation: string; score: number }> {
  type State = 'bead' | Side;
  function* from(i: number, j: number, state: State): Generator<{ steps: string[]; score: number }> {
    if (i === n && j === m) yield { steps: [], score: 0 };
    for (const shape of SHAPES) {
      const [x, y] = [i + shape.source, j + shape.target];
      if (x > n || y > m) continue;
      for (const rest of from(x, y, 'bead')) {
        yield {
          steps: [`${shape.source}-${shape.target}`, ...rest.steps],
          score: rest.score + score(x, y, shape),
        };
      }
    }
    for (const [gap, x, y] of [
      ['source', i + 1, j],
      ['target', i, j + 1],
    ] as const) {
      if (x > n || y > m) continue;
      const cost = state === gap ? GAP.extend : GAP.open;
      for (const rest of from(x, y, gap))
        yield { steps: [gap === 'source' ? '1-0' : '0-1', ...rest.steps], score: rest.score + cost };
    }
  }
  for (const { steps, score } of from(0, 0, 'bead')) yield { notation: steps.join(' '), score };
}

describe('the lattice against every path counted by hand', () => {
  it.each([
    [2, 2],
    [3, 2],
    [1, 4],
    [4, 4],
  ])('%i × %i', (n, m) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const score = randomScore(seed);
        const lattice = scoreLattice(fullBand(n, m), SHAPES, GAP, [scorerOf(score)]);
        const paths = [...allPaths(n, m, score)];
        const best = paths.reduce((a, b) => (b.score > a.score ? b : a));
        const path = bestPath(lattice);
        const notation = path.map(({ source, target }) => `${source}-${target}`).join(' ');
        expect(paths.find((candidate) => candidate.notation === notation)?.score).toBeCloseTo(best.score, 4);
        const posterior = posteriors(lattice, 1);
        const total = Math.log(paths.reduce((sum, { score }) => sum + Math.exp(score), 0));
        expect(posterior.logSum).toBeCloseTo(total, 4);
        const first = path[0];
        if (!first) throw new Error('no path');
        const with_ = paths.filter((candidate) => candidate.notation.startsWith(`${first.source}-${first.target}`));
        if (first.source > 0 && first.target > 0) {
          const share = with_.reduce((sum, { score }) => sum + Math.exp(score), 0) / Math.exp(total);
          expect(posteriorOf(first, lattice, posterior)).toBeCloseTo(share, 4);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('expectedPath', () => {
  it('takes the beads that are most often right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const score = randomScore(seed);
        const lattice = scoreLattice(fullBand(3, 3), SHAPES, GAP, [scorerOf(score)]);
        const posterior = posteriors(lattice, 1);
        const worth = (steps: readonly { source: number; target: number }[]) => {
          let [i, j, sum] = [0, 0, 0];
          for (const { source, target } of steps) {
            [i, j] = [i + source, j + target];
            const step = { source, target, sourceEnd: i, targetEnd: j };
            sum += source > 0 && target > 0 ? posteriorOf(step, lattice, posterior) - 0.2 : -0.1;
          }
          return sum;
        };
        const stepsOf = (notation: string) =>
          notation.split(' ').map((bead) => {
            const [source = 0, target = 0] = bead.split('-').map(Number);
            return { source, target };
          });
        const found = worth(expectedPath(lattice, posterior, { bead: 0.2, gap: 0.1, least: 0 }));
        for (const { notation } of allPaths(3, 3, score)) expect(worth(stepsOf(notation))).toBeLessThan(found + 1e-4);
      }),
      { numRuns: 20 },
    );
  });
});

describe('learnedRates', () => {
  const rates = ratesOf(PARAMETERS);
  const step = (source: number, target: number) => ({ source, target, sourceEnd: 0, targetEnd: 0 });
  const massOf = ({ oneToOne, oneToMany, manyToOne, manyToMany, gap }: Rates) =>
    oneToOne +
    oneToMany.shortest / (1 - oneToMany.step) +
    manyToOne.shortest / (1 - manyToOne.step) +
    manyToMany.shortest / (1 - manyToMany.step) ** 2 +
    2 * gap.open;

  it('move towards what the paths show and keep their mass', () => {
    const path = [step(1, 1), step(2, 1), step(4, 1), step(1, 0), step(1, 0), step(0, 1)];
    const learned = learnedRates(rates, [countSteps(path)], 3);
    expect(learned.manyToOne.shortest).toBeGreaterThan(rates.manyToOne.shortest);
    expect(learned.manyToOne.step).toBeGreaterThan(rates.manyToOne.step);
    expect(learned.oneToOne).toBeLessThan(rates.oneToOne);
    expect(learned.gap.open).toBeGreaterThan(rates.gap.open);
    expect(learned.gap.extend).toBe(rates.gap.extend);
    expect(massOf(learned)).toBeCloseTo(massOf(rates), 10);
  });

  it('are the same where nothing has been seen', () => {
    const learned = learnedRates(rates, [countSteps([])], 3);
    expect(massOf(learned)).toBeCloseTo(massOf(rates), 10);
    expect(learned.oneToMany.step).toBeCloseTo(rates.oneToMany.step, 10);
    expect(learned.oneToOne).toBeCloseTo(rates.oneToOne, 10);
  });

  it('count a run of segments without counterpart once', () => {
    const path = [step(1, 0), step(1, 0), step(0, 1), step(1, 1), step(1, 0)];
    expect(countSteps(path).gaps).toBe(3);
  });
});

describe('expectedSteps', () => {
  it('sum up to every segment once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const lattice = scoreLattice(fullBand(4, 5), SHAPES, GAP, [scorerOf(randomScore(seed))]);
        const posterior = posteriors(lattice, 1);
        const { beads } = expectedSteps(lattice, posterior);
        const inBeads = beads.reduce((sum, { source, count }) => sum + source * count, 0);
        expect(inBeads + posterior.sourceGap.reduce((a, b) => a + b, 0)).toBeCloseTo(4, 4);
      }),
      { numRuns: 20 },
    );
  });
});

describe('bandWithin', () => {
  it('holds the best path and what is likely beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const score = randomScore(seed);
        const lattice = scoreLattice(fullBand(9, 9), SHAPES, GAP, [scorerOf(score)]);
        const narrow = bandWithin(lattice.band, posteriors(lattice, 1).cells, -12, 1);
        expect(bestPath(scoreLattice(narrow, SHAPES, GAP, [scorerOf(score)]))).toEqual(bestPath(lattice));
      }),
      { numRuns: 20 },
    );
  });
});

describe('bestPath', () => {
  it('keeps a long gap together', () => {
    const score: Score = (i, j, { source, target }) =>
      source === 1 && target === 1 && (i === j || i + 4 === j) ? 0 : -20;
    const steps = bestPath(scoreLattice(fullBand(4, 8), SHAPES, GAP, [scorerOf(score)]));
    expect(
      shapes(steps.map(({ source, target }) => ({ source: Array(source).fill(0), target: Array(target).fill(0) }))),
    ).toMatch(/^(1-1 )*0-1 0-1 0-1 0-1( 1-1)*$/);
  });

  it('finds the same path in a band around it', () => {
    const score = randomScore(5);
    const full = bestPath(scoreLattice(fullBand(12, 12), SHAPES, GAP, [scorerOf(score)]));
    const diagonal = Array.from({ length: 13 }, (_, i) => i);
    expect(bestPath(scoreLattice(bandAlong(diagonal, 12, 6), SHAPES, GAP, [scorerOf(score)]))).toEqual(full);
  });
});
