import type { LargestBead } from '../parameters.ts';
import type { Rates } from './rates.ts';

/** A kind of bead: how many source and target segments it holds, and the log of how likely it is. */
export interface Shape {
  readonly source: number;
  readonly target: number;
  readonly logPrior: number;
}

/** Log probabilities of opening a gap and of each further segment in it. */
export interface GapCosts {
  readonly open: number;
  readonly extend: number;
}

/** How likely each kind of step is, before the texts are looked at. */
export interface Prior {
  readonly shapes: readonly Shape[];
  readonly gap: GapCosts;
}

/** The prior of all bead shapes with both sides filled that are not larger than this. */
export function beadPrior(rates: Rates, { total, run }: LargestBead): Prior {
  const shapes: Shape[] = [];
  const longest = Math.max(total - 1, run);
  for (let source = 1; source <= longest; source++) {
    for (let target = 1; target <= longest; target++) {
      const fits = source + target <= total || Math.min(source, target) === 1;
      if (fits && Math.max(source, target) <= run) {
        shapes.push({ source, target, logPrior: Math.log(rateOf(source, target, rates)) });
      }
    }
  }
  return { shapes, gap: { open: Math.log(rates.gap.open), extend: Math.log(rates.gap.extend) } };
}

function rateOf(source: number, target: number, { oneToOne, oneToMany, manyToOne, manyToMany }: Rates): number {
  if (source === 1 && target === 1) return oneToOne;
  if (source === 1) return oneToMany.shortest * oneToMany.step ** (target - 2);
  if (target === 1) return manyToOne.shortest * manyToOne.step ** (source - 2);
  return manyToMany.shortest * manyToMany.step ** (source + target - 4);
}
