import { z } from 'zod';
import { BEAD_STATUSES, SIDES } from '../core/bitext/bitext.ts';
import type { Operation } from '../core/bitext/operation.ts';
import { listOf } from './forms.ts';
import { sentTo } from './wire.ts';

const number = z.coerce.number().int();
const rows = listOf(number).pipe(z.array(z.int()).min(1));
const segment = { side: z.enum(SIDES), segment: number };
const neighbour = z.enum(['previous', 'next']);

/** An operation as a form without script or the page sends it, a member of the union for each of `Operation`. */
export const OperationForm = sentTo('POST /bitexts/:id/edits')(
  z.discriminatedUnion('action', [
    z.object({
      action: z.literal('setStatus'),
      beads: rows,
      status: z.enum(BEAD_STATUSES).optional(),
      note: z.string().trim().max(10_000).optional(),
    }),
    z.object({ action: z.literal('merge'), bead: number }),
    z.object({ action: z.literal('mergeRun'), beads: rows }),
    z.object({ action: z.literal('swap'), bead: number }),
    z.object({ action: z.literal('splitRow'), bead: number, ...segment }),
    z.object({ action: z.literal('move'), ...segment, to: neighbour }),
    z.object({ action: z.literal('rewrite'), ...segment, text: z.string().max(100_000) }),
    z.object({ action: z.literal('splitSegment'), ...segment, offset: number.min(0) }),
    z.object({ action: z.literal('join'), ...segment }),
    z.object({ action: z.literal('shift'), ...segment, to: neighbour }),
    z.object({ action: z.literal('detach'), ...segment }),
    z.object({ action: z.literal('moveToRow'), ...segment, to: number }),
    z.object({ action: z.literal('link'), source: number, target: number }),
    z.object({
      action: z.literal('regroup'),
      beads: rows,
      groups: z.array(z.object({ source: z.array(z.int()), target: z.array(z.int()) })).max(1000),
    }),
  ]) satisfies z.ZodType<Operation>,
);

/** Numbers of rows as a list, or in one field with commas between. */
export const ShownRows = z
  .union([z.array(z.int()), z.string().transform((field) => field.split(',').filter(Boolean).map(Number))])
  .optional();

/** What goes with an operation. */
export const EditEnvelope = z.object({
  /** Made by the client; the same id is carried out once. */
  id: z.uuid().optional(),
  /** Key of the row as a form without script showed it, and which row that is. */
  row: number.optional(),
  key: z.string().optional(),
  /** The rows that a filter shows: with it, an edit that reaches beyond them is refused. */
  shown: ShownRows,
  /** Keys of the rows as the page showed them. */
  seen: z.record(number, z.string()).optional(),
});
