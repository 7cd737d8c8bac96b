import type { Bead, Bitext } from '../core/bitext/bitext.ts';
import { rowsOf } from '../core/bitext/bitext.ts';
import { goneRow } from '../core/bitext/gone.ts';
import { Problem } from '../core/problem.ts';
import { readBitext } from '../store/bitext-rows.ts';
import { type App, headOf } from './app.ts';
import { doneBefore, editRows, type HistoryRequest } from './edit-bitext.ts';
import type { EditResult } from './edit-result.ts';
import { jobSide } from './job-side.ts';
import { knowledgeOf } from './knowledge.ts';

/**
 * Aligns again from a row on to the next confirmed one, with all that has been
 * confirmed so far to learn from. Rows that a person confirmed are walls. It is
 * one edit and can be undone.
 * @throws Problem `conflict` where the row is gone or the rows change meanwhile,
 *   `bad-request` where the aligner proposes what is there already
 */
export async function realignFrom(app: App, id: number, from: number, request: HistoryRequest): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  const head = await headOf(app, id);
  const bitext = await readBitext(app.store.db, id);
  const run = runFrom(bitext, from);
  const knowledge = await knowledgeOf(app.store, head.sourceLanguage, head.targetLanguage, app.packs);
  const rows = rowsOf(bitext, run);
  const source = rows.flatMap((row) => row.segments.source);
  const target = rows.flatMap((row) => row.segments.target);
  const { beads } = await app.aligner.align({
    source: await jobSide(app, head.sourceLanguage, source),
    target: await jobSide(app, head.targetLanguage, target),
    ...knowledge,
    quick: true,
  });
  // New ids are given when the edit is made, in its transaction: another edit may have taken the next ones meanwhile.
  const proposed = (nextId: number) =>
    beads.map(
      (bead, k): Bead => ({
        id: nextId + k,
        source: bead.source.map((i) => source[i]!.id),
        target: bead.target.map((j) => target[j]!.id),
        status: 'proposed',
        confidence: bead.confidence,
        note: '',
      }),
    );
  if (proposed(0).map(shape).join() === run.map(shape).join()) {
    throw new Problem(
      'bad-request',
      'The aligner proposes the same rows again.',
      '',
      'Confirm or mend a row that is right, so that it can learn from it.',
    );
  }
  const ids = run.map((bead) => bead.id);
  return editRows(app, id, ids, ({ nextId }) => ({ type: 'beads', expect: run, put: proposed(nextId) }), {
    ...request,
    label: 'Realigned',
  });
}

/** The rows from one on, up to the next that is confirmed. */
function runFrom(bitext: Bitext, from: number): Bead[] {
  const start = bitext.beads.findIndex((bead) => bead.id === from);
  if (start < 0) throw goneRow(from);
  const rest = bitext.beads.slice(start);
  const wall = rest.findIndex((bead) => bead.status === 'confirmed');
  const run = wall < 0 ? rest : rest.slice(0, wall);
  if (run.length === 0) {
    throw new Problem(
      'bad-request',
      'This row is confirmed.',
      '',
      'Reopen it, or start from a row that is not confirmed.',
    );
  }
  return run;
}

function shape(bead: Bead): string {
  return `${bead.source.join(' ')}|${bead.target.join(' ')}`;
}
