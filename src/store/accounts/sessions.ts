import { sql } from 'kysely';
import type { ProgramScope } from '../../core/accounts/permissions.ts';
import type { Db } from '../open-store.ts';
import { type Account, findAccount } from './accounts.ts';

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
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token_hash', by.tokenHash] as const);
  const row = await db
    .selectFrom('session')
    .select(['id', 'used_at', 'program', 'account_id'])
    .select(
      sql<number>`(SELECT count(*) FROM notice WHERE notice.account_id = session.account_id AND read_at = '')`.as(
        'unread',
      ),
    )
    .where(column, '=', value)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  const account = row && (await findAccount(db, row.account_id));
  if (!row || !account || account.isDisabled) return null;
  return { id: row.id, usedAt: row.used_at, program: row.program, account, unread: row.unread };
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
