import type { Side } from '../../bitext/bitext.ts';

/** Blocks of two texts that stand beside each other. */
export type BlockRow = Readonly<Record<Side, readonly number[]>>;

type Link = readonly [source: number, target: number];

/**
 * Lines two texts up for the eye: every block of either side is in one row, in its order. A row is as short as it can be
 * without a link leading out of it; what has no link stands beside what has none at the same place.
 * @param blocks how many each side has
 * @param links blocks that translate each other, by their numbers from 0
 */
export function blockRows(blocks: Readonly<Record<Side, number>>, links: readonly Link[]): BlockRow[] {
  const rows: BlockRow[] = [];
  const at = { source: 0, target: 0 };
  for (const run of linkedRuns(links)) {
    rows.push(...unlinked(at, { source: run.source[0], target: run.target[0] }));
    rows.push({ source: range(...run.source), target: range(...run.target) });
    [at.source, at.target] = [run.source[1] + 1, run.target[1] + 1];
  }
  return [...rows, ...unlinked(at, blocks)];
}

type Run = Record<Side, [first: number, last: number]>;

/** Runs of blocks that links hold together, in order on both sides. */
function linkedRuns(links: readonly Link[]): Run[] {
  const runs: Run[] = [];
  for (const [source, target] of inOrder(links)) {
    const last = runs.at(-1);
    if (last && (last.source[1] === source || last.target[1] === target)) {
      [last.source[1], last.target[1]] = [source, target];
    } else runs.push({ source: [source, source], target: [target, target] });
  }
  return runs;
}

/** The most links of which none crosses another: what has moved stands for itself. */
function inOrder(links: readonly Link[]): Link[] {
  const sorted = links.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lengths: number[] = [];
  const before: (number | null)[] = [];
  let end: number | null = null;
  for (const [i, [, target]] of sorted.entries()) {
    let best: number | null = null;
    for (let j = 0; j < i; j++) {
      if (sorted[j]![1] <= target && (best === null || lengths[j]! > lengths[best]!)) best = j;
    }
    lengths.push(best === null ? 1 : lengths[best]! + 1);
    before.push(best);
    if (end === null || lengths[i]! > lengths[end]!) end = i;
  }
  const chain: Link[] = [];
  for (let at = end; at !== null; at = before[at]!) chain.push(sorted[at]!);
  return chain.reverse();
}

/** Rows of what stands between two places, one block of each side a row. */
function unlinked(from: Readonly<Record<Side, number>>, to: Readonly<Record<Side, number>>): BlockRow[] {
  const count = Math.max(to.source - from.source, to.target - from.target, 0);
  return Array.from({ length: count }, (_, k) => ({
    source: from.source + k < to.source ? [from.source + k] : [],
    target: from.target + k < to.target ? [from.target + k] : [],
  }));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
