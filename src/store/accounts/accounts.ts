import { sql } from 'kysely';
import { ROLES, type Role } from '../../core/accounts/permissions.ts';
import type { Db } from '../open-store.ts';

/** Somebody who signs in. */
export interface Account {
  /** By which what they do is theirs. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Whether they have neither set a password nor come in by another server yet. */
  readonly isInvited: boolean;
  readonly isDisabled: boolean;
  readonly createdAt: string;
}

/** An account in the list of all. */
export interface ListedAccount extends Account {
  /** When a session of it was used last; empty where there is none. */
  readonly usedAt: string;
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** All accounts by name. */
export async function listAccounts(db: Db): Promise<ListedAccount[]> {
  const rows = await accountRows(db)
    .select((row) =>
      row
        .selectFrom('session')
        .select(sql<string>`coalesce(max(used_at), '')`.as('used_at'))
        .whereRef('session.account_id', '=', 'account.id')
        .as('used_at'),
    )
    .execute();
  return rows
    .map(({ used_at, ...row }) => ({ ...accountOf(row), usedAt: used_at ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.email.localeCompare(b.email));
}

export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const row = await accountRows(db).where('account.id', '=', id).executeTakeFirst();
  return row ? accountOf(row) : null;
}

/** @param email in any case of its letters */
export async function findByEmail(db: Db, email: string): Promise<Account | null> {
  const row = await accountRows(db).where('account.email', '=', email).executeTakeFirst();
  return row ? accountOf(row) : null;
}

/** The hash of its password; empty where it has none. */
export async function passwordHashOf(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('account').select('password').where('id', '=', id).executeTakeFirst();
  return row?.password ?? '';
}

/** Stores an account with its person; it has no password yet. */
export async function insertAccount(
  db: Db,
  { id, name, email, roles }: Pick<Account, 'id' | 'name' | 'email' | 'roles'>,
  now: string,
): Promise<void> {
  await db.insertInto('person').values({ id, name, updated_at: now }).execute();
  await db
    .insertInto('account')
    .values({ id, email, roles: JSON.stringify(roles), created_at: now })
    .execute();
}

/** What of an account can be changed; what is left out stays. */
interface AccountChange {
  readonly roles?: readonly Role[];
  /** A hash. */
  readonly password?: string;
  /** When it was disabled; empty where it is enabled again. */
  readonly disabledAt?: string;
}

export async function changeAccount(db: Db, id: string, { roles, password, disabledAt }: AccountChange): Promise<void> {
  await db
    .updateTable('account')
    .set({
      ...(roles && { roles: JSON.stringify(roles) }),
      ...(password !== undefined && { password }),
      ...(disabledAt !== undefined && { disabled_at: disabledAt }),
    })
    .where('id', '=', id)
    .execute();
}

function accountRows(db: Db) {
  return db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.id')
    .select([
      'account.id',
      'person.name',
      'account.email',
      'account.roles',
      'account.disabled_at',
      'account.created_at',
    ])
    .select(IS_INVITED.as('is_invited'));
}

/** 1 where nobody has come in to an account yet, by a password or by another server. */
export const IS_INVITED = sql<number>`(account.password = ''
  AND NOT EXISTS (SELECT 1 FROM account_identity WHERE account_id = account.id))`;

/** An account as it is read, with its person's name. */
export type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number];

export function accountOf({ id, name, email, roles, disabled_at, created_at, is_invited }: AccountRow): Account {
  return {
    id,
    name,
    email,
    roles: rolesIn(roles),
    isInvited: is_invited === 1,
    isDisabled: disabled_at !== '',
    createdAt: created_at,
  };
}

/** What is no role of this version means nothing. */
export function rolesIn(json: string): Role[] {
  const listed = JSON.parse(json) as readonly unknown[];
  return ROLES.filter((role) => listed.includes(role));
}
