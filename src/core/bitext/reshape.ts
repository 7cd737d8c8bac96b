import { Problem } from '../problem.ts';
import { type Bead, type BeadStatus, type Bitext, isFilled, newBead, reopened, type Side } from './bitext.ts';
import type { BeadsEdit } from './edit.ts';
import { staleRow } from './stale-row.ts';

/** Puts a bead and the one after it together. */
export function mergeWithNext(bitext: Bitext, id: number): BeadsEdit {
  const at = indexOfBead(bitext, id);
  const [first, second] = [bitext.beads[at], bitext.beads[at + 1]];
  if (!first || !second) {
    throw new Problem('bad-request', 'There is no row below to merge with.', '', 'Merge from the row above instead.');
  }
  return mergeRun(bitext, [first.id, second.id]);
}

/** Puts a run of beads together. */
export function mergeRun(bitext: Bitext, ids: readonly number[]): BeadsEdit {
  const at = indexOfBead(bitext, ids[0] ?? 0);
  const run = bitext.beads.slice(at, at + ids.length);
  ids.forEach((id, k) => {
    if (run[k]?.id !== id) throw staleRow();
  });
  const [first, ...rest] = run;
  if (!first || rest.length === 0) throw new Problem('bad-request', 'Choose two rows or more to merge.');
  const merged: Bead = {
    id: first.id,
    source: inOrder(
      bitext,
      'source',
      run.flatMap((bead) => bead.source),
    ),
    target: inOrder(
      bitext,
      'target',
      run.flatMap((bead) => bead.target),
    ),
    status: rest.reduce((status, bead) => mergedStatus(status, bead.status), first.status),
    confidence: null,
    note: run
      .map((bead) => bead.note)
      .filter(Boolean)
      .join('\n'),
    ...(run.every(({ assumed }) => assumed) && { assumed: true }),
  };
  return { type: 'beads', expect: run, put: [merged] };
}

/** Gives the translation of a row to the row below, and that one's to it. */
export function swapTargets(bitext: Bitext, id: number): BeadsEdit {
  const at = indexOfBead(bitext, id);
  const [first, second] = [bitext.beads[at], bitext.beads[at + 1]];
  if (!first || !second) throw new Problem('bad-request', 'There is no row below to swap with.');
  const put = [reshaped(first, { target: second.target }), reshaped(second, { target: first.target })];
  return { type: 'beads', expect: [first, second], put: put.filter(isFilled) };
}

/**
 * Cuts a bead in two before one of its segments. The other side is cut where
 * the two parts come nearest to the same share of characters; the parts are
 * proposals again, since nobody has looked at them.
 */
export function splitRow(bitext: Bitext, id: number, side: Side, segment: number): BeadsEdit {
  const bead = bitext.beads[indexOfBead(bitext, id)];
  if (!bead) throw staleRow();
  const at = bead[side].indexOf(segment);
  if (at < 0) throw staleRow();
  const other = side === 'source' ? 'target' : 'source';
  if (at === 0) {
    throw new Problem(
      'bad-request',
      'A row cannot be split before its first segment.',
      '',
      'Choose the one that will start the new row.',
    );
  }
  const share = lengthOf(bitext, side, bead[side].slice(0, at)) / lengthOf(bitext, side, bead[side]);
  const otherAt = nearestCut(bitext, other, bead[other], share);
  const cuts = { [side]: at, [other]: otherAt } as Record<Side, number>;
  const part = (partId: number, from: (list: readonly number[], cut: number) => number[], note: string): Bead => ({
    id: partId,
    source: from(bead.source, cuts.source),
    target: from(bead.target, cuts.target),
    status: 'proposed',
    confidence: null,
    note,
  });
  const first = part(bead.id, (list, cut) => list.slice(0, cut), bead.note);
  const second = part(bitext.nextId, (list, cut) => list.slice(cut), '');
  return { type: 'beads', expect: [bead], put: [first, second] };
}

/**
 * Moves a segment to the row above or below. What stands between it and that
 * row goes along, so that the order of the text is kept. At the ends of the
 * text a new row is made; a row left with nothing goes.
 */
export function moveSegment(bitext: Bitext, side: Side, segment: number, to: 'previous' | 'next'): BeadsEdit {
  const at = bitext.beads.findIndex((bead) => bead[side].includes(segment));
  const bead = bitext.beads[at];
  if (!bead) throw staleRow();
  const neighbour = bitext.beads[to === 'previous' ? at - 1 : at + 1];
  const cut = bead[side].indexOf(segment);
  const moving = to === 'previous' ? bead[side].slice(0, cut + 1) : bead[side].slice(cut);
  const staying = to === 'previous' ? bead[side].slice(cut + 1) : bead[side].slice(0, cut);
  const left = reshaped(bead, { [side]: staying });
  if (!neighbour && !isFilled(left)) {
    throw new Problem('bad-request', 'This segment already has the outermost row to itself.');
  }
  const received = neighbour
    ? reshaped(neighbour, { [side]: inOrder(bitext, side, [...neighbour[side], ...moving]) })
    : newBead(bitext.nextId, { source: [], target: [], [side]: moving });
  const kept = isFilled(left) ? [left] : [];
  return to === 'previous'
    ? { type: 'beads', expect: neighbour ? [neighbour, bead] : [bead], put: [received, ...kept] }
    : { type: 'beads', expect: neighbour ? [bead, neighbour] : [bead], put: [...kept, received] };
}

function indexOfBead(bitext: Bitext, id: number): number {
  const at = bitext.beads.findIndex((bead) => bead.id === id);
  if (at < 0) throw staleRow();
  return at;
}

function mergedStatus(a: BeadStatus, b: BeadStatus): BeadStatus {
  if (a === 'flagged' || b === 'flagged') return 'flagged';
  return a === b ? a : 'proposed';
}

function nearestCut(bitext: Bitext, side: Side, ids: readonly number[], share: number): number {
  const whole = lengthOf(bitext, side, ids);
  const distance = (cut: number) => Math.abs(lengthOf(bitext, side, ids.slice(0, cut)) / Math.max(whole, 1) - share);
  return (
    ids.reduce((best, _, i) => (distance(i + 1) < distance(best) ? i + 1 : best), ids.length > 1 ? 1 : 0) || ids.length
  );
}

function lengthOf(bitext: Bitext, side: Side, ids: readonly number[]): number {
  return bitext[side].reduce((sum, segment) => (ids.includes(segment.id) ? sum + segment.text.length : sum), 0);
}

function reshaped(bead: Bead, sides: Partial<Record<Side, readonly number[]>>): Bead {
  return { ...bead, ...sides, status: reopened(bead.status), confidence: null };
}

/** Segments in the order of their text: rows that cross may come together. */
function inOrder(bitext: Bitext, side: Side, ids: readonly number[]): number[] {
  const wanted = new Set(ids);
  return bitext[side].filter((segment) => wanted.has(segment.id)).map((segment) => segment.id);
}
