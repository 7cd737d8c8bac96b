import type { Role } from './permissions.ts';

/** Something that somebody did, or tried to do. */
export interface AuditEntry {
  /** Grows with every entry. */
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The id of the account; empty where it was nobody's, as on the command line. */
  readonly account: string;
  /** The name of the person as it was then; empty where nobody was signed in. */
  readonly name: string;
  /** The network address that it came from; empty for the command line. */
  readonly address: string;
  /** One of `ACCOUNT_ACTIONS`, or the route of a page's form, such as `POST /bitexts/:id/edits`. */
  readonly action: string;
  /** What it was done to: an e-mail address of an account, or the address of what was changed. */
  readonly subject: string;
  readonly outcome: AuditOutcome;
  /** More in a few words, such as roles; never texts. */
  readonly detail: string;
}

export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** What is recorded of accounts and of who signs for what, each in the transaction that does it. */
export const ACCOUNT_ACTIONS = [
  'account made',
  'password link made',
  'password set',
  'sign-in connected',
  'roles changed',
  'account disabled',
  'account enabled',
  'signed in',
  'sign-in failed',
  'signed out',
  'sessions ended',
  'token made',
  'translation assigned',
  'translation sent to review',
  'translation returned',
  'translation signed off',
  'translation published',
  'translation unlocked',
  'desk settings changed',
  'trash emptied',
  'restored from the trash',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

/** Roles as an entry names them. */
export function rolesInAudit(roles: readonly Role[]): string {
  return roles.join(', ');
}
