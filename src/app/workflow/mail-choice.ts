import { findByEmail } from '../../store/accounts/accounts.ts';
import { isMailed, setLanguage, setMailed } from '../../store/workflow/mail.ts';
import type { Desk } from '../desk.ts';

type Stored = Pick<Desk, 'store'>;

/** Whether somebody is sent their notices by mail, where the server can. */
export function isSentMail({ store }: Stored, account: string): Promise<boolean> {
  return isMailed(store.db, account);
}

export function chooseMail({ store }: Stored, account: string, isWanted: boolean): Promise<void> {
  return setMailed(store.db, account, isWanted);
}

/** Keeps in which language somebody is written to: that of their pages. */
export function keepLanguage({ store }: Stored, account: string, language: string): Promise<void> {
  return setLanguage(store.db, account, language);
}

/** The same for who has just signed in. */
export async function keepLanguageOf({ store }: Stored, email: string, language: string): Promise<void> {
  const account = await findByEmail(store.db, email.trim());
  if (account) await setLanguage(store.db, account.id, language);
}
