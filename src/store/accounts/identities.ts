import type { Db } from '../open-store.ts';

/** Somebody as another server knows them. */
export interface Identity {
  readonly issuer: string;
  /** Given to nobody else by that issuer. */
  readonly subject: string;
}

/** The account that belongs to somebody; null where none does. */
export async function findIdentity(db: Db, { issuer, subject }: Identity): Promise<string | null> {
  const row = await db
    .selectFrom('account_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Whether an account belongs to somebody of that issuer already. */
export async function hasIdentity(db: Db, issuer: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives an account to somebody, in place of whom it belonged to by that issuer before. */
export async function putIdentity(db: Db, { issuer, subject }: Identity, accountId: string, at: string): Promise<void> {
  await db.deleteFrom('account_identity').where('account_id', '=', accountId).where('issuer', '=', issuer).execute();
  await db
    .insertInto('account_identity')
    .values({ issuer, subject, account_id: accountId, connected_at: at })
    .execute();
}
