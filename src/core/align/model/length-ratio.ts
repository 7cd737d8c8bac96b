import type { Step } from '../search/path.ts';
import type { SideTokens } from './side-tokens.ts';

/** The belief that both sides are equally long, as a number of segments; a short text alone does not show it. */
const PRIOR = { total: 40, path: 6 };

/** Target length per source length, from the whole texts: a first guess, which sentences left out put wrong. */
export function ratioOfTotals(source: SideTokens, target: SideTokens): number {
  const ratio = Math.log(Math.max(1, target.chars[target.size]!) / Math.max(1, source.chars[source.size]!));
  return Math.exp((source.size * ratio) / (source.size + PRIOR.total));
}

/** Target length per source length from the one-to-one beads of a path, the odd ones left out. */
export function ratioOfPath(source: SideTokens, target: SideTokens, path: readonly Step[]): number {
  const logs = path
    .filter((step) => step.source === 1 && step.target === 1)
    .map(({ sourceEnd: i, targetEnd: j }) => {
      const [s, t] = [source.chars[i]! - source.chars[i - 1]!, target.chars[j]! - target.chars[j - 1]!];
      return s > 0 && t > 0 ? { log: Math.log(t / s), weight: Math.sqrt(s * t) } : { log: 0, weight: 0 };
    })
    .sort((a, b) => a.log - b.log);
  const middle = logs.slice(Math.floor(logs.length / 4), Math.ceil((3 * logs.length) / 4));
  const weight = middle.reduce((sum, bead) => sum + bead.weight, 0);
  if (weight === 0) return 1;
  const mean = middle.reduce((sum, bead) => sum + bead.log * bead.weight, 0) / weight;
  return Math.exp((mean * middle.length) / (middle.length + PRIOR.path));
}
