import type { ProgramScope } from '../../core/accounts/permissions.ts';
import { Problem } from '../../core/problem.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import { insertSession } from '../../store/accounts/sessions.ts';
import type { Desk } from '../desk.ts';
import { type Actor, record } from './actor.ts';
import { hashOfToken, newToken } from './secrets.ts';

/** How long a token may hold at most, in days. */
export const MAX_TOKEN_DAYS = 365;

/** A program that is to use the API in the name of an account. */
export interface NewProgram {
  readonly name: string;
  readonly scope: ProgramScope;
  /** After how many days it ends. */
  readonly days: number;
}

/**
 * Makes a token for a program: a session of its own, listed and ended as those of browsers are.
 * @returns the token, which is stored nowhere
 * @throws Problem `bad-request` where it has no name, or would hold too long
 */
export function makeProgramToken(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  account: Pick<Account, 'id' | 'email'>,
  { name, scope, days }: NewProgram,
  actor: Actor,
): Promise<string> {
  const device = name.trim();
  if (device === '' || device.length > 100) {
    throw new Problem('bad-request', 'A program needs a name of up to 100 characters.', '', 'Name it by what it does.');
  }
  if (!Number.isInteger(days) || days < 1 || days > MAX_TOKEN_DAYS) {
    throw new Problem('bad-request', 'A token holds from one day to a year.', '', 'Give a number from 1 to 365.');
  }
  const at = now();
  const endsAt = new Date(Date.parse(at) + days * 24 * 3600 * 1000).toISOString();
  const token = newToken();
  return store.transaction(async (tx) => {
    const session = { accountId: account.id, tokenHash: hashOfToken(token), endsAt, device, address: actor.address };
    await insertSession(tx, { ...session, program: scope }, at);
    await record(tx, actor, { action: 'token made', subject: account.email, detail: scope }, at);
    return token;
  });
}
