import type { Parameters } from '../parameters.ts';
import type { Lattice } from './lattice.ts';
import type { Step } from './path.ts';
import type { Posteriors } from './posterior.ts';

/** How often steps of each kind come, before or after texts have been seen. */
export interface Rates {
  readonly oneToOne: number;
  /** One source segment to several target segments, and the other way round. */
  readonly oneToMany: RunRate;
  readonly manyToOne: RunRate;
  readonly manyToMany: RunRate;
  /** The probability that a gap opens on one side, and that it continues. */
  readonly gap: { readonly open: number; readonly extend: number };
}

/** How often the shortest shape of a kind comes, and the factor with each further segment. */
export interface RunRate {
  readonly shortest: number;
  readonly step: number;
}

/** What `parameters.ts` says of how often steps come. */
interface Expected {
  readonly prior: Readonly<Record<keyof Parameters['prior'], number>>;
  readonly gap: Readonly<Record<keyof Parameters['gap'], number>>;
}

/** How often steps of each kind are expected before the texts are looked at. */
export function ratesOf({ prior, gap }: Expected): Rates {
  const oneToMany = { shortest: prior.oneToMany, step: prior.oneToManyStep };
  return {
    oneToOne: prior.oneToOne,
    oneToMany,
    manyToOne: oneToMany,
    manyToMany: { shortest: prior.manyToMany, step: prior.manyToManyStep },
    gap,
  };
}

/** How many steps of each kind texts have: counted, or expected. */
export interface StepCounts {
  readonly beads: readonly { readonly source: number; readonly target: number; readonly count: number }[];
  /** Gaps that open, on either side. */
  readonly gaps: number;
}

/** The steps of some paths, counted. */
export function countSteps(path: readonly Step[]): StepCounts {
  const beads: { source: number; target: number; count: number }[] = [];
  let gaps = 0;
  let before = '';
  for (const { source, target } of path) {
    const kind = source === 0 ? 'target gap' : target === 0 ? 'source gap' : 'bead';
    if (kind === 'bead') beads.push({ source, target, count: 1 });
    else if (kind !== before) gaps += 1;
    before = kind;
  }
  return { beads, gaps };
}

/** The steps to be expected of a lattice. */
export function expectedSteps({ shapes }: Lattice, { beads, gaps }: Posteriors): StepCounts {
  const counts = new Float64Array(shapes.length);
  for (let at = 0; at < beads.length; at++) counts[at % shapes.length] = counts[at % shapes.length]! + beads[at]!;
  return {
    beads: shapes.map(({ source, target }, k) => ({ source, target, count: counts[k]! })),
    gaps: gaps.source + gaps.target,
  };
}

/**
 * The rates after texts have been seen, with the rates before as `strength` steps seen beforehand (the mean of a
 * Dirichlet posterior over the kinds, and of a beta posterior for each kind's further segments).
 * The cost of continuing a gap is kept: a comment thread on one side says nothing about the next.
 */
export function learnedRates(rates: Rates, counted: readonly StepCounts[], strength: number): Rates {
  const beads = counted.flatMap((counts) => counts.beads);
  const gaps = counted.reduce((sum, counts) => sum + counts.gaps, 0);
  const seen = gaps + beads.reduce((sum, { count }) => sum + count, 0);
  const { oneToOne, oneToMany, manyToOne, manyToMany, gap } = rates;
  const mass = oneToOne + massOf(oneToMany, 1) + massOf(manyToOne, 1) + massOf(manyToMany, 2) + 2 * gap.open;
  const learned = (before: number, count: number) => (strength * before + mass * count) / (strength + seen);
  const run = (rate: RunRate, dimensions: number, isKind: (source: number, target: number) => boolean): RunRate => {
    const own = beads.filter(({ source, target }) => isKind(source, target));
    const count = own.reduce((sum, bead) => sum + bead.count, 0);
    const further = own.reduce((sum, { source, target, count }) => sum + count * (source + target - 2 - dimensions), 0);
    const tried = strength * massOf(rate, dimensions) * (1 / (1 - rate.step));
    const step = (tried * rate.step + further) / (tried + dimensions * count + further);
    return { step, shortest: learned(massOf(rate, dimensions), count) * (1 - step) ** dimensions };
  };
  const ones = beads.filter(({ source, target }) => source === 1 && target === 1);
  return {
    oneToOne: learned(
      oneToOne,
      ones.reduce((sum, { count }) => sum + count, 0),
    ),
    oneToMany: run(oneToMany, 1, (source, target) => source === 1 && target > 1),
    manyToOne: run(manyToOne, 1, (source, target) => source > 1 && target === 1),
    manyToMany: run(manyToMany, 2, (source, target) => source > 1 && target > 1),
    gap: { ...gap, open: learned(2 * gap.open, gaps) / 2 },
  };
}

/** All shapes of a kind together: the sum of the series, in as many dimensions as sides may grow. */
function massOf({ shortest, step }: RunRate, dimensions: number): number {
  return shortest / (1 - step) ** dimensions;
}
