import { Problem } from '../../core/problem.ts';
import { type Account, changeAccount, passwordHashOf } from '../../store/accounts/accounts.ts';
import { deleteLinks, findLink, insertLink } from '../../store/accounts/links.ts';
import { deleteSessions } from '../../store/accounts/sessions.ts';
import type { Db } from '../../store/open-store.ts';
import type { Desk } from '../desk.ts';
import { type Actor, actorOf, record } from './actor.ts';
import { hashOfToken, hashPassword, isPassword, newToken } from './secrets.ts';
import { beginSession, type Device } from './sessions.ts';

type Accounts = Pick<Desk, 'store' | 'now'>;

/** How long a link stands, in ms: an invitation waits for a person, a reset is for somebody who asks for it. */
const LINK_MS = { invitation: 7 * 24 * 3600 * 1000, reset: 24 * 3600 * 1000 } as const;

/** A link by which somebody sets their password, once. */
export interface PasswordLink {
  /** Stored nowhere: who makes the link sees it this once. */
  readonly token: string;
  readonly endsAt: string;
}

/** Makes a link for an account; one made before ends. */
export async function makeLink(tx: Db, account: Account, actor: Actor, now: string): Promise<PasswordLink> {
  const token = newToken();
  const endsAt = new Date(Date.parse(now) + LINK_MS[account.isInvited ? 'invitation' : 'reset']).toISOString();
  await insertLink(tx, { tokenHash: hashOfToken(token), accountId: account.id, endsAt });
  await record(tx, actor, { action: 'password link made', subject: account.email }, now);
  return { token, endsAt };
}

/**
 * Whose link it is.
 * @throws Problem `not-found` where it has been used or has ended
 */
export async function ownerOfLink({ store, now }: Accounts, token: string): Promise<Account> {
  return linkOwner(store.db, token, now());
}

/**
 * Sets the password by a link, which is used up by it, and signs the person in. All sessions before end.
 * @returns the token of a new session
 * @throws Problem `not-found` where the link has been used or has ended, `bad-request` where the password will not do
 */
export async function setPasswordByLink(
  { store, now }: Accounts,
  token: string,
  password: string,
  device: Device,
): Promise<string> {
  const { email, name } = await linkOwner(store.db, token, now());
  const hash = await hashPassword(password, [email, name]);
  return store.transaction(async (tx) => {
    // Once more: of two who use it at the same time one comes too late.
    const account = await linkOwner(tx, token, now());
    await deleteLinks(tx, account.id);
    await setHash(tx, account, hash, actorOf(account, device.address), now());
    return beginSession(tx, account, device, now());
  });
}

/** Whether an account has a password: one for which another server vouches may have none. */
export async function hasPassword({ store }: Pick<Accounts, 'store'>, { id }: Pick<Account, 'id'>): Promise<boolean> {
  return (await passwordHashOf(store.db, id)) !== '';
}

/**
 * Changes one's own password. All other sessions end.
 * @returns whether the present one was right; nothing is changed where it was not
 * @throws Problem `bad-request` where the new one will not do
 */
export async function changePassword(
  { store, now }: Accounts,
  account: Account,
  { present, wanted }: { readonly present: string; readonly wanted: string },
  { session, address }: { readonly session: number; readonly address: string },
): Promise<boolean> {
  if (!(await isPassword(await passwordHashOf(store.db, account.id), present))) return false;
  const hash = await hashPassword(wanted, [account.email, account.name]);
  await store.transaction(async (tx) => {
    await setHash(tx, account, hash, actorOf(account, address), now(), session);
  });
  return true;
}

async function setHash(tx: Db, account: Account, hash: string, actor: Actor, now: string, except?: number) {
  await changeAccount(tx, account.id, { password: hash });
  await deleteSessions(tx, { accountId: account.id, ...(except !== undefined && { except }) });
  await record(tx, actor, { action: 'password set', subject: account.email }, now);
}

/** The same within a transaction. */
export async function linkOwner(db: Db, token: string, now: string): Promise<Account> {
  const account = await findLink(db, hashOfToken(token), now);
  if (account) return account;
  throw new Problem(
    'not-found',
    'This link does not work any more.',
    'It has been used, or its time is over, or a newer one was made.',
    'Ask an administrator for a new link.',
  );
}
