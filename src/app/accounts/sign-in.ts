import { findByEmail, passwordHashOf } from '../../store/accounts/accounts.ts';
import type { Desk } from '../desk.ts';
import { actorOf, record } from './actor.ts';
import { isPassword } from './secrets.ts';
import { beginSession, type Device } from './sessions.ts';

/** What somebody gives to sign in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Signs somebody in. Whether there is no such account, or it is disabled, or the password is wrong, the work is the same and the
 * answer too, so that nobody learns who has an account.
 * @returns the token of a new session, or null
 */
export async function signIn(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  { email, password }: Credentials,
  device: Device,
): Promise<string | null> {
  const account = await findByEmail(store.db, email.trim());
  const hash = account ? await passwordHashOf(store.db, account.id) : '';
  const isRight = await isPassword(hash, password);
  return store.transaction(async (tx) => {
    const subject = account?.email ?? '';
    if (!account || account.isDisabled || !isRight) {
      // What was typed as an address may be a password: it is not kept.
      const nobody = { account: '', name: '', address: device.address };
      await record(tx, nobody, { action: 'sign-in failed', subject, outcome: 'failed' }, now());
      return null;
    }
    await record(tx, actorOf(account, device.address), { action: 'signed in', subject }, now());
    return beginSession(tx, account, device, now());
  });
}
