import { createHash } from 'node:crypto';
import type { Bead, Bitext, Segment, Sides } from '../../core/bitext/bitext.ts';
import { layoutKey, rowsOf } from '../../core/bitext/bitext.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { PreviewRow, RealignPreview, RealignRange } from '../../core/wire/edits.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { jobSide } from '../align/job-side.ts';
import { knowledgeOf } from '../align/knowledge.ts';
import { type App, headOf } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { editRows } from './edit-bitext.ts';
import { doneBefore, type HistoryRequest } from './edit-transaction.ts';

/**
 * What aligning some rows again would change, without changing it.
 * @throws Problem as `realign` does
 */
export async function previewRealign(app: App, id: number, range: RealignRange): Promise<RealignPreview> {
  const { run, beads, rowOf } = await propose(app, id, range);
  const texts = ({ source, target, confidence }: Omit<Bead, 'id'>): PreviewRow => ({
    ...rowOf({ source, target }),
    confidence,
  });
  return {
    key: keyOf(run),
    passages: passagesOf(run, beads).map(({ now, proposed }) => ({
      now: now.map(texts),
      proposed: proposed.map(texts),
    })),
  };
}

/**
 * Aligns again from a row on to another or the next confirmed one, with all that
 * has been confirmed so far to learn from. Rows that a person confirmed are
 * walls. It is one edit and can be undone.
 * @param key of the preview that is accepted, if one was shown
 * @throws Problem `conflict` where the row is gone or the rows change meanwhile,
 *   `bad-request` where the aligner proposes what is there already
 */
export async function realign(
  app: App,
  id: number,
  range: RealignRange,
  { key, ...request }: HistoryRequest & { readonly key?: string | undefined },
): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  const { run, beads } = await propose(app, id, range);
  if (key !== undefined && key !== keyOf(run)) throw staleRow();
  const ids = run.map((bead) => bead.id);
  // New ids are given when the edit is made, in its transaction: another edit may have taken the next ones meanwhile.
  const put = (nextId: number) => beads.map((bead, k): Bead => ({ ...bead, id: nextId + k }));
  return editRows(app, id, {
    ...request,
    label: msg('Realigned a passage'),
    beads: ids,
    plan: ({ nextId }) => ({ type: 'beads', expect: run, put: put(nextId) }),
  });
}

async function propose(app: App, id: number, range: RealignRange) {
  const head = await headOf(app, id);
  const bitext = await app.store.read((db) => readBitext(db, id));
  const run = runOf(bitext, range);
  const knowledge = await knowledgeOf(app.store, head.sourceLanguage, head.targetLanguage, app.packs);
  const rows = rowsOf(bitext, run);
  const source = rows.flatMap((row) => row.segments.source);
  const target = inOrder(
    bitext,
    rows.flatMap((row) => row.segments.target),
  );
  const aligned = await app.aligner.align({
    source: await jobSide(app, head.sourceLanguage, source),
    target: await jobSide(app, head.targetLanguage, target),
    ...knowledge,
    quick: true,
  });
  const beads = aligned.beads.map(
    (bead): Omit<Bead, 'id'> => ({
      source: bead.source.map((i) => source[i]!.id),
      target: bead.target.map((j) => target[j]!.id),
      status: 'proposed',
      confidence: bead.confidence,
      note: '',
    }),
  );
  if (beads.map(layoutKey).join() === run.map(layoutKey).join()) {
    throw new Problem('bad-request', 'No better alignment found.', '', 'Confirm or fix a row nearby, then realign.');
  }
  const texts = new Map([
    ...source.map((segment) => [`s${segment.id}`, plainText(segment.text)] as const),
    ...target.map((segment) => [`t${segment.id}`, plainText(segment.text)] as const),
  ]);
  const rowOf = (group: Sides) => ({
    source: group.source.map((s) => texts.get(`s${s}`) ?? ''),
    target: group.target.map((t) => texts.get(`t${t}`) ?? ''),
  });
  return { run, beads, rowOf };
}

/** Segments in the order of their text, though rows may cross. */
function inOrder(bitext: Bitext, segments: readonly Segment[]): Segment[] {
  const wanted = new Set(segments.map(({ id }) => id));
  return bitext.target.filter(({ id }) => wanted.has(id));
}

/** Where two layouts of the same segments differ, passage by passage. */
function passagesOf(now: readonly Bead[], proposed: readonly Omit<Bead, 'id'>[]) {
  const passages: { now: Bead[]; proposed: Omit<Bead, 'id'>[] }[] = [];
  let [i, j, covered, open] = [0, 0, 0, { now: [] as Bead[], proposed: [] as Omit<Bead, 'id'>[] }];
  const size = ({ source, target }: Sides) => source.length + target.length;
  while (i < now.length || j < proposed.length) {
    const [a, b] = [now[i], proposed[j]];
    if (open.now.length + open.proposed.length === 0 && a && b && layoutKey(a) === layoutKey(b)) {
      i += 1;
      j += 1;
      continue;
    }
    if (a && (covered <= 0 || !b)) {
      open.now.push(a);
      covered += size(a);
      i += 1;
    } else if (b) {
      open.proposed.push(b);
      covered -= size(b);
      j += 1;
    }
    if (covered === 0 && sameSegments(open.now, open.proposed)) {
      passages.push(open);
      open = { now: [], proposed: [] };
    }
  }
  if (open.now.length + open.proposed.length > 0) passages.push(open);
  return passages;
}

function sameSegments(a: readonly Sides[], b: typeof a): boolean {
  const all = (rows: typeof a) =>
    [
      ...rows.flatMap(({ source }) => source.map((s) => `s${s}`)),
      ...rows.flatMap(({ target }) => target.map((t) => `t${t}`)),
    ]
      .sort()
      .join();
  return all(a) === all(b);
}

function keyOf(run: readonly Bead[]): string {
  return createHash('sha256')
    .update(run.map((bead) => `${bead.id} ${bead.status} ${layoutKey(bead)}`).join('\n'))
    .digest('base64url');
}

/** The rows from one on, up to the next that is confirmed or the last that is wanted. */
function runOf(bitext: Bitext, { bead: from, to }: RealignRange): Bead[] {
  const start = bitext.beads.findIndex((bead) => bead.id === from);
  if (start < 0) throw staleRow();
  const end = to === undefined ? bitext.beads.length - 1 : bitext.beads.findIndex((bead) => bead.id === to);
  if (to !== undefined && end < start) throw staleRow();
  const rest = bitext.beads.slice(start, end + 1);
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
