import type { BeadStatus, Side } from '../core/bitext/bitext.ts';
import type { Message } from '../core/message.ts';
import { insertArticle, type NewArticle } from './articles.ts';
import { inList } from './in-list.ts';
import { isShown } from './is-shown.ts';
import type { Db } from './open-store.ts';
import type { BitextState } from './schema.ts';
import { messageFrom, storedMessage } from './stored-message.ts';

/** What stands about a bitext besides its rows. */
export interface BitextHead {
  readonly id: number;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly sourceRevision: number;
  readonly targetRevision: number;
  readonly state: BitextState;
  /** From 0 to 1 while it is being aligned. */
  readonly progress: number;
  /** Why alignment failed, else null. */
  readonly problem: Message | null;
  /** How far the texts translate each other, from 0 to 1; null where that is not known. */
  readonly parallelism: number | null;
  readonly archivedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewBitext {
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly sourceRevision: number;
  readonly targetRevision: number;
}

const HEAD_COLUMNS = [
  'id',
  'title',
  'source_language as sourceLanguage',
  'target_language as targetLanguage',
  'source_revision_id as sourceRevision',
  'target_revision_id as targetRevision',
  'state',
  'progress',
  'problem',
  'kinship as parallelism',
  'archived_at as archivedAt',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** Stores a bitext that waits for its alignment, or for its rows. */
export async function insertBitext(
  db: Db,
  bitext: NewBitext,
  now: string,
  state: 'queued' | 'importing' = 'queued',
): Promise<number> {
  const { id } = await db
    .insertInto('bitext')
    .values({
      title: bitext.title,
      source_language: bitext.sourceLanguage,
      target_language: bitext.targetLanguage,
      source_revision_id: bitext.sourceRevision,
      target_revision_id: bitext.targetRevision,
      state,
      progress: 0,
      problem: '',
      next_id: 1,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Gives a bitext other revisions of its articles, which nobody has seen it with. */
export async function setRevisions(db: Db, id: number, { source, target }: Record<Side, number>): Promise<void> {
  await db
    .updateTable('bitext')
    .set({ source_revision_id: source, target_revision_id: target })
    .where('id', '=', id)
    .execute();
}

/** Stores an article, its translation, and a bitext of the two that waits for its alignment, or for its rows. Returns the bitext's number. */
export async function insertPair(
  db: Db,
  { title, source, target }: { title: string } & Record<Side, Omit<NewArticle, 'translationOf'>>,
  now: string,
  state: 'queued' | 'importing' = 'queued',
): Promise<number> {
  const first = await insertArticle(db, { ...source, translationOf: null }, now);
  const second = await insertArticle(db, { ...target, translationOf: first.articleId }, now);
  const bitext = {
    title,
    sourceLanguage: source.language,
    targetLanguage: target.language,
    sourceRevision: first.revisionId,
    targetRevision: second.revisionId,
  };
  return insertBitext(db, bitext, now, state);
}

export async function findHead(db: Db, id: number): Promise<BitextHead | undefined> {
  const row = await db.selectFrom('bitext').select(HEAD_COLUMNS).where('id', '=', id).where(isShown).executeTakeFirst();
  return row && headFrom(row);
}

/** Bitexts in the given states, oldest first. */
export async function headsInState(db: Db, states: readonly BitextState[]): Promise<BitextHead[]> {
  const rows = await db
    .selectFrom('bitext')
    .select(HEAD_COLUMNS)
    .where('state', 'in', inList(states))
    .orderBy('id')
    .execute();
  return rows.map(headFrom);
}

function headFrom({ problem, ...row }: Omit<BitextHead, 'problem'> & { readonly problem: string }): BitextHead {
  return { ...row, problem: problem === '' ? null : messageFrom(problem) };
}

/** Moves a bitext on in the queue. */
export async function setState(
  db: Db,
  id: number,
  { state, progress, problem }: { state: BitextState; progress: number; problem?: Message },
): Promise<void> {
  await db
    .updateTable('bitext')
    .set({ state, progress, problem: problem ? storedMessage(problem) : '' })
    .where('id', '=', id)
    .execute();
}

export async function setTitle(db: Db, id: number, title: string, now: string): Promise<void> {
  await db.updateTable('bitext').set({ title, updated_at: now }).where('id', '=', id).execute();
}

/** Makes another revision of the translation that of a bitext. */
export async function setTargetRevision(db: Db, id: number, revision: number): Promise<void> {
  await db.updateTable('bitext').set({ target_revision_id: revision }).where('id', '=', id).execute();
}

/** Puts a bitext into the archive, or takes it out with null. */
export async function setArchived(db: Db, id: number, at: string | null): Promise<void> {
  await db.updateTable('bitext').set({ archived_at: at }).where('id', '=', id).execute();
}

/** Proposed beads that are at least so sure, in order. */
export async function beadsFromConfidence(db: Db, id: number, from: number): Promise<number[]> {
  const rows = await db
    .selectFrom('bead')
    .select('id')
    .where('bitext_id', '=', id)
    .where('status', '=', 'proposed')
    .where('confidence', '>=', from)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.id);
}

/** A bead without what it holds. */
export interface BeadState {
  readonly id: number;
  readonly status: BeadStatus;
  readonly confidence: number | null;
}

/** Beads that are read at once. */
const PAGE_BEADS = 5000;

/** Every bead of a bitext, in order, without what it holds, some at a time, so that those of a long one are never all in memory. */
export async function* beadStates(db: Db, id: number): AsyncGenerator<BeadState[]> {
  for (let from = Number.NEGATIVE_INFINITY; ; ) {
    const rows = await db
      .selectFrom('bead')
      .select(['id', 'status', 'confidence', 'position'])
      .where('bitext_id', '=', id)
      .where('position', '>', from)
      .orderBy('position')
      .limit(PAGE_BEADS)
      .execute();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_BEADS) return;
    from = last.position;
  }
}
