import { sql } from 'kysely';
import type { ProgramScope } from '../../core/accounts/permissions.ts';
import type { Db } from '../open-store.ts';
import { type Account, type AccountRow, accountOf, IS_INVITED } from './accounts.ts';

/** A browser in which somebody is signed in, or a program with a token of theirs. */
export interface Session {
  readonly id: number;
  readonly begunAt: string;
  readonly usedAt: string;
  readonly endsAt: string;
  /** What the browser calls itself, or the person the program. */
  readonly device: string;
  /** Where it signed in from. */
  readonly address: string;
  /** What it may where it is a program; empty for a browser. */
  readonly program: ProgramScope | '';
}

/** Who vouched for whoever signed in. */
export interface Voucher {
  readonly issuer: string;
  /** What signs out there, too; empty where there is no such thing. */
  readonly idToken: string;
}

export interface NewSession extends Pick<Session, 'device' | 'address' | 'endsAt' | 'program'> {
  readonly accountId: string;
  readonly tokenHash: string;
  /** null where it was a password. */
  readonly voucher?: Voucher | null;
}

/** @returns its number */
export async function insertSession(db: Db, session: NewSession, now: string): Promise<number> {
  await db.deleteFrom('session').where('ends_at', '<=', now).execute();
  const { id } = await db
    .insertInto('session')
    .values({
      account_id: session.accountId,
      token_hash: session.tokenHash,
      begun_at: now,
      used_at: now,
      ends_at: session.endsAt,
      device: session.device,
      address: session.address,
      program: session.program,
      ...(session.voucher && { issuer: session.voucher.issuer, id_token: session.voucher.idToken }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A session that stands, and whose it is. */
export interface LiveSession {
  readonly id: number;
  readonly usedAt: string;
  readonly program: ProgramScope | '';
  readonly account: Account;
  /** How many notices of the account nobody has read. */
  readonly unread: number;
}

/** The session of this token, or of this number, unless it has ended or its account is disabled. */
export async function findSession(
  db: Db,
  by: { readonly tokenHash: string } | { readonly id: number },
  now: string,
): Promise<LiveSession | null> {
  const which = 'id' in by ? sql`session.id = ${by.id}` : sql`session.token_hash = ${by.tokenHash}`;
  // One query in SQL, since every request makes it: to put it together would take longer than to run it.
  const { rows } = await sql<SessionRow>`SELECT session.id AS session, session.used_at, session.program,
      account.id, person.name, account.email, account.roles, account.disabled_at, account.created_at, ${IS_INVITED} AS is_invited,
      (SELECT count(*) FROM notice WHERE notice.account_id = account.id AND read_at = '') AS unread
    FROM session JOIN account ON account.id = session.account_id JOIN person ON person.id = account.id
    WHERE ${which} AND session.ends_at > ${now} AND account.disabled_at = ''`.execute(db);
  const [row] = rows;
  return row
    ? { id: row.session, usedAt: row.used_at, program: row.program, account: accountOf(row), unread: row.unread }
    : null;
}

interface SessionRow extends AccountRow {
  readonly session: number;
  readonly used_at: string;
  readonly program: ProgramScope | '';
  readonly unread: number;
}

/** Whether a session stands: the same question without whose it is, which a stream of events asks before each thing that it sends. */
export async function isSessionLive(db: Db, id: number, now: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM session JOIN account ON account.id = session.account_id
    WHERE session.id = ${id} AND session.ends_at > ${now} AND account.disabled_at = ''`.execute(db);
  return rows.length > 0;
}

/** Who vouched for the person of a session; null where it was a password. */
export async function voucherOf(db: Db, id: number): Promise<Voucher | null> {
  const row = await db.selectFrom('session').select(['issuer', 'id_token']).where('id', '=', id).executeTakeFirst();
  return row && row.issuer !== '' ? { issuer: row.issuer, idToken: row.id_token } : null;
}

export async function touchSession(db: Db, id: number, now: string): Promise<void> {
  await db.updateTable('session').set({ used_at: now }).where('id', '=', id).execute();
}

/** The sessions of an account, the one used last first. */
export async function listSessions(db: Db, accountId: string, now: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'begun_at', 'used_at', 'ends_at', 'device', 'address', 'program'])
    .where('account_id', '=', accountId)
    .where('ends_at', '>', now)
    .orderBy('used_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ begun_at, used_at, ends_at, ...row }) => ({
    ...row,
    begunAt: begun_at,
    usedAt: used_at,
    endsAt: ends_at,
  }));
}

/** Which sessions are ended: of an account alone, one alone, all but one. */
export interface WhichSessions {
  readonly accountId?: string;
  readonly id?: number;
  readonly except?: number;
}

/** @returns how many there were */
export async function deleteSessions(db: Db, { accountId, id, except }: WhichSessions): Promise<number> {
  let query = db.deleteFrom('session');
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  if (id !== undefined) query = query.where('id', '=', id);
  if (except !== undefined) query = query.where('id', '<>', except);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
