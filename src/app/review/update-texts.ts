import { type Bead, type BeadStatus, type Bitext, layoutKey, rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { type CarriedBead, carryOver, isReviewed } from '../../core/bitext/carry-over.ts';
import { bitextFrom } from '../../core/bitext/from-alignment.ts';
import { plainBitext } from '../../core/bitext/inline/plain-text.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Translator } from '../../core/translator.ts';
import { findRevision, insertRevision, type StoredRevision } from '../../store/articles.ts';
import { insertBitext, setArchived, setRevisions } from '../../store/bitexts.ts';
import type { Db } from '../../store/open-store.ts';
import { markReady, readBitext } from '../../store/review/bitext-rows.ts';
import { commentsOf, insertComment } from '../../store/review/comments.ts';
import { lastEdit } from '../../store/review/edits.ts';
import { rowSlices } from '../../store/review/write-rows.ts';
import { jobSide } from '../align/job-side.ts';
import { knowledgeOf } from '../align/knowledge.ts';
import { type App, headOf } from '../app.ts';
import { type Settled, settlePair } from '../import/settle-pair.ts';
import { requireUnlocked } from '../workflow/lock.ts';
import { carryWorkflow } from '../workflow/workflow.ts';
import { formerSlices, storeUpdates, type UpdatePlan } from './store-updates.ts';

/** New versions of the texts; a side that is left out keeps its text and is segmented again by the current rules. */
export interface NewTexts {
  readonly source?: Settled | undefined;
  readonly target?: Settled | undefined;
}

/** What has become of a bitext. */
export interface UpdatedTexts {
  /** The new bitext; the old one is in the archive. */
  readonly id: number;
  /** Reviewed rows whose words are the same. */
  readonly kept: number;
  /** Reviewed rows whose words have changed; they are flagged, with what they were. */
  readonly changed: number;
  /** Reviewed rows that have no place in the new texts; they stand in the old bitext alone. */
  readonly lost: number;
}

/** For whom texts are updated: notes are written in their language, and the signal stops it before anything is stored. */
export interface UpdateTurn {
  readonly t: Translator['t'];
  /** Whose words the new ones are; nobody's where it is left out. */
  readonly author?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a bitext of new versions of its texts. Reviewed rows are carried over,
 * those whose words have changed flagged with what they were; the rest is
 * aligned again between them. The old bitext goes to the archive as it is, so
 * nothing that was confirmed is gone.
 * @throws Problem `bad-request` where nothing would change, `empty-text` where a side has nothing to align, `conflict` where the
 *   translation is locked
 */
export async function updateTexts(app: App, id: number, texts: NewTexts, turn: UpdateTurn): Promise<UpdatedTexts> {
  const plan = await planUpdate(app, id, texts, turn);
  if (!plan) {
    throw new Problem(
      'bad-request',
      'The texts are as they were.',
      'Every sentence of both sides is the same.',
      'Change a text, or a rule for where sentences end, first.',
    );
  }
  const [made] = await storeUpdates(app, [plan], turn.signal);
  return { id: made!, ...plan.counts };
}

/**
 * Works out what `updateTexts` stores; null where every sentence of both sides is as it was.
 * @throws Problem `not-ready` where it is not aligned yet, `empty-text` where a side has nothing to align
 */
export async function planUpdate(
  app: App,
  id: number,
  texts: NewTexts,
  { t, author = '', signal }: UpdateTurn,
): Promise<UpdatePlan | null> {
  const head = await headOf(app, id);
  if (head.state !== 'ready') {
    throw new Problem('not-ready', 'This bitext is not aligned yet.', '', 'Wait until its rows are shown.');
  }
  await requireUnlocked(app.store.db, id);
  // Codes stand with the texts that come; the words alone say what has changed.
  const { seen, bitext } = await app.store.read(async (db) => ({
    seen: await lastEdit(db, id),
    bitext: plainBitext(await readBitext(db, id)),
  }));
  const [oldSource, oldTarget] = await Promise.all([
    revisionOf(app, head.sourceRevision),
    revisionOf(app, head.targetRevision),
  ]);
  const settled = await settlePair(
    { source: texts.source ?? oldSource, target: texts.target ?? oldTarget },
    app,
    app.intake,
    signal,
  );
  const source = await sideOf(app, oldSource.language, settled.source, signal);
  const target = await sideOf(app, oldTarget.language, settled.target, signal);
  if (isSame(bitext.source, source.sentences) && isSame(bitext.target, target.sentences)) return null;
  const carried = carryOver(bitext, { source: textsOf(source.sentences), target: textsOf(target.sentences) });
  const job = {
    source: await jobSide(app, source.language, source.sentences),
    target: await jobSide(app, target.language, target.sentences),
    ...(await knowledgeOf(app.store, head.sourceLanguage, head.targetLanguage, app.packs)),
    // What is carried over stands; only what lies between is aligned.
    fixed: carried.map(({ source, target }) => ({ source, target })),
  };
  const { beads, parallelism } = await app.aligner.align(job, undefined, signal);
  const fresh = bitextFrom(source, target, beads);
  const oldTexts = textsOfRows(bitext);
  const reviewed = new Map(carried.map((row) => [layoutKey(row), row]));
  const numberOf = new Map([
    ...fresh.source.map((s, i) => [s.id, i] as const),
    ...fresh.target.map((t, j) => [t.id, j] as const),
  ]);
  const rowOf = (bead: Bead) =>
    reviewed.get(
      layoutKey({
        source: bead.source.map((s) => numberOf.get(s)!),
        target: bead.target.map((t) => numberOf.get(t)!),
      }),
    );
  const updated: Bitext = {
    ...fresh,
    beads: fresh.beads.map((bead): Bead => {
      const row = rowOf(bead);
      if (!row) return bead;
      const { status, note, confidence, flag, assumed } = row.bead;
      if (!row.changed)
        return { ...bead, status, note, confidence, ...(flag && { flag }), ...(assumed && { assumed }) };
      return {
        ...bead,
        status: 'flagged',
        confidence: null,
        note: [note, t(changedSince(status))].filter(Boolean).join('\n'),
      };
    }),
  };
  const former = new Map(
    updated.beads.flatMap((bead) => {
      const row = rowOf(bead);
      return row?.changed ? [[bead.id, oldTexts.get(row.bead.id)!] as const] : [];
    }),
  );
  const changed = carried.filter((row) => row.changed).length;
  return {
    counts: {
      kept: carried.length - changed,
      changed,
      lost: bitext.beads.filter(isReviewed).length - carried.length,
    },
    begin: (tx, now) => insertBitext(tx, head, now, 'importing'),
    *slices(made) {
      yield* rowSlices(made, updated);
      yield* formerSlices(made, former);
    },
    async end(tx, made, now, revisions) {
      await requireUnlocked(tx, id);
      if ((await lastEdit(tx, id)) !== seen) throw editedMeanwhile();
      const revisionIn = async (side: Side, old: StoredRevision) =>
        revisions[side] ?? (texts[side] ? await insertRevision(tx, old.articleId, settled[side], now) : old.id);
      const source = await revisionIn('source', oldSource);
      await setRevisions(tx, made, { source, target: await revisionIn('target', oldTarget) });
      await carryComments(tx, { from: bitext, id }, { id: made, bitext: updated, rowOf });
      await carryWorkflow(tx, id, made, { author, at: now });
      await markReady(tx, made, { nextId: updated.nextId, parallelism, now });
      await setArchived(tx, id, now);
    },
  };
}

/** It would not come over to the new bitext. */
function editedMeanwhile(): Problem {
  return new Problem(
    'conflict',
    'Somebody has edited these rows while the new version was aligned.',
    'Nothing was changed.',
    'Do it again; the edit is taken over then.',
  );
}

function changedSince(status: BeadStatus): Message {
  switch (status) {
    case 'confirmed':
      return msg('The text has changed since this row was confirmed.');
    case 'flagged':
      return msg('The text has changed since this row was flagged.');
    case 'excluded':
      return msg('The text has changed since this row was excluded.');
    case 'proposed':
      return msg('The text has changed since this row was proposed.');
  }
}

/** The revision with this id, which has to be there. */
export async function revisionOf(app: App, id: number): Promise<StoredRevision> {
  const revision = await findRevision(app.store.db, id);
  if (!revision) throw new Problem('internal', msg('Revision {revision} is missing.', { revision: String(id) }));
  return revision;
}

async function sideOf(
  { segmentation }: App,
  language: string,
  { text, blocks, styles }: Settled,
  signal: AbortSignal | undefined,
) {
  const sentences = await segmentation.sentences({ text, blocks, styles, language }, signal);
  if (sentences.length === 0) {
    throw new Problem('empty-text', 'The new text has nothing to align.', '', 'Paste the whole article.');
  }
  return { language, sentences };
}

function textsOf(sentences: readonly { text: string }[]): string[] {
  return sentences.map(({ text }) => text);
}

function isSame(old: readonly { text: string }[], fresh: readonly { text: string }[]): boolean {
  return textsOf(old).join('\n') === textsOf(fresh).join('\n');
}

/** Comments go with the rows that are carried over. */
async function carryComments(
  tx: Db,
  old: { readonly id: number; readonly from: Bitext },
  updated: { readonly id: number; readonly bitext: Bitext; rowOf(bead: Bead): CarriedBead | undefined },
): Promise<void> {
  const newRows = new Map(updated.bitext.beads.map((bead) => [updated.rowOf(bead)?.bead.id, bead]));
  // The oldest come first, so a thread's beginning is there before its answers.
  const carried = new Map<number, number>();
  for (const comment of await commentsOf(tx, old.id)) {
    const bead = old.from.beads.find((candidate) => candidate[comment.side].includes(comment.segment));
    const segment = newRows.get(bead?.id)?.[comment.side][0];
    if (!bead || segment === undefined) continue;
    const replyTo = comment.replyTo === null ? null : (carried.get(comment.replyTo) ?? null);
    carried.set(comment.id, await insertComment(tx, updated.id, { ...comment, segment, replyTo }));
  }
}

function textsOfRows(bitext: Bitext): Map<number, Record<Side, string>> {
  return new Map(rowsOf(bitext).map((row) => [row.bead.id, rowTexts(row, bitext)]));
}
