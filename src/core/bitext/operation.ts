import { Problem } from '../problem.ts';
import type { BeadStatus, Bitext, Side } from './bitext.ts';
import type { Edit } from './edit.ts';
import { detach, pairSegments, placeSegment } from './link.ts';
import { type Group, regroupBeads } from './regroup.ts';
import { cutSegment, joinWithNext, rewriteSegment } from './resegment.ts';
import { mergeRun, mergeWithNext, moveSegment, splitBead, swapTargets } from './reshape.ts';
import { shiftRun } from './shift.ts';
import { staleRow } from './stale-row.ts';

/** What a reviewer asks for. `planEdit` turns it into an edit of the bitext as it stands. */
export type Operation =
  | { readonly action: 'mark'; readonly beads: readonly number[]; readonly status?: BeadStatus; readonly note?: string }
  | { readonly action: 'merge'; readonly bead: number }
  | { readonly action: 'mergeRun'; readonly beads: readonly number[] }
  | { readonly action: 'swap'; readonly bead: number }
  | { readonly action: 'split'; readonly bead: number; readonly side: Side; readonly segment: number }
  | { readonly action: 'move'; readonly side: Side; readonly segment: number; readonly to: 'previous' | 'next' }
  | { readonly action: 'rewrite'; readonly side: Side; readonly segment: number; readonly text: string }
  | { readonly action: 'cut'; readonly side: Side; readonly segment: number; readonly offset: number }
  | { readonly action: 'join'; readonly side: Side; readonly segment: number }
  | { readonly action: 'shift'; readonly side: Side; readonly segment: number; readonly to: 'previous' | 'next' }
  | { readonly action: 'out'; readonly side: Side; readonly segment: number }
  | { readonly action: 'place'; readonly side: Side; readonly segment: number; readonly to: number }
  | { readonly action: 'pair'; readonly source: number; readonly target: number }
  | { readonly action: 'regroup'; readonly beads: readonly number[]; readonly groups: readonly Group[] };

/**
 * The edit that carries out `operation` on `bitext`, which may be the part of a
 * bitext around the rows in question.
 * @throws Problem `conflict` where a row or segment is no longer there,
 *   `bad-request` where the operation makes no sense on it.
 */
export function planEdit(bitext: Bitext, operation: Operation): Edit {
  switch (operation.action) {
    case 'mark':
      return markBeads(bitext, operation);
    case 'merge':
      return mergeWithNext(bitext, operation.bead);
    case 'mergeRun':
      return mergeRun(bitext, operation.beads);
    case 'swap':
      return swapTargets(bitext, operation.bead);
    case 'split':
      return splitBead(bitext, operation.bead, operation.side, operation.segment);
    case 'move':
      return moveSegment(bitext, operation.side, operation.segment, operation.to);
    case 'rewrite':
      return rewriteSegment(bitext, operation.side, operation.segment, operation.text);
    case 'cut':
      return cutSegment(bitext, operation.side, operation.segment, operation.offset);
    case 'join':
      return joinWithNext(bitext, operation.side, operation.segment);
    case 'shift':
      return shiftRun(bitext, operation.side, operation.segment, operation.to);
    case 'out':
      return detach(bitext, operation.side, operation.segment);
    case 'place':
      return placeSegment(bitext, operation.side, operation.segment, operation.to);
    case 'pair':
      return pairSegments(bitext, operation.source, operation.target);
    case 'regroup':
      return regroupBeads(bitext, operation.beads, operation.groups);
  }
}

/** A few words for the history: "Merged", "Confirmed 3 rows". */
export function describeOperation(operation: Operation): string {
  switch (operation.action) {
    case 'mark': {
      const verb = operation.status ? MARKED[operation.status] : 'Wrote a note on';
      return operation.beads.length === 1 ? `${verb} a row` : `${verb} ${operation.beads.length} rows`;
    }
    case 'merge':
      return 'Merged two rows';
    case 'mergeRun':
      return `Merged ${operation.beads.length} rows`;
    case 'swap':
      return 'Swapped two translations';
    case 'split':
      return 'Split a row';
    case 'move':
      return operation.to === 'previous' ? 'Moved a segment up' : 'Moved a segment down';
    case 'rewrite':
      return 'Edited a text';
    case 'cut':
      return 'Split a segment';
    case 'join':
      return 'Joined two segments';
    case 'shift':
      return operation.to === 'previous' ? 'Moved a run of segments up' : 'Moved a run of segments down';
    case 'out':
      return 'Took a segment out of its row';
    case 'place':
      return 'Moved a segment to another row';
    case 'pair':
      return 'Paired two segments';
    case 'regroup':
      return operation.beads.length === 1 ? 'Laid out a row anew' : `Laid out ${operation.beads.length} rows anew`;
  }
}

const MARKED: Record<BeadStatus, string> = {
  proposed: 'Reopened',
  confirmed: 'Confirmed',
  flagged: 'Flagged',
  excluded: 'Excluded',
};

function markBeads(bitext: Bitext, { beads, status, note }: Extract<Operation, { action: 'mark' }>): Edit {
  const byId = new Map(bitext.beads.map((bead) => [bead.id, bead]));
  const marks = beads.map((id) => {
    const bead = byId.get(id);
    if (!bead) throw staleRow(id);
    const from = { status: bead.status, note: bead.note };
    return { bead: id, from, to: { status: status ?? bead.status, note: note ?? bead.note } };
  });
  const changed = marks.filter(({ from, to }) => from.status !== to.status || from.note !== to.note);
  if (changed.length === 0) throw new Problem('bad-request', 'Nothing to change.', 'The rows already stand like that.');
  return { type: 'marks', marks: changed };
}
