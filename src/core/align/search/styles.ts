import type { Parameters, Pass } from '../parameters.ts';
import type { Step } from './path.ts';
import { learnedRates, ratesOf, type StepCounts } from './rates.ts';
import { beadPrior, type Prior } from './shapes.ts';

/**
 * Whether a text seems to be translated freely: then the first pass, which knows short beads alone, leaves much in
 * gaps. Long beads are looked for only there; elsewhere they would swallow what was not translated.
 */
export function looksFree(path: readonly Step[], { free }: Parameters): boolean {
  const gaps = path.filter(({ source, target }) => source === 0 || target === 0).length;
  return gaps > free.from * (path.length + free.unseen);
}

/** Whether an alignment holds beads that are found in free translations alone. */
export function isFreeAlignment(path: readonly Step[], { largest }: Pass): boolean {
  return path.some(({ source, target }) => Math.max(source, target) > largest.run && Math.min(source, target) > 0);
}

/** How likely each kind of step is in a pass, after what has been counted in the pass before. */
export function learnedPrior(
  counted: readonly StepCounts[],
  { largest, free = largest }: Pass,
  isFree: boolean,
  parameters: Parameters,
): Prior {
  const before = ratesOf(isFree ? parameters.free : parameters);
  const strength = isFree ? parameters.free.strength : parameters.learning.prior;
  return beadPrior(learnedRates(before, counted, strength), isFree ? free : largest);
}
