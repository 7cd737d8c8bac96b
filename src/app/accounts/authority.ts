import { mayDo, type Permission } from '../../core/accounts/permissions.ts';
import { findAccount } from '../../store/accounts/accounts.ts';
import type { Db } from '../../store/open-store.ts';

/**
 * Whether an author may do this. Where the author is no account, as where nobody has one and on the command line, there is
 * nobody to be kept from anything: who gets in at all is the door's matter.
 */
export async function mayAuthor(db: Db, author: string, permission: Permission): Promise<boolean> {
  const account = await findAccount(db, author);
  return account === null || mayDo(account.roles, permission);
}
