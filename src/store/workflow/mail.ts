import { sql } from 'kysely';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import { readNotices, type StoredNotice } from './notices.ts';

export type { StoredNotice };

/** An account that is sent mails. */
export interface Addressee {
  readonly account: string;
  readonly email: string;
  /** Of its pages; empty where it is not known. */
  readonly language: string;
}

/** What has neither been read nor sent since then. */
const unsent = (since: string) => sql`notice.read_at = '' AND notice.mailed_at = '' AND notice.at > ${since}`;

/** The accounts that are to be sent something that came since then. */
export async function accountsToMail(db: Db, since: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`SELECT id AS account, email, language FROM account
    WHERE mail = 1 AND disabled_at = '' AND EXISTS (
      SELECT 1 FROM notice WHERE notice.account_id = account.id AND ${unsent(since)})
    ORDER BY id`.execute(db);
  return rows;
}

/** Notices of one mail. */
const MOST = 100;

/** What is to be sent to an account, the oldest first. */
export function unsentNotices(db: Db, account: string, since: string): Promise<StoredNotice[]> {
  return readNotices(db, sql`notice.account_id = ${account} AND ${unsent(since)} ORDER BY notice.id LIMIT ${MOST}`);
}

export async function markSent(db: Db, notices: readonly number[], at: string): Promise<void> {
  await db.updateTable('notice').set({ mailed_at: at }).where('id', 'in', inList(notices)).execute();
}

/** Whether an account is sent its notices. */
export async function isMailed(db: Db, account: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('mail').where('id', '=', account).executeTakeFirst();
  return row?.mail === 1;
}

export async function setMailed(db: Db, account: string, isWanted: boolean): Promise<void> {
  await db
    .updateTable('account')
    .set({ mail: isWanted ? 1 : 0 })
    .where('id', '=', account)
    .execute();
}

/** Keeps the language of an account's pages, in which it is written to. */
export async function setLanguage(db: Db, account: string, language: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ language })
    .where('id', '=', account)
    .where('language', '<>', language)
    .execute();
}
