import { randomUUID } from 'node:crypto';
import { rolesInAudit } from '../../core/accounts/audit.ts';
import { ROLES, type Role } from '../../core/accounts/permissions.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import {
  type Account,
  changeAccount,
  findAccount,
  findByEmail,
  hasAccounts,
  insertAccount,
  type ListedAccount,
  listAccounts,
} from '../../store/accounts/accounts.ts';
import { deleteLinks } from '../../store/accounts/links.ts';
import { deleteSessions } from '../../store/accounts/sessions.ts';
import type { Db } from '../../store/open-store.ts';
import type { Desk } from '../desk.ts';
import { type Actor, record } from './actor.ts';
import { makeLink, type PasswordLink } from './password-links.ts';
import { hashPassword } from './secrets.ts';
import { beginSession, type Device } from './sessions.ts';

export type { Account, ListedAccount };

type Accounts = Pick<Desk, 'store' | 'now'>;

/** Whether people sign in here: once there is an account, nobody gets in without one. */
export function isDesk({ store }: Pick<Desk, 'store'>): Promise<boolean> {
  return hasAccounts(store.db);
}

/** All accounts by name. */
export function allAccounts({ store }: Pick<Desk, 'store'>): Promise<ListedAccount[]> {
  return listAccounts(store.db);
}

/** Somebody who is to sign in. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/**
 * Makes an account, with a link by which the person sets a password. The first is an administrator's, whatever is asked for.
 * @throws Problem `bad-request` where the name or e-mail will not do, `conflict` where the e-mail has an account
 */
export async function addAccount(
  { store, now }: Accounts,
  { name, email, roles }: NewAccount,
  actor: Actor,
): Promise<PasswordLink> {
  return store.transaction(async (tx) => {
    const given: readonly Role[] = (await hasAccounts(tx)) ? roles : [...roles, 'administrator'];
    const account = await storeAccount(tx, { name, email, roles: given }, actor, now());
    return makeLink(tx, account, actor, now());
  });
}

/**
 * Makes the very first account, an administrator's, with its password, and signs the person in. From then on nobody gets in
 * without an account.
 * @returns the token of a session
 * @throws Problem `conflict` where there is an account already, `bad-request` where name, e-mail or password will not do
 */
export async function addFirstAccount(
  { store, now }: Accounts,
  { name, email, password }: Omit<NewAccount, 'roles'> & { readonly password: string },
  device: Device,
): Promise<string> {
  const hash = await hashPassword(password, [name, email]);
  return store.transaction(async (tx) => {
    if (await hasAccounts(tx)) {
      throw new Problem(
        'conflict',
        'There is an account already.',
        '',
        'Sign in, or ask an administrator to invite you.',
      );
    }
    const nobody = { account: '', name: '', address: device.address };
    const account = await storeAccount(tx, { name, email, roles: ['administrator'] }, nobody, now());
    await changeAccount(tx, account.id, { password: hash });
    return beginSession(tx, account, device, now());
  });
}

/** Makes a new link for an account, by which its person sets a password. What they have signed in goes on until then. */
export function resetPassword({ store, now }: Accounts, id: string, actor: Actor): Promise<PasswordLink> {
  return store.transaction(async (tx) => makeLink(tx, await accountOf(tx, id), actor, now()));
}

/** Gives an account other roles, which hold from the next request on. */
export function setRoles({ store, now }: Accounts, id: string, roles: readonly Role[], actor: Actor): Promise<void> {
  return store.transaction(async (tx) => {
    const account = await accountOf(tx, id);
    const given = checkedRoles(roles);
    await keepingAdministrator(tx, () => changeAccount(tx, id, { roles: given }));
    const detail = `${rolesInAudit(account.roles)} → ${rolesInAudit(given)}`;
    await record(tx, actor, { action: 'roles changed', subject: account.email, detail }, now());
  });
}

/** Disables an account, which ends its sessions and its link, or enables it again. What it did keeps its name. */
export function setDisabled({ store, now }: Accounts, id: string, isDisabled: boolean, actor: Actor): Promise<void> {
  return store.transaction(async (tx) => {
    const account = await accountOf(tx, id);
    await keepingAdministrator(tx, () => changeAccount(tx, id, { disabledAt: isDisabled ? now() : '' }));
    if (isDisabled) {
      await deleteSessions(tx, { accountId: id });
      await deleteLinks(tx, id);
    }
    const action = isDisabled ? 'account disabled' : 'account enabled';
    await record(tx, actor, { action, subject: account.email }, now());
  });
}

/** @throws Problem `not-found` */
export async function accountByEmail({ store }: Pick<Desk, 'store'>, email: string): Promise<Account> {
  const account = await findByEmail(store.db, email.trim());
  if (account) return account;
  throw new Problem('not-found', msg('{email} has no account.', { email }), '', 'Check the address.');
}

/** Makes an account within a transaction. @throws Problem as `addAccount` does */
export async function storeAccount(
  tx: Db,
  { name, email, roles }: NewAccount,
  actor: Actor,
  now: string,
): Promise<Account> {
  const wanted = { id: randomUUID(), name: name.trim(), email: email.trim().toLowerCase(), roles: checkedRoles(roles) };
  checkIdentity(wanted);
  if (await findByEmail(tx, wanted.email)) {
    throw new Problem('conflict', msg('{email} has an account already.', { email: wanted.email }));
  }
  await insertAccount(tx, wanted, now);
  const detail = rolesInAudit(wanted.roles);
  await record(tx, actor, { action: 'account made', subject: wanted.email, detail }, now);
  return accountOf(tx, wanted.id);
}

async function accountOf(tx: Db, id: string): Promise<Account> {
  const account = await findAccount(tx, id);
  if (account) return account;
  throw new Problem('not-found', 'This account is not there.', '', 'Reload the page.');
}

/** Does something to accounts, unless nobody who could change accounts would be left. */
async function keepingAdministrator(tx: Db, change: () => Promise<void>): Promise<void> {
  const before = await administrators(tx);
  await change();
  const after = await administrators(tx);
  // Who is invited may never come: they count only where nobody else was there before either.
  if (after.some(({ isInvited }) => !isInvited) || (after.length > 0 && before.every(({ isInvited }) => isInvited)))
    return;
  throw new Problem(
    'conflict',
    'This is the last administrator.',
    'Without one nobody could invite people or change roles.',
    'Make somebody else an administrator first.',
  );
}

/** Whether nobody else who comes in here could change accounts. */
export async function isOnlyAdministrator(tx: Db, { id }: Pick<Account, 'id'>): Promise<boolean> {
  const all = await administrators(tx);
  return all.some((one) => one.id === id) && !all.some((one) => one.id !== id && !one.isInvited);
}

async function administrators(tx: Db): Promise<Account[]> {
  return (await listAccounts(tx)).filter(({ roles, isDisabled }) => roles.includes('administrator') && !isDisabled);
}

function checkIdentity({ name, email }: { readonly name: string; readonly email: string }): void {
  if (name === '' || name.length > 200) {
    throw new Problem(
      'bad-request',
      'An account has the name of a person.',
      '',
      'Write the name that others shall see.',
    );
  }
  if (!/^[^\s@<>"']+@[^\s@<>"']+$/u.test(email) || email.length > 254) {
    throw new Problem('bad-request', msg('“{email}” is not an e-mail address.', { email: email.slice(0, 80) }));
  }
}

function checkedRoles(roles: readonly Role[]): Role[] {
  const known = ROLES.filter((role) => roles.includes(role));
  if (known.length > 0) return known;
  throw new Problem('bad-request', 'Choose at least one role.', '', 'A reader sees everything and changes nothing.');
}
