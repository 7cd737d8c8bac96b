import { z } from 'zod';
import { type App, headOf, inOneMoment } from '../../app/app.ts';
import type { EditResult } from '../../app/parts.ts';
import { editBitext } from '../../app/review/edit-bitext.ts';
import { rowsByPlace } from '../../app/review/plain-rows.ts';
import { redoEdit, undoEdit } from '../../app/review/undo-edit.ts';
import { BEAD_STATUSES, type Row as BitextRow, rowsOf, SEGMENT_KINDS, type Segment } from '../../core/bitext/bitext.ts';
import { rowKey } from '../../core/bitext/row-key.ts';
import { Problem } from '../../core/problem.ts';
import type { Translator } from '../../core/translator.ts';
import { EditEnvelope, OperationForm } from '../operation-form.ts';
import { endpoint } from './endpoint.ts';
import { cursorFrom, numbersIn, PageQuery, pageOf } from './pages.ts';

const tag = 'Rows';

const Segments = z.array(z.object({ id: z.int(), text: z.string(), kind: z.enum(SEGMENT_KINDS), paragraph: z.int() }));

const Row = z
  .object({
    id: z.int(),
    version: z
      .string()
      .describe('of its texts, status and note; sent as `seen`, an edit is refused where the row has changed since'),
    status: z.enum(BEAD_STATUSES),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('how probable it is that the row is right; null where a person made it'),
    note: z.string(),
    source: Segments,
    target: Segments,
  })
  .meta({ id: 'Row' });

/** What has become of an edit. */
export const Edit = z
  .object({
    seq: z.int().describe('the number of the edit; those of a bitext follow each other'),
    label: z.string().describe('what was done, in words'),
    removed: z.array(z.int()).describe('rows that are gone or changed'),
    rows: z.array(Row).describe('rows that are there now'),
  })
  .meta({ id: 'Edit' });

function shownRow(row: BitextRow) {
  const side = (segments: readonly Segment[]) =>
    segments.map(({ id, text, kind, paragraph }) => ({ id, text, kind, paragraph }));
  const { id, status, confidence, note } = row.bead;
  const { source, target } = row.segments;
  return { id, version: rowKey(row), status, confidence, note, source: side(source), target: side(target) };
}

export function shownEdit({ seq, label, removed, beads, slice }: EditResult, t: Translator['t']) {
  const there = new Set(beads);
  return {
    seq,
    label: t(label),
    removed: [...removed],
    rows: rowsOf(slice)
      .filter(({ bead }) => there.has(bead.id))
      .map(shownRow),
  };
}

/** Of the rows of a bitext. */
export const rowEndpoints = [
  endpoint(
    { method: 'get', path: '/bitexts/:id/rows', permission: 'read', tag, summary: 'The rows of a bitext, in order' },
    { query: PageQuery, answer: pageOf(Row), run: (app, { id, query }) => rowsPage(app, id, query) },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/edits', permission: 'edit', tag, summary: 'Change rows of a bitext' },
    {
      body: OperationForm.and(EditEnvelope.pick({ seen: true })),
      answer: Edit,
      async run(app, { id, body: { seen, ...operation }, author, clientId, t }) {
        return shownEdit(await editBitext(app, id, { operation, seen, author, clientId }), t);
      },
    },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/undo', permission: 'edit', tag, summary: 'Take back one’s last edit' },
    {
      answer: Edit,
      run: async (app, { id, author, clientId, t }) => shownEdit(await undoEdit(app, id, { author, clientId }), t),
    },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/redo', permission: 'edit', tag, summary: 'Do again what was taken back' },
    {
      answer: Edit,
      run: async (app, { id, author, clientId, t }) => shownEdit(await redoEdit(app, id, { author, clientId }), t),
    },
  ),
];

/** The cursor holds the last row and its place: where that row is gone, the list goes on from its place. */
async function rowsPage(app: App, id: number, { cursor, limit }: z.output<typeof PageQuery>) {
  const last = numbersIn(cursor, 2);
  return inOneMoment(app, async (desk) => {
    const { state } = await headOf(desk, id);
    if (state !== 'ready')
      throw new Problem('not-ready', 'This bitext is not aligned yet.', '', 'Wait until its rows are shown.');
    const { from, rows } = await rowsByPlace(desk, id, last && { bead: last[0] ?? 0, place: last[1] ?? 0 }, limit + 1);
    const shown = rows.slice(0, limit);
    const end = shown.at(-1);
    return {
      items: shown.map(shownRow),
      next: rows.length > limit && end ? cursorFrom([end.bead.id, from + shown.length - 1]) : null,
    };
  });
}
