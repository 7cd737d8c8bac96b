import { Problem } from '../../core/problem.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import {
  deleteSessions,
  findSession,
  insertSession,
  isSessionLive,
  type LiveSession,
  listSessions,
  type Session,
  touchSession,
  type Voucher,
  voucherOf,
} from '../../store/accounts/sessions.ts';
import type { Db } from '../../store/open-store.ts';
import type { Desk } from '../desk.ts';
import { type Actor, actorOf, record } from './actor.ts';
import { hashOfToken, newToken } from './secrets.ts';

export type { LiveSession, Session, Voucher };

type Accounts = Pick<Desk, 'store' | 'now'>;

/** How long somebody stays signed in, in ms: 30 days. */
export const SESSION_MS = 30 * 24 * 3600 * 1000;
/** The same for whom another server vouches, in ms, so that whoever has left there is out here within a working day: 12 hours. */
export const EXTERNAL_SESSION_MS = 12 * 3600 * 1000;
/** How exactly the last use of a session is known, in ms: not every request writes. */
const USE_STEP_MS = 5 * 60_000;

/** A browser that signs in. */
export interface Device {
  /** What it calls itself. */
  readonly device: string;
  readonly address: string;
}

/** Begins a session of who has signed in with a password. @returns a token that was never used before, which is stored nowhere */
export async function beginSession(tx: Db, account: Account, device: Device, now: string): Promise<string> {
  return (await beginVouchedSession(tx, account, device, now, null)).token;
}

/**
 * Begins a session of somebody for whom another server vouches.
 * @param voucher null where it was a password
 * @returns its number and its token
 */
export async function beginVouchedSession(
  tx: Db,
  account: Account,
  { device, address }: Device,
  now: string,
  voucher: Voucher | null,
): Promise<{ readonly id: number; readonly token: string }> {
  const token = newToken();
  const endsAt = new Date(Date.parse(now) + (voucher ? EXTERNAL_SESSION_MS : SESSION_MS)).toISOString();
  const tokenHash = hashOfToken(token);
  const session = {
    accountId: account.id,
    tokenHash,
    endsAt,
    device: device.slice(0, 300),
    address,
    program: '',
    voucher,
  } as const;
  return { id: await insertSession(tx, session, now), token };
}

/**
 * Whose session a token is; null where it is none, or has ended, or the account is disabled.
 * @param by who holds it: a program's token opens no page, and a browser's is taken from its cookie alone
 */
export async function openSession(
  { store, now }: Accounts,
  token: string,
  by: 'browser' | 'program',
): Promise<LiveSession | null> {
  const time = now();
  const found = await findSession(store.db, { tokenHash: hashOfToken(token) }, time);
  const session = (found?.program === '') === (by === 'browser') ? found : null;
  if (session) await noteUse(store.db, session, time);
  return session;
}

/** The session of this number, which somebody uses now. */
export async function openSessionById({ store, now }: Accounts, id: number): Promise<LiveSession | null> {
  const time = now();
  const session = await findSession(store.db, { id }, time);
  if (session) await noteUse(store.db, session, time);
  return session;
}

async function noteUse(db: Db, { id, usedAt }: LiveSession, time: string): Promise<void> {
  if (Date.parse(time) - Date.parse(usedAt) > USE_STEP_MS) await touchSession(db, id, time);
}

/** Who vouched for the person of a session; null where it was a password. */
export function voucherFor({ store }: Pick<Desk, 'store'>, { id }: Pick<LiveSession, 'id'>): Promise<Voucher | null> {
  return voucherOf(store.db, id);
}

/** Whether a session still stands. */
export function isSessionOpen({ store, now }: Accounts, id: number): Promise<boolean> {
  return isSessionLive(store.db, id, now());
}

/** The sessions of an account, the one used last first. */
export function sessionsOf({ store, now }: Accounts, account: Pick<Account, 'id'>): Promise<Session[]> {
  return listSessions(store.db, account.id, now());
}

/** Ends the session that one is in. */
export async function signOut({ store, now }: Accounts, { id, account }: LiveSession, address: string): Promise<void> {
  await store.transaction(async (tx) => {
    await deleteSessions(tx, { id });
    await record(tx, actorOf(account, address), { action: 'signed out', subject: account.email }, now());
  });
}

/**
 * Ends sessions of an account: one by its number, or all but one.
 * @throws Problem `not-found` where it has no such session
 */
export async function endSessions(
  { store, now }: Accounts,
  account: Pick<Account, 'id' | 'email'>,
  which: { readonly id?: number; readonly except?: number },
  actor: Actor,
): Promise<void> {
  await store.transaction(async (tx) => {
    const count = await deleteSessions(tx, { accountId: account.id, ...which });
    if (which.id !== undefined && count === 0) {
      throw new Problem('not-found', 'This session has ended already.', '', 'Reload the page.');
    }
    await record(tx, actor, { action: 'sessions ended', subject: account.email, detail: String(count) }, now());
  });
}

/** Ends every session of everybody. @returns how many there were */
export function flushSessions({ store, now }: Accounts, actor: Actor): Promise<number> {
  return store.transaction(async (tx) => {
    const count = await deleteSessions(tx, {});
    await record(tx, actor, { action: 'sessions ended', subject: '', detail: String(count) }, now());
    return count;
  });
}
