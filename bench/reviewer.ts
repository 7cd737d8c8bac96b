import type { IndexBead } from '#dist/core/align/evaluate.js';
import { explainBead } from '#dist/core/align/explain/explain.js';
import type { Bead, Bitext, Side } from '#dist/core/bitext/bitext.js';
import { applyEdit } from '#dist/core/bitext/edit.js';
import { type Operation, planEdit } from '#dist/core/bitext/operation.js';
import { Problem } from '#dist/core/problem.js';
import { seedFor, type Trial, trials } from './quality.ts';

/** What a reviewer's work came to. */
interface Work {
  readonly keys: number;
  /** Wrong rows that were confirmed unseen. */
  readonly misses: number;
  readonly beads: number;
}

const THRESHOLDS = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99];

/**
 * A simulated reviewer: confirms with one key what is sure from a threshold on,
 * visits every other row, confirms right ones that follow each other with the key for a passage, repairs what differs from the gold by the page's own
 * operations, and confirms. Keys and misses per 100 beads.
 */
export async function reviewerReport(): Promise<string> {
  const all = await trials();
  const sets = [
    ['news pairs, raw', all.filter(({ group }) => group.endsWith(' raw'))],
    ['text-berg-dev', all.filter(({ group }) => group === 'text-berg-dev')],
  ] as const;
  const rows = sets.flatMap(([name, members]) => {
    if (members.length === 0) return [];
    const regions = members.map(wrongRegions);
    return THRESHOLDS.map((threshold) => {
      const works = members.map((trial, i) => review(trial, regions[i]!, threshold));
      const sum = (of: (work: Work) => number) => works.reduce((total, work) => total + of(work), 0);
      const per = (count: number) => ((100 * count) / sum((work) => work.beads)).toFixed(1);
      return `| ${name} | ${threshold * 100} % | ${per(sum((work) => work.keys))} | ${per(sum((work) => work.misses))} |`;
    });
  });
  return `## The simulated reviewer

Confirms what is sure with one key, visits the rest (a key a row; one for up to ${ROWS_IN_SIGHT} right rows that follow each other and are seen at once), repairs it by the operations of the review page (a
key each, one more to move between them; one confirms all rows of an alternative that was used), and counts wrong rows confirmed unseen as misses. Per 100 gold beads; who
checks every row presses at least 100.

| set | sure from | keys | misses |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** A part of a text that is laid out otherwise than in the gold, and the keys it takes to mend it. */
interface Region {
  /** Proposed beads by number. */
  readonly beads: ReadonlySet<number>;
  readonly repair: number;
  /** Keys to confirm what came of it: one a row, or one for all where an alternative was used, whose rows stay chosen. */
  readonly confirm: number;
}

function review({ gold, proposed, confidences }: Trial, regions: readonly Region[], threshold: number): Work {
  const unseen = (i: number) => confidences[i]! >= threshold;
  let keys = proposed.some((_, i) => unseen(i)) ? 1 : 0;
  let misses = 0;
  const inRegion = new Set(regions.flatMap((region) => [...region.beads]));
  const isVisited = (i: number) => i < proposed.length && !inRegion.has(i) && !unseen(i);
  for (let i = 0, run = 0; i < proposed.length; i++) {
    if (isVisited(i)) run += 1;
    if (isVisited(i + 1)) continue;
    // The key for a passage would take in a wrong row behind it: up to there it is a key a row.
    keys += inRegion.has(i + 1) ? run : Math.ceil(run / ROWS_IN_SIGHT);
    run = 0;
  }
  for (const { beads, repair, confirm } of regions) {
    // A reviewer who looks at one row of a wrong passage sees what is wrong beside it.
    if ([...beads].some((i) => !unseen(i))) keys += repair + confirm;
    else misses += beads.size;
  }
  return { keys, misses, beads: gold.length };
}

/** Rows of a laptop's screen that one key confirms, where they follow each other. */
const ROWS_IN_SIGHT = 6;

const segmentsOf = ([source, target]: IndexBead) => [...source.map((i) => `s${i}`), ...target.map((j) => `t${j}`)];
const keyOf = ([source, target]: IndexBead) => `${source.join(' ')}|${target.join(' ')}`;

function wrongRegions(trial: Trial): Region[] {
  const { gold, proposed } = trial;
  const right = new Set(gold.map(keyOf));
  const holders = new Map<string, { proposed: Set<number>; gold: Set<number> }>();
  for (const [list, which] of [
    [proposed, 'proposed'],
    [gold, 'gold'],
  ] as const) {
    list.forEach((bead, i) => {
      for (const segment of segmentsOf(bead)) {
        const holder = holders.get(segment) ?? { proposed: new Set(), gold: new Set() };
        holder[which].add(i);
        holders.set(segment, holder);
      }
    });
  }
  const done = new Set<number>();
  const regions: Region[] = [];
  proposed.forEach((bead, i) => {
    if (done.has(i) || right.has(keyOf(bead))) return;
    const [mine, theirs] = [new Set([i]), new Set<number>()];
    for (let size = 0; size !== mine.size + theirs.size; ) {
      size = mine.size + theirs.size;
      const segments = [
        ...[...mine].flatMap((m) => segmentsOf(proposed[m]!)),
        ...[...theirs].flatMap((t) => segmentsOf(gold[t]!)),
      ];
      for (const segment of segments) {
        for (const m of holders.get(segment)?.proposed ?? []) mine.add(m);
        for (const t of holders.get(segment)?.gold ?? []) theirs.add(t);
      }
    }
    for (const m of mine) done.add(m);
    const wanted = [...theirs].map((t) => gold[t]!);
    const rows = [...mine].sort((a, b) => a - b);
    const isAlternative = alternativeFits(trial, rows, wanted.map(keyOf).sort().join());
    regions.push({
      beads: mine,
      repair: isAlternative ? 1 : repairKeys(trial, rows, wanted),
      confirm: isAlternative ? 1 : theirs.size,
    });
  });
  return regions;
}

/** The fewest keys by which the page's operations turn some rows into others. */
function repairKeys(trial: Trial, mine: readonly number[], wanted: readonly IndexBead[]): number {
  const goal = wanted.map(keyOf).sort().join();
  const start = bitextOf(mine.map((m) => trial.proposed[m]!));
  let states = new Map([[stateOf(start), { bitext: start, keys: 0 }]]);
  const seen = new Set(states.keys());
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const next: typeof states = new Map();
    const found: number[] = [];
    for (const { bitext, keys } of states.values()) {
      for (const { operation, cost } of operationsOn(bitext)) {
        const after = carriedOut(bitext, operation);
        if (!after) continue;
        // Between two operations the cursor moves.
        const total = keys + cost + (depth > 0 ? 1 : 0);
        if (goalOf(after) === goal) found.push(total);
        const state = stateOf(after);
        if (seen.has(state)) continue;
        seen.add(state);
        next.set(state, { bitext: after, keys: total });
      }
    }
    if (found.length > 0) return Math.min(...found);
    if (next.size > MAX_STATES) break;
    states = next;
  }
  // By hand: every segment is moved, with a key to reach it.
  return 2 * wanted.flatMap(segmentsOf).length;
}

const MAX_DEPTH = 5;
const MAX_STATES = 4000;

function alternativeFits(trial: Trial, mine: readonly number[], goal: string): boolean {
  const beads = trial.proposed.map(([source, target]) => ({ source, target }));
  const lexicon = seedFor(trial.source.pack, trial.target.pack);
  return mine.some((at) => {
    const { current, alternative } = explainBead({ source: trial.source, target: trial.target, beads }, at, {
      lexicon,
    });
    const keys = (list: readonly { source: readonly number[]; target: readonly number[] }[]) =>
      list
        .map((bead) => keyOf([bead.source, bead.target]))
        .sort()
        .join();
    return alternative !== null && keys(alternative.beads) === goal && current.beads.length > 0;
  });
}

/** A bitext of some rows alone; source ids are index + 1, target ids that and OFFSET. */
const OFFSET = 1_000_000;

function bitextOf(beads: readonly IndexBead[]): Bitext {
  const segment = (id: number) => ({ id, text: `segment ${id}`, paragraph: 0, kind: 'body' as const });
  const ids = (side: 0 | 1) =>
    beads.flatMap((bead) => bead[side].map((i) => i + 1 + side * OFFSET)).sort((a, b) => a - b);
  return {
    sourceLanguage: 'und',
    targetLanguage: 'und',
    source: ids(0).map(segment),
    target: ids(1).map(segment),
    beads: beads.map(
      ([source, target], k): Bead => ({
        id: 3 * OFFSET + k,
        source: source.map((i) => i + 1),
        target: target.map((j) => j + 1 + OFFSET),
        status: 'proposed',
        confidence: 0.5,
        note: '',
      }),
    ),
    nextId: 4 * OFFSET,
  };
}

function goalOf({ beads }: Bitext): string {
  return beads
    .map(({ source, target }) => keyOf([source.map((i) => i - 1), target.map((j) => j - 1 - OFFSET)]))
    .sort()
    .join();
}

const stateOf = ({ beads }: Bitext) => beads.map(({ source, target }) => keyOf([source, target])).join();

function operationsOn(bitext: Bitext): { operation: Operation; cost: number }[] {
  const place = (side: Side) => bitext[side].map(({ id }) => ({ side, segment: id }));
  const places = [...place('source'), ...place('target')];
  return [
    ...bitext.beads.map(({ id }) => ({ operation: { action: 'merge', bead: id } as const, cost: 1 })),
    ...places.flatMap((at) => [
      ...bitext.beads
        .filter((bead) => bead[at.side].includes(at.segment))
        .map(({ id }) => ({ operation: { action: 'splitRow', bead: id, ...at } as const, cost: 1 })),
      ...(['previous', 'next'] as const).flatMap((to) => [
        { operation: { action: 'move', to, ...at } as const, cost: 1 },
        { operation: { action: 'shift', to, ...at } as const, cost: 1 },
      ]),
      { operation: { action: 'detach', ...at } as const, cost: 1 },
    ]),
    ...bitext.source.flatMap((s) =>
      // A key on each of the two, and one to go from one to the other.
      bitext.target.map((t) => ({ operation: { action: 'link', source: s.id, target: t.id } as const, cost: 3 })),
    ),
  ];
}

function carriedOut(bitext: Bitext, operation: Operation): Bitext | null {
  try {
    return applyEdit(bitext, planEdit(bitext, operation));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
