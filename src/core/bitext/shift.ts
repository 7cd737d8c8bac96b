import { Problem } from '../problem.ts';
import { type Bead, type Bitext, isFilled, newBead, type Side } from './bitext.ts';
import type { BeadsEdit } from './edit.ts';
import { staleRow } from './stale-row.ts';

/**
 * Moves a segment and everything below it on its side one row on, or a row's
 * side and everything below it one row back, so that a run of rows that is out
 * by one is put right at once. The run ends at an
 * empty side, which takes up the slack, or before a confirmed row, or at the end
 * of the text; there a row is made for what has none.
 */
export function shiftRun(bitext: Bitext, side: Side, segment: number, to: 'previous' | 'next'): BeadsEdit {
  const at = bitext.beads.findIndex((bead) => bead[side].includes(segment));
  const first = bitext.beads[at];
  if (!first) throw staleRow();
  if (first.status === 'confirmed') {
    throw new Problem('bad-request', 'This row is confirmed.', '', 'Reopen it, or start from another row.');
  }
  return to === 'next' ? shiftDown(bitext, side, at, first[side].indexOf(segment)) : shiftUp(bitext, side, at);
}

function shiftDown(bitext: Bitext, side: Side, at: number, cut: number): BeadsEdit {
  const run = openRun(bitext, at);
  const slack = run.findIndex((bead, k) => k > 0 && bead[side].length === 0);
  const expect = slack < 0 ? run : run.slice(0, slack + 1);
  const sides = expect.map((bead) => bead[side]);
  const moved = [sides[0]!.slice(0, cut), ...sides.slice(0, -1).map((ids, k) => (k === 0 ? ids.slice(cut) : ids))];
  const last = expect.length === 1 ? sides[0]!.slice(cut) : sides.at(-1)!;
  const rows = expect.map((bead, k) => changed(bead, side, moved[k]!));
  const rest = slack < 0 && last.length > 0 ? [rowFor(bitext, side, last)] : [];
  return { type: 'beads', expect, put: [...rows, ...rest].filter(isFilled) };
}

function shiftUp(bitext: Bitext, side: Side, at: number): BeadsEdit {
  const above = bitext.beads[at - 1];
  if (!above || above.status === 'confirmed') {
    throw new Problem(
      'bad-request',
      'There is no open row above.',
      '',
      'Reopen the row above, or start from a row below.',
    );
  }
  const run = openRun(bitext, at);
  const gap = run.findIndex((bead, k) => k > 0 && bead[side].length === 0);
  const expect = [above, ...(gap < 0 ? run : run.slice(0, gap))];
  const sides = expect.map((bead) => bead[side]);
  const moved = sides.map((ids, k) => (k === 0 ? [...ids, ...sides[1]!] : (sides[k + 1] ?? [])));
  return { type: 'beads', expect, put: expect.map((bead, k) => changed(bead, side, moved[k]!)).filter(isFilled) };
}

/** The rows from one on, up to the next that is confirmed. */
function openRun(bitext: Bitext, at: number): Bead[] {
  const rest = bitext.beads.slice(at);
  const wall = rest.findIndex((bead) => bead.status === 'confirmed');
  return wall < 0 ? rest : rest.slice(0, wall);
}

function changed(bead: Bead, side: Side, ids: readonly number[]): Bead {
  return ids.join() === bead[side].join() ? bead : { ...bead, [side]: ids, confidence: null };
}

function rowFor(bitext: Bitext, side: Side, ids: readonly number[]): Bead {
  return newBead(bitext.nextId, { source: [], target: [], [side]: ids });
}
