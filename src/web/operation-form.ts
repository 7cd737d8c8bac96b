import { z } from 'zod';
import { BEAD_STATUSES } from '../core/bitext/bitext.ts';
import type { Operation } from '../core/bitext/operation.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { listOf } from './forms.ts';

/** Numbers of rows as a list, or in one field with commas between. */
export const ShownRows = z
  .union([z.array(z.int()), z.string().transform((field) => field.split(',').filter(Boolean).map(Number))])
  .optional();

/** An edit as a form or the page's script sends it. */
export const EditForm = z.object({
  /** Made by the client; the same id is carried out once. */
  id: z.uuid().optional(),
  action: z.enum([
    'mark',
    'merge',
    'mergeRun',
    'swap',
    'split',
    'move',
    'rewrite',
    'cut',
    'join',
    'shift',
    'out',
    'place',
    'pair',
    'regroup',
  ]),
  bead: listOf(z.coerce.number().int()),
  side: z.enum(['source', 'target']).optional(),
  segment: z.coerce.number().int().optional(),
  status: z.enum(BEAD_STATUSES).optional(),
  note: z.string().max(10_000).optional(),
  to: z.enum(['previous', 'next']).optional(),
  text: z.string().max(100_000).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  source: z.coerce.number().int().optional(),
  target: z.coerce.number().int().optional(),
  groups: z
    .array(z.object({ source: z.array(z.int()), target: z.array(z.int()) }))
    .max(1000)
    .optional(),
  /** Key of the row as a form without script showed it, and which row that is. */
  row: z.coerce.number().int().optional(),
  key: z.string().optional(),
  /** The rows that a filter shows: with it, an edit that reaches beyond them is refused. */
  shown: ShownRows,
  /** Keys of the rows as the page showed them. */
  seen: z.record(z.coerce.number().int(), z.string()).optional(),
});

/** The operation that a form asks for. */
export function operationFrom(form: z.output<typeof EditForm>): Operation {
  const { action } = form;
  switch (action) {
    case 'mark':
      return {
        action,
        beads: needed(form.bead.length > 0 ? form.bead : undefined, 'bead'),
        ...(form.status && { status: form.status }),
        ...(form.note !== undefined && { note: form.note.trim() }),
      };
    case 'merge':
      return { action, bead: needed(form.bead[0], 'bead') };
    case 'mergeRun':
      return { action, beads: needed(form.bead.length > 0 ? form.bead : undefined, 'bead') };
    case 'swap':
      return { action, bead: needed(form.bead[0], 'bead') };
    case 'split':
      return { action, bead: needed(form.bead[0], 'bead'), ...segmentOf(form) };
    case 'move':
      return { action, ...segmentOf(form), to: needed(form.to, 'to') };
    case 'rewrite':
      return { action, ...segmentOf(form), text: needed(form.text, 'text') };
    case 'cut':
      return { action, ...segmentOf(form), offset: needed(form.offset, 'offset') };
    case 'join':
      return { action, ...segmentOf(form) };
    case 'shift':
      return { action, ...segmentOf(form), to: needed(form.to, 'to') };
    case 'out':
      return { action, ...segmentOf(form) };
    case 'place':
      return { action, ...segmentOf(form), to: needed(form.bead[0], 'bead') };
    case 'pair':
      return { action, source: needed(form.source, 'source'), target: needed(form.target, 'target') };
    case 'regroup':
      return {
        action,
        beads: needed(form.bead.length > 0 ? form.bead : undefined, 'bead'),
        groups: needed(form.groups, 'groups'),
      };
  }
}

function segmentOf(form: z.output<typeof EditForm>) {
  return { side: needed(form.side, 'side'), segment: needed(form.segment, 'segment') };
}

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new Problem(
      'bad-request',
      'The edit is incomplete.',
      msg('“{name}” is missing.', { name }),
      'Go back and try again.',
    );
  return value;
}
