import type { Parameters } from '../parameters.ts';
import type { Step } from './path.ts';

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

/** The prior of all bead shapes with both sides filled whose sides hold up to `side` and together up to `total` segments. */
export function beadPrior({ prior, gap }: Parameters, largest: { side: number; total: number }): Prior {
  const shapes: Shape[] = [];
  for (let source = 1; source <= largest.side; source++) {
    for (let target = 1; target <= largest.side && source + target <= largest.total; target++) {
      shapes.push({ source, target, logPrior: Math.log(priorOf(source, target, prior)) });
    }
  }
  return { shapes, gap: { open: Math.log(gap.open), extend: Math.log(gap.extend) } };
}

function priorOf(source: number, target: number, prior: Parameters['prior']): number {
  if (source === 1 && target === 1) return prior.oneToOne;
  if (source === 1 || target === 1) return prior.oneToMany * prior.oneToManyStep ** (source + target - 3);
  return prior.manyToMany * prior.manyToManyStep ** (source + target - 4);
}

/**
 * The prior after texts have been seen: how often each shape, and the opening of
 * a gap, stands in the paths found so far, with the prior as `strength` beads
 * seen beforehand (the mean of a Dirichlet posterior; one step of Viterbi training).
 * What a gap's going on costs is kept: a comment thread on one side says nothing of the next.
 */
export function learnedPrior(prior: Prior, paths: readonly (readonly Step[])[], strength: number): Prior {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const path of paths) {
    let before = '';
    for (const { source, target } of path) {
      const kind = source === 0 ? 'target gap' : target === 0 ? 'source gap' : `${source}-${target}`;
      if (kind !== before || !kind.endsWith('gap')) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        seen += 1;
      }
      before = kind;
    }
  }
  const open = Math.exp(prior.gap.open);
  const mass = 2 * open + prior.shapes.reduce((sum, shape) => sum + Math.exp(shape.logPrior), 0);
  const learned = (before: number, count: number) => (mass * ((strength * before) / mass + count)) / (strength + seen);
  const gaps = (counts.get('source gap') ?? 0) + (counts.get('target gap') ?? 0);
  return {
    shapes: prior.shapes.map((shape) => ({
      ...shape,
      logPrior: Math.log(learned(Math.exp(shape.logPrior), counts.get(`${shape.source}-${shape.target}`) ?? 0)),
    })),
    gap: { ...prior.gap, open: Math.log(learned(2 * open, gaps) / 2) },
  };
}
