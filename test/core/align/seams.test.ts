import { describe, expect, it } from 'vitest';
import { associations } from '../../../src/core/align/model/associations.ts';
import { seamScorer } from '../../../src/core/align/model/seam-scorer.ts';
import { indexTokens } from '../../../src/core/align/model/side-tokens.ts';
import { fullBand } from '../../../src/core/align/search/band.ts';
import { cellAt, scoreLattice } from '../../../src/core/align/search/lattice.ts';

/** What two segments a side are worth as one bead by what crosses the seam between them; equal words translate each other. */
function worthOfSeam(source: readonly string[], target: readonly string[]): number {
  const read = (texts: readonly string[]) =>
    indexTokens(
      texts.map((text) => text.split(' ')),
      texts.map((text) => text.length),
    );
  const sides = { source: read(source), target: read(target) };
  const pairs = sides.source.types.flatMap((type, from) => {
    const to = sides.target.types.indexOf(type);
    return to < 0 ? [] : [{ source: from, target: to, forward: 0.8, backward: 0.8 }];
  });
  const table = associations(sides.source.types.length, sides.target.types.length, pairs);
  const band = fullBand(source.length, target.length);
  const scorer = seamScorer(sides.source, sides.target, table, band, { weight: 8, least: 0.3, reach: 3 });
  const shape = { source: source.length, target: target.length, logPrior: 0 };
  const lattice = scoreLattice(band, [shape], { open: -1, extend: -1 }, [scorer]);
  return lattice.scores[cellAt(band, source.length, target.length)]!;
}

describe('two sentences against two', () => {
  it('are worth more as one bead where a clause stands in the neighbouring sentence, either way', () => {
    const whole = ['a b c d e f g h', 'i k l m n o p q'];
    const moved = ['a b c d', 'e f g h i k l m n o p q'];
    expect(worthOfSeam(whole, moved)).toBeGreaterThan(4);
    expect(worthOfSeam(moved, whole)).toBeGreaterThan(4);
  });

  it('are worth no more where each has its own', () => {
    expect(worthOfSeam(['a b c d', 'e f g h'], ['d c b a', 'h g f e'])).toBe(0);
  });

  it('are worth no more for a word that both have', () => {
    expect(worthOfSeam(['a b c x', 'x e f g'], ['b a c x', 'x f g e'])).toBe(0);
  });
});

describe('three sentences against three', () => {
  it('are worth no more for what a far sentence has in common', () => {
    expect(worthOfSeam(['a b c x', 'd e f', 'g h i'], ['a b c', 'd e f', 'x g h i'])).toBe(0);
  });
});
