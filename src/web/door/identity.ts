import type { Request } from 'express';
import { isDesk } from '../../app/accounts/accounts.ts';
import { type Actor, actorOf } from '../../app/accounts/actor.ts';
import { isSessionOpen, type LiveSession } from '../../app/accounts/sessions.ts';
import type { App } from '../../app/app.ts';
import type { Role } from '../../core/accounts/permissions.ts';

/** Who asks, and what they may. */
export interface Identity {
  /** null where nobody has an account, or nobody is signed in. */
  readonly session: LiveSession | null;
  readonly roles: readonly Role[];
}

/** Whoever gets in where there are no accounts: they may everything. */
export const EVERYBODY: Identity = { session: null, roles: ['administrator'] };
/** Who has not been let in: they may nothing. */
const NOBODY: Identity = { session: null, roles: [] };

const identities = new WeakMap<Request, Identity>();

export function setIdentity(request: Request, identity: Identity): void {
  identities.set(request, identity);
}

export function identityOf(request: Request): Identity {
  return identities.get(request) ?? NOBODY;
}

/** Who asks, as it is recorded. */
export function askerOf(request: Request): Actor {
  const { session } = identityOf(request);
  const address = request.ip ?? '';
  return session ? actorOf(session.account, address) : { account: '', name: '', address };
}

/** Whether who asked would still be let in: an answer that never ends has to ask again. */
export async function isStillIn(app: Pick<App, 'store' | 'now'>, request: Request): Promise<boolean> {
  const { session } = identityOf(request);
  return session ? isSessionOpen(app, session.id) : !(await isDesk(app));
}
