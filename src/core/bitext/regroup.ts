import { Problem } from '../problem.ts';
import { type Bead, type Bitext, isFilled, newBead, SIDES } from './bitext.ts';
import type { BeadsEdit } from './edit.ts';
import { staleRow } from './stale-row.ts';

/** What a row holds: segment ids of both sides. */
export interface Group {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/**
 * Lays out the segments of a run of beads again. The new rows are proposals,
 * since nobody has looked at them; notes go to the first.
 * @throws Problem `bad-request` where the groups do not hold exactly the segments of the beads
 */
export function regroupBeads(bitext: Bitext, ids: readonly number[], groups: readonly Group[]): BeadsEdit {
  const at = bitext.beads.findIndex((bead) => bead.id === ids[0]);
  const expect = bitext.beads.slice(at, at + ids.length);
  ids.forEach((id, k) => {
    if (at < 0 || expect[k]?.id !== id) throw staleRow();
  });
  const keysOf = (rows: readonly Group[]) =>
    rows.flatMap((row) => SIDES.flatMap((side) => row[side].map((id) => `${side} ${id}`))).sort();
  const filled = groups.filter(isFilled);
  if (keysOf(expect).join() !== keysOf(filled).join()) {
    throw new Problem(
      'bad-request',
      'The new rows do not hold the same segments as the old ones.',
      '',
      'Reload the page and try again.',
    );
  }
  const note = expect
    .map((bead) => bead.note)
    .filter(Boolean)
    .join('\n');
  const put = filled.map(
    (group, k): Bead => ({
      ...newBead(expect[k]?.id ?? bitext.nextId + k - expect.length, group),
      note: k === 0 ? note : '',
    }),
  );
  return { type: 'beads', expect, put };
}
