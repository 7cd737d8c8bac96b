/** A linear chain: what each state is worth to begin with, to follow another, and to end with. */
export interface Chain {
  readonly start: readonly number[];
  /** `transitions[from][to]`; -Infinity where it cannot be. */
  readonly transitions: readonly (readonly number[])[];
  readonly end: readonly number[];
}

/**
 * The probability of each state at each place of a linear-chain model
 * (forward–backward in log space; Rabiner 1989, Lafferty, McCallum and Pereira 2001).
 * @param emissions per place what each state is worth there
 * @returns per place the probabilities of the states, and the logarithm of the sum over all paths
 */
export function marginals(
  emissions: readonly (readonly number[])[],
  chain: Chain,
): { readonly states: number[][]; readonly total: number } {
  if (emissions.length === 0) return { states: [], total: 0 };
  const forward = forwardOf(emissions, chain);
  const backward = backwardOf(emissions, chain);
  const total = logSum(forward.at(-1)!.map((value, s) => value + chain.end[s]!));
  const states = forward.map((row, i) => row.map((value, s) => Math.exp(value + backward[i]![s]! - total)));
  return { states, total };
}

/** Per place and state the logarithm of the sum over all paths up to it. */
export function forwardOf(emissions: readonly (readonly number[])[], { start, transitions }: Chain): number[][] {
  const rows: number[][] = [];
  for (const [i, emission] of emissions.entries()) {
    const before = rows[i - 1];
    rows.push(
      emission.map((value, s) =>
        before ? value + logSum(before.map((sum, from) => sum + transitions[from]![s]!)) : value + start[s]!,
      ),
    );
  }
  return rows;
}

/** Per place and state the logarithm of the sum over all paths behind it. */
export function backwardOf(emissions: readonly (readonly number[])[], { transitions, end }: Chain): number[][] {
  const rows: number[][] = [];
  for (let i = emissions.length - 1; i >= 0; i--) {
    const [next, behind] = [emissions[i + 1], rows.at(-1)];
    rows.push(
      emissions[i]!.map((_, s) =>
        next && behind ? logSum(next.map((value, to) => transitions[s]![to]! + value + behind[to]!)) : end[s]!,
      ),
    );
  }
  return rows.reverse();
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  if (most === -Infinity) return -Infinity;
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
