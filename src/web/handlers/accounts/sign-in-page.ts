import type { Response } from 'express';
import { Problem } from '../../../core/problem.ts';
import type { Entrance } from '../../door/entrance.ts';
import { returnAddress } from '../../door/return-address.ts';
import { sendView } from '../../views.ts';

interface Shown {
  readonly kind: 'password' | 'accounts';
  readonly to: string;
  readonly email?: string;
  readonly problem?: Problem;
}

/** Sends the page where one signs in. @param shown what was typed, and what was wrong with it */
export async function sendSignIn(
  response: Response,
  entrance: Entrance,
  { kind, to, email = '', problem }: Shown,
): Promise<void> {
  const shown = { kind, to: returnAddress(to), email, problem: problem ?? null, ways: waysIn(entrance) };
  await sendView(response, 'accounts/sign-in', shown);
}

/** How people come in here, once there are accounts. */
export function waysIn({ external: { openId, isOnly } }: Entrance) {
  return { hasPasswords: !isOnly, openId: openId && { label: openId.label } };
}

export function notByPassword(): Problem {
  return new Problem('forbidden', 'People sign in here with their organisation’s account, not with a password.');
}

/** Leads on to another server from a form: browsers that let forms lead to our own pages alone (CSP, `form-action`) follow no redirect to it. */
export async function sendOnward(response: Response, address: string, isOut = false): Promise<void> {
  response.setHeader('Refresh', `0; url=${address}`);
  await sendView(response, 'accounts/onward', { address, isOut });
}
