import type { AuditEntry } from '../../core/accounts/audit.ts';
import type { Db } from '../open-store.ts';

/** Adds to what is known of who did what. */
export async function appendAudit(db: Db, { account, ...entry }: Omit<AuditEntry, 'id'>): Promise<void> {
  await db
    .insertInto('audit')
    .values({ account_id: account, ...entry })
    .execute();
}
