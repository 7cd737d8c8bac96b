import { Problem } from '../problem.ts';
import { type Bead, type Bitext, isFilled, newBead, reopened, type Side } from './bitext.ts';
import type { BeadsEdit } from './edit.ts';
import { staleRow } from './stale-row.ts';

/** Takes a segment out of its row into a row of its own, before or behind what stays. */
export function detach(bitext: Bitext, side: Side, segment: number): BeadsEdit {
  const bead = bitext.beads.find((candidate) => candidate[side].includes(segment));
  if (!bead) throw staleRow();
  if (bead.source.length + bead.target.length === 1) {
    throw new Problem('bad-request', 'This segment already has a row to itself.');
  }
  const at = bead[side].indexOf(segment);
  const part = (id: number, ids: readonly number[]) => newBead(id, { source: [], target: [], [side]: ids });
  const [before, after] = [bead[side].slice(0, at), bead[side].slice(at + 1)];
  const own = part(bitext.nextId, [segment]);
  const stays = open(bead, side, before.length > 0 ? before : after);
  const rest = before.length > 0 && after.length > 0 ? [part(bitext.nextId + 1, after)] : [];
  const put = before.length > 0 || after.length === 0 ? [stays, own, ...rest] : [own, stays];
  return { type: 'beads', expect: [bead], put };
}

/**
 * Pairs two segments wherever they stand, such as a paragraph that the
 * translation has moved: both leave their rows for one of their own, where the
 * source segment is.
 */
export function linkSegments(bitext: Bitext, source: number, target: number): BeadsEdit {
  const rows = [
    bitext.beads.findIndex((bead) => bead.source.includes(source)),
    bitext.beads.findIndex((bead) => bead.target.includes(target)),
  ] as const;
  if (rows[0] < 0) throw staleRow();
  if (rows[1] < 0) throw staleRow();
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const expect = bitext.beads.slice(first, last + 1);
  if (rows[0] === rows[1] && expect[0]!.source.length === 1 && expect[0]!.target.length === 1) {
    throw new Problem('bad-request', 'These two are a row already.');
  }
  const pair = newBead(bitext.nextId, { source: [source], target: [target] });
  const put = expect.flatMap((bead): Bead[] => {
    const left = open(
      bead,
      'target',
      bead.target.filter((id) => id !== target),
    );
    const at = bead.source.indexOf(source);
    if (at < 0) return [left].filter(isFilled);
    // Rows follow the source: what stood behind the segment in its row stands behind the pair.
    const [before, after] = [bead.source.slice(0, at), bead.source.slice(at + 1)];
    if (before.length === 0) return [pair, open(left, 'source', after)].filter(isFilled);
    const behind = newBead(bitext.nextId + 1, { source: after, target: [] });
    return [open(left, 'source', before), pair, behind].filter(isFilled);
  });
  return { type: 'beads', expect, put };
}

/**
 * Puts a segment into another row, wherever it stands.
 * @throws Problem `bad-request` where rows would no longer follow the source
 */
export function moveToRow(bitext: Bitext, side: Side, segment: number, bead: number): BeadsEdit {
  const rows = [
    bitext.beads.findIndex((candidate) => candidate[side].includes(segment)),
    bitext.beads.findIndex((candidate) => candidate.id === bead),
  ] as const;
  if (rows[0] < 0) throw staleRow();
  if (rows[1] < 0) throw staleRow();
  if (rows[0] === rows[1]) throw new Problem('bad-request', 'The segment is in this row already.');
  const expect = bitext.beads.slice(Math.min(...rows), Math.max(...rows) + 1);
  const order = new Map(bitext[side].map(({ id }, place) => [id, place]));
  const inOrder = (ids: readonly number[]) => [...ids].sort((a, b) => order.get(a)! - order.get(b)!);
  const put = expect
    .map((candidate) => {
      if (candidate.id === bead) return open(candidate, side, inOrder([...candidate[side], segment]));
      return open(
        candidate,
        side,
        candidate[side].filter((id) => id !== segment),
      );
    })
    .filter(isFilled);
  const sources = put.flatMap((row) => row.source);
  if (side === 'source' && inOrder(sources).join() !== sources.join()) {
    throw new Problem('bad-request', 'Source segments keep their order.', '', 'Move the translation instead.');
  }
  return { type: 'beads', expect, put };
}

/** A bead with other segments on one side; what was confirmed is open again if it changes. */
function open(bead: Bead, side: Side, ids: readonly number[]): Bead {
  if (ids.length === bead[side].length) return bead;
  return { ...bead, [side]: ids, status: reopened(bead.status), confidence: null };
}
