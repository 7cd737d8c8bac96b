import { sql } from 'kysely';
import { NEW_WORKFLOW, type Workflow, type WorkflowState } from '../../core/workflow/workflow.ts';
import { inList } from '../in-list.ts';
import { isShown } from '../is-shown.ts';
import type { Db } from '../open-store.ts';
import { announce } from '../webhooks/announce.ts';

/** The work on a bitext's translation. */
export async function workflowOf(db: Db, bitext: number): Promise<Workflow> {
  const row = await db
    .selectFrom('workflow')
    .select(['state', 'translator', 'reviser', 'due_on as dueOn', 'signed_by as signedBy'])
    .where('bitext_id', '=', bitext)
    .executeTakeFirst();
  return row ?? NEW_WORKFLOW;
}

/** The work on the translations of some bitexts, by bitext. */
export async function workflowsOf(db: Db, bitexts: readonly number[]): Promise<Map<number, Workflow>> {
  const rows = await db
    .selectFrom('workflow')
    .select(['bitext_id', 'state', 'translator', 'reviser', 'due_on as dueOn', 'signed_by as signedBy'])
    .where('bitext_id', 'in', inList(bitexts))
    .execute();
  const begun = new Map(rows.map(({ bitext_id, ...workflow }) => [bitext_id, workflow]));
  return new Map(bitexts.map((bitext) => [bitext, begun.get(bitext) ?? NEW_WORKFLOW]));
}

export async function setWorkflow(db: Db, bitext: number, workflow: Workflow, at: string): Promise<void> {
  const { state, translator, reviser, dueOn, signedBy } = workflow;
  const row = { state, translator, reviser, due_on: dueOn, signed_by: signedBy, changed_at: at };
  const { state: from } = await workflowOf(db, bitext);
  if (from !== state) await announce(db, { type: 'translation.moved', at, data: { bitext, from, state } });
  await db
    .insertInto('workflow')
    .values({ bitext_id: bitext, ...row })
    .onConflict((conflict) => conflict.column('bitext_id').doUpdateSet(row))
    .execute();
}

/** Of these bitexts, those that are locked. */
export async function lockedOf(db: Db, bitexts: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('workflow')
    .select('bitext_id')
    .where('bitext_id', 'in', inList(bitexts))
    .where('state', '=', 'published')
    .execute();
  return new Set(rows.map(({ bitext_id }) => bitext_id));
}

/** The bitexts whose translation is of this article, by any of its revisions. */
export async function bitextsInto(db: Db, article: number): Promise<number[]> {
  const rows = await db
    .selectFrom('bitext')
    .innerJoin('revision', 'revision.id', 'bitext.target_revision_id')
    .select('bitext.id')
    .where('revision.article_id', '=', article)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether an account has changed words of a translation that nobody else has looked at since: all of its last words, or of a row that is not confirmed. */
export async function hasOwnWords(db: Db, bitext: number, account: string): Promise<boolean> {
  const { rows } = await sql<{ own: number }>`SELECT
    EXISTS (SELECT 1 FROM bitext WHERE id = ${bitext} AND worded_by = ${account}) OR
    EXISTS (SELECT 1 FROM bead WHERE bitext_id = ${bitext} AND worded_by = ${account}
      AND status IN ('proposed', 'flagged')) AS own`.execute(db);
  return rows[0]?.own === 1;
}

/** Of these rows, those whose words an account changed last. */
export async function wordedBy(
  db: Db,
  bitext: number,
  beads: readonly number[],
  account: string,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('bead')
    .select('id')
    .where('bitext_id', '=', bitext)
    .where('id', 'in', inList(beads))
    .where('worded_by', '=', account)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Keeps who has changed the words of these rows. */
export async function setWordedBy(db: Db, bitext: number, beads: readonly number[], author: string): Promise<void> {
  await db.updateTable('bitext').set({ worded_by: author }).where('id', '=', bitext).execute();
  await db
    .updateTable('bead')
    .set({ worded_by: author })
    .where('bitext_id', '=', bitext)
    .where('id', 'in', inList(beads))
    .execute();
}

/** Which translations are wanted; what is empty does not count. */
export interface WorkQuery {
  readonly states: readonly WorkflowState[];
  /** An account that translates or revises them. */
  readonly person: string;
  readonly translator: string;
  readonly reviser: string;
  /** A day up to which they are due. */
  readonly dueBy: string;
}

export const ANY_WORK: WorkQuery = { states: [], person: '', translator: '', reviser: '', dueBy: '' };

/** A translation with the work on it. */
export interface ListedWork extends Workflow {
  readonly bitext: number;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** Translations outside the archive: by number behind `after`, or what is due first where it is left out. */
export async function listWork(
  db: Db,
  { states, person, translator, reviser, dueBy }: WorkQuery,
  { after, limit }: { readonly after?: number; readonly limit: number },
): Promise<ListedWork[]> {
  const state = sql`coalesce(workflow.state, 'new')`;
  const wanted = [
    sql`${isShown} AND bitext.archived_at IS NULL`,
    ...(states.length > 0 ? [sql`${state} IN ${inList(states)}`] : []),
    ...(person ? [sql`${person} IN (workflow.translator, workflow.reviser)`] : []),
    ...(translator ? [sql`workflow.translator = ${translator}`] : []),
    ...(reviser ? [sql`workflow.reviser = ${reviser}`] : []),
    ...(dueBy ? [sql`workflow.due_on <> '' AND workflow.due_on <= ${dueBy}`] : []),
    ...(after === undefined ? [] : [sql`bitext.id > ${after}`]),
  ];
  const order = after === undefined ? sql`nullif(workflow.due_on, '') NULLS LAST, bitext.id` : sql`bitext.id`;
  const { rows } = await sql<ListedWork>`SELECT bitext.id AS bitext, bitext.title,
      bitext.source_language AS sourceLanguage, bitext.target_language AS targetLanguage, ${state} AS state,
      coalesce(workflow.translator, '') AS translator, coalesce(workflow.reviser, '') AS reviser,
      coalesce(workflow.due_on, '') AS dueOn, coalesce(workflow.signed_by, '') AS signedBy
    FROM bitext LEFT JOIN workflow ON workflow.bitext_id = bitext.id
    WHERE ${sql.join(wanted, sql` AND `)} ORDER BY ${order} LIMIT ${limit}`.execute(db);
  return rows;
}
