import { describe, expect, it } from 'vitest';
import type { IndexBead } from '../../../src/core/align/alignment.ts';
import { explainBead } from '../../../src/core/align/explain/explain.ts';
import { loadSeedLexicons } from '../../../src/intake/seed-lexicon.ts';
import { shapes } from '../../support/notation.ts';
import { packs } from '../../support/packs.ts';

const SOURCE = [
  'The port of Brant will be deepened.',
  'Work starts in March 2027.',
  'It costs 2.4 million euros.',
  'Mayor Holm thanked the minister.',
];
const TARGET = [
  'Le port de Brant sera approfondi.',
  'Les travaux commencent en mars 2027.',
  'Ils coûtent 2,4 millions d’euros.',
  'La maire Holm a remercié le ministre.',
];
const ONE_TO_ONE: IndexBead[] = SOURCE.map((_, i) => ({ source: [i], target: [i] }));

function explained(beads: readonly IndexBead[], at: number) {
  const [from, to] = [packs('en'), packs('fr')];
  const text = { source: { segments: SOURCE, pack: from }, target: { segments: TARGET, pack: to }, beads };
  return explainBead(text, at, { lexicon: loadSeedLexicons()(from, to) });
}

function wordsOf({ links }: ReturnType<typeof explained>): string[] {
  return links.map(
    ({ source, target, kind }) =>
      `${SOURCE[source.segment]?.slice(source.start, source.end)} ${TARGET[target.segment]?.slice(target.start, target.end)} ${kind}`,
  );
}

describe('explainBead', () => {
  it('names the words that speak for a bead, and why', () => {
    expect(wordsOf(explained(ONE_TO_ONE, 1)).sort()).toEqual([
      '2027 2027 number',
      'March mars date',
      'Work travaux lexicon',
      'in en lexicon',
      'starts commencent lexicon',
    ]);
    expect(wordsOf(explained(ONE_TO_ONE, 2))).toContain('2.4 million 2,4 millions number');
    expect(wordsOf(explained(ONE_TO_ONE, 3))).toContain('Holm Holm same');
  });

  it('holds a right bead for likely and its runner-up for unlikely', () => {
    const { current, alternative } = explained(ONE_TO_ONE, 1);
    expect(current.probability).toBeGreaterThan(0.9);
    expect(shapes(current.beads)).toMatch(/1-1/);
    expect(alternative?.probability).toBeLessThan(0.1);
    expect(current.evidence.words).toBeGreaterThan(alternative?.evidence.words ?? Infinity);
  });

  it('finds the right reading behind a wrong bead', () => {
    const wrong: IndexBead[] = [
      { source: [0], target: [0] },
      { source: [1, 2], target: [1] },
      { source: [], target: [2] },
      { source: [3], target: [3] },
    ];
    for (const at of [1, 2]) {
      const { current, alternative } = explained(wrong, at);
      expect(shapes(current.beads)).toBe('2-1 0-1');
      expect(alternative?.beads).toEqual([
        { source: [1], target: [1] },
        { source: [2], target: [2] },
      ]);
      expect(alternative?.probability).toBeGreaterThan(0.9);
    }
  });

  it('both readings hold the same segments', () => {
    for (const at of ONE_TO_ONE.keys()) {
      const { current, alternative } = explained(ONE_TO_ONE, at);
      const held = (beads: readonly IndexBead[] = []) => [
        beads.flatMap((bead) => bead.source),
        beads.flatMap((bead) => bead.target),
      ];
      expect(held(alternative?.beads)).toEqual(held(current.beads));
    }
  });

  it('copes with a moved bead and with one side empty', () => {
    const crossed: IndexBead[] = [
      { source: [0], target: [3] },
      { source: [1], target: [0] },
      { source: [2, 3], target: [1, 2] },
    ];
    expect(explained(crossed, 0).current.beads).toEqual([{ source: [0], target: [3] }]);
    const alone: IndexBead[] = [
      ...SOURCE.map((_, i) => ({ source: [i], target: [] })),
      ...TARGET.map((_, j) => ({ source: [], target: [j] })),
    ];
    expect(explained(alone, 0).links).toEqual([]);
    expect(explained(alone, 0).alternative).not.toBeNull();
  });
});
