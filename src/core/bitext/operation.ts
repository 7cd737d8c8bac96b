import { type Message, msg } from '../message.ts';
import { Problem } from '../problem.ts';
import type { BeadStatus, Bitext, Side } from './bitext.ts';
import type { Edit } from './edit.ts';
import { detach, linkSegments, moveToRow } from './link.ts';
import { type Group, regroupBeads } from './regroup.ts';
import { joinWithNext, rewriteSegment, splitSegment } from './resegment.ts';
import { mergeRun, mergeWithNext, moveSegment, splitRow, swapTargets } from './reshape.ts';
import { shiftRun } from './shift.ts';
import { staleRow } from './stale-row.ts';

/** What a reviewer asks for. `planEdit` turns it into an edit of the bitext as it stands. */
export type Operation =
  | {
      readonly action: 'setStatus';
      readonly beads: readonly number[];
      readonly status?: BeadStatus | undefined;
      readonly note?: string | undefined;
    }
  | { readonly action: 'merge'; readonly bead: number }
  | { readonly action: 'mergeRun'; readonly beads: readonly number[] }
  | { readonly action: 'swap'; readonly bead: number }
  | { readonly action: 'splitRow'; readonly bead: number; readonly side: Side; readonly segment: number }
  | { readonly action: 'move'; readonly side: Side; readonly segment: number; readonly to: 'previous' | 'next' }
  | { readonly action: 'rewrite'; readonly side: Side; readonly segment: number; readonly text: string }
  | { readonly action: 'splitSegment'; readonly side: Side; readonly segment: number; readonly offset: number }
  | { readonly action: 'join'; readonly side: Side; readonly segment: number }
  | { readonly action: 'shift'; readonly side: Side; readonly segment: number; readonly to: 'previous' | 'next' }
  | { readonly action: 'detach'; readonly side: Side; readonly segment: number }
  | { readonly action: 'moveToRow'; readonly side: Side; readonly segment: number; readonly to: number }
  | { readonly action: 'link'; readonly source: number; readonly target: number }
  | { readonly action: 'regroup'; readonly beads: readonly number[]; readonly groups: readonly Group[] };

/**
 * The edit that carries out `operation` on `bitext`, which may be the part of a
 * bitext around the rows in question.
 * @throws Problem `conflict` where a row or segment is no longer there,
 *   `bad-request` where the operation makes no sense on it.
 */
export function planEdit(bitext: Bitext, operation: Operation): Edit {
  switch (operation.action) {
    case 'setStatus':
      return markBeads(bitext, operation);
    case 'merge':
      return mergeWithNext(bitext, operation.bead);
    case 'mergeRun':
      return mergeRun(bitext, operation.beads);
    case 'swap':
      return swapTargets(bitext, operation.bead);
    case 'splitRow':
      return splitRow(bitext, operation.bead, operation.side, operation.segment);
    case 'move':
      return moveSegment(bitext, operation.side, operation.segment, operation.to);
    case 'rewrite':
      return rewriteSegment(bitext, operation.side, operation.segment, operation.text);
    case 'splitSegment':
      return splitSegment(bitext, operation.side, operation.segment, operation.offset);
    case 'join':
      return joinWithNext(bitext, operation.side, operation.segment);
    case 'shift':
      return shiftRun(bitext, operation.side, operation.segment, operation.to);
    case 'detach':
      return detach(bitext, operation.side, operation.segment);
    case 'moveToRow':
      return moveToRow(bitext, operation.side, operation.segment, operation.to);
    case 'link':
      return linkSegments(bitext, operation.source, operation.target);
    case 'regroup':
      return regroupBeads(bitext, operation.beads, operation.groups);
  }
}

/** A few words for the history: "Merged two rows", "Confirmed 3 rows". */
export function describeOperation(operation: Operation): Message {
  switch (operation.action) {
    case 'setStatus':
      return describeMark(operation.status, operation.beads.length);
    case 'merge':
      return msg('Merged two rows');
    case 'mergeRun':
      return msg('Merged {count} rows', { count: operation.beads.length });
    case 'swap':
      return msg('Swapped two translations');
    case 'splitRow':
      return msg('Split a row');
    case 'move':
      return operation.to === 'previous' ? msg('Moved a segment up') : msg('Moved a segment down');
    case 'rewrite':
      return msg('Edited a text');
    case 'splitSegment':
      return msg('Split a segment');
    case 'join':
      return msg('Joined two segments');
    case 'shift':
      return operation.to === 'previous' ? msg('Shifted segments up') : msg('Shifted segments down');
    case 'detach':
      return msg('Detached a segment');
    case 'moveToRow':
      return msg('Moved a segment to another row');
    case 'link':
      return msg('Linked two segments');
    case 'regroup': {
      const count = operation.beads.length;
      return count === 1 ? msg('Rearranged a row') : msg('Rearranged {count} rows', { count });
    }
  }
}

function describeMark(status: BeadStatus | undefined, count: number): Message {
  switch (status) {
    case 'proposed':
      return count === 1 ? msg('Reopened a row') : msg('Reopened {count} rows', { count });
    case 'confirmed':
      return count === 1 ? msg('Confirmed a row') : msg('Confirmed {count} rows', { count });
    case 'flagged':
      return count === 1 ? msg('Flagged a row') : msg('Flagged {count} rows', { count });
    case 'excluded':
      return count === 1 ? msg('Excluded a row') : msg('Excluded {count} rows', { count });
    case undefined:
      return count === 1 ? msg('Added a note to a row') : msg('Added a note to {count} rows', { count });
  }
}

function markBeads(bitext: Bitext, { beads, status, note }: Extract<Operation, { action: 'setStatus' }>): Edit {
  const byId = new Map(bitext.beads.map((bead) => [bead.id, bead]));
  const marks = beads.map((id) => {
    const bead = byId.get(id);
    if (!bead) throw staleRow();
    const assumed = bead.assumed && { assumed: true as const };
    const from = { status: bead.status, note: bead.note, ...assumed };
    // Who confirms what was only assumed to be confirmed has said so; who notes something has not.
    const to = { status: status ?? bead.status, note: note ?? bead.note, ...(status === undefined && assumed) };
    return { bead: id, from, to };
  });
  const changed = marks.filter(
    ({ from, to }) => from.status !== to.status || from.note !== to.note || from.assumed !== to.assumed,
  );
  if (changed.length === 0) throw new Problem('bad-request', 'No change needed.', 'The rows already have this status.');
  return { type: 'marks', marks: changed };
}
