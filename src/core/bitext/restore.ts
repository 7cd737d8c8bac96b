import { type Bead, type Bitext, isFilled, SIDES, type Side } from './bitext.ts';
import { applyEdit, type Edit } from './edit.ts';

/**
 * The bitext as the aligner proposed it, or null where the history does not
 * lead back to it.
 * @param inverses what takes back each edit that was ever made, the last first
 */
export function rewind(bitext: Bitext, inverses: readonly Edit[]): Bitext | null {
  let state: Bitext | null = bitext;
  for (const edit of inverses) state = state && applyEdit(state, edit);
  return state;
}

/** A run of rows and the rows that the aligner had proposed there. */
export interface Restored {
  readonly run: readonly Bead[];
  /** Without ids: those are given when the edit is made. */
  readonly proposed: readonly Omit<Bead, 'id'>[];
}

/**
 * Lays the rows from one on to another out as the aligner had proposed them.
 * Where a proposed row reaches beyond, the run grows until it holds whole rows.
 * A segment that was cut since goes where its first part goes; one that was
 * joined is gone.
 */
export function restoredRun(now: Bitext, first: Bitext, from: number, to: number): Restored {
  const homes = { source: homesOf(now, first, 'source'), target: homesOf(now, first, 'target') };
  const placeNow = new Map<string, number>();
  now.beads.forEach((bead, place) => {
    for (const side of SIDES) for (const id of bead[side]) placeNow.set(`${side} ${id}`, place);
  });
  let [low, high] = [from, to];
  for (;;) {
    const beads = new Set<number>();
    for (const bead of now.beads.slice(low, high + 1)) {
      for (const side of SIDES) for (const id of bead[side]) beads.add(homes[side].get(id)!);
    }
    const members = membersOf(now, homes, beads);
    const places = [...beads].flatMap((bead) =>
      SIDES.flatMap((side) => (members.get(bead)?.[side] ?? []).map((id) => placeNow.get(`${side} ${id}`)!)),
    );
    let [lowest, highest] = [low, high];
    for (const place of places) [lowest, highest] = [Math.min(lowest, place), Math.max(highest, place)];
    if (lowest === low && highest === high) {
      const proposed = first.beads.flatMap((bead, place) => {
        if (!beads.has(place)) return [];
        const { source, target } = members.get(place) ?? { source: [], target: [] };
        const row = { source, target, status: 'proposed' as const, confidence: bead.confidence, note: '' };
        return isFilled(row) ? [row] : [];
      });
      return { run: now.beads.slice(low, high + 1), proposed };
    }
    [low, high] = [lowest, highest];
  }
}

/** For each segment of a side the place of the bead that it belongs to in the first state. */
function homesOf(now: Bitext, first: Bitext, side: Side): Map<number, number> {
  const original = new Map(first.beads.flatMap((bead, place) => bead[side].map((id) => [id, place] as const)));
  const homes = new Map<number, number>();
  let last = original.get(first[side][0]?.id ?? -1) ?? 0;
  for (const { id } of now[side]) {
    last = original.get(id) ?? last;
    homes.set(id, last);
  }
  return homes;
}

function membersOf(
  now: Bitext,
  homes: Record<Side, ReadonlyMap<number, number>>,
  beads: ReadonlySet<number>,
): Map<number, Record<Side, number[]>> {
  const members = new Map([...beads].map((bead) => [bead, { source: [], target: [] } as Record<Side, number[]>]));
  for (const side of SIDES) {
    for (const { id } of now[side]) members.get(homes[side].get(id)!)?.[side].push(id);
  }
  return members;
}
