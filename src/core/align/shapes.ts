import type { Parameters } from './parameters.ts';

/** A kind of bead: how many source and target segments it holds, and the log of how likely it is. */
export interface Shape {
  readonly source: number;
  readonly target: number;
  readonly logPrior: number;
}

/** All bead shapes with both sides filled whose sides hold up to `side` and together up to `total` segments. */
export function beadShapes(prior: Parameters['prior'], largest: { side: number; total: number }): Shape[] {
  const shapes: Shape[] = [];
  for (let source = 1; source <= largest.side; source++) {
    for (let target = 1; target <= largest.side && source + target <= largest.total; target++) {
      shapes.push({ source, target, logPrior: Math.log(priorOf(source, target, prior)) });
    }
  }
  return shapes;
}

function priorOf(source: number, target: number, prior: Parameters['prior']): number {
  if (source === 1 && target === 1) return prior.oneToOne;
  if (source === 1 || target === 1) return prior.oneToMany * prior.oneToManyStep ** (source + target - 3);
  return prior.manyToMany * prior.manyToManyStep ** (source + target - 4);
}
