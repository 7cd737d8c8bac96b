import { sql } from 'kysely';
import type { AuditEntry, AuditOutcome } from '../../core/accounts/audit.ts';
import type { Db } from '../open-store.ts';

/** Adds to what is known of who did what. */
export async function appendAudit(db: Db, { account, ...entry }: Omit<AuditEntry, 'id'>): Promise<void> {
  await db
    .insertInto('audit')
    .values({ account_id: account, ...entry })
    .execute();
}

/** Which entries are wanted; what is empty does not narrow. */
export interface AuditQuery {
  /** Part of a name, of a subject or of an address. */
  readonly words: string;
  readonly account: string;
  readonly action: string;
  readonly outcome: AuditOutcome | '';
  /** The first and the last day, ISO 8601, in UTC. */
  readonly since: string;
  readonly until: string;
}

/** Entries, the last first. @param before the number of the entry behind which they begin; 0 for the very last */
export async function listAudit(
  db: Db,
  query: AuditQuery,
  { before, count }: { readonly before: number; readonly count: number },
): Promise<AuditEntry[]> {
  let entries = db
    .selectFrom('audit')
    .select(['id', 'at', 'account_id as account', 'name', 'address', 'action', 'subject', 'outcome', 'detail']);
  if (before > 0) entries = entries.where('id', '<', before);
  if (query.account) entries = entries.where('account_id', '=', query.account);
  if (query.action) entries = entries.where('action', '=', query.action);
  if (query.outcome) entries = entries.where('outcome', '=', query.outcome);
  if (query.since) entries = entries.where('at', '>=', query.since);
  // A day ends before what comes behind all its times.
  if (query.until) entries = entries.where('at', '<', `${query.until}U`);
  if (query.words) {
    entries = entries.where(
      sql<boolean>`instr(lower(name || char(10) || subject || char(10) || address), lower(${query.words})) > 0`,
    );
  }
  return entries.orderBy('id', 'desc').limit(count).execute();
}

/** The actions that stand in it, in order. */
export async function actionsInAudit(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('audit').select('action').distinct().orderBy('action').execute();
  return rows.map(({ action }) => action);
}
