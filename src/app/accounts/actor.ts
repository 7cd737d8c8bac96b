import type { AccountAction, AuditOutcome } from '../../core/accounts/audit.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import { appendAudit } from '../../store/accounts/audit.ts';
import type { Db } from '../../store/open-store.ts';

/** Who does something, as it is recorded. */
export interface Actor {
  /** The id of an account; empty where it is nobody's. */
  readonly account: string;
  readonly name: string;
  /** The network address; empty on the machine itself. */
  readonly address: string;
}

/** Whoever can run commands on the database. */
export const COMMAND_LINE: Actor = { account: '', name: 'command line', address: '' };

export function actorOf({ id, name }: Pick<Account, 'id' | 'name'>, address: string): Actor {
  return { account: id, name, address };
}

/** Something done to an account. */
interface Deed {
  readonly action: AccountAction;
  /** An e-mail address. */
  readonly subject: string;
  readonly outcome?: AuditOutcome;
  readonly detail?: string;
}

/** Records what is done, within the transaction that does it. */
export function record(
  tx: Db,
  actor: Actor,
  { action, subject, outcome = 'done', detail = '' }: Deed,
  at: string,
): Promise<void> {
  return appendAudit(tx, { at, ...actor, action, subject, outcome, detail });
}
