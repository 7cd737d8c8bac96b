import type { Db } from '../open-store.ts';
import { type Account, findAccount } from './accounts.ts';

/** Stores a link by which somebody sets a password. Of one account there is one at a time. */
export async function insertLink(
  db: Db,
  { tokenHash, accountId, endsAt }: { readonly tokenHash: string; readonly accountId: string; readonly endsAt: string },
): Promise<void> {
  await db.deleteFrom('account_link').where('account_id', '=', accountId).execute();
  await db
    .insertInto('account_link')
    .values({ token_hash: tokenHash, account_id: accountId, ends_at: endsAt })
    .execute();
}

/** Whose a link is; null where it has been used, or has ended, or the account is disabled. */
export async function findLink(db: Db, tokenHash: string, now: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account_link')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  const account = row ? await findAccount(db, row.account_id) : null;
  return account?.isDisabled ? null : account;
}

/** Takes an account's link away, used or not. */
export async function deleteLinks(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('account_link').where('account_id', '=', accountId).execute();
}
