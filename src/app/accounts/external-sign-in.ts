import { rolesInAudit } from '../../core/accounts/audit.ts';
import type { Role } from '../../core/accounts/permissions.ts';
import { Problem } from '../../core/problem.ts';
import { type Account, changeAccount, findAccount, findByEmail, hasAccounts } from '../../store/accounts/accounts.ts';
import { findIdentity, hasIdentity, putIdentity } from '../../store/accounts/identities.ts';
import { deleteLinks } from '../../store/accounts/links.ts';
import { deleteSessions, type Voucher } from '../../store/accounts/sessions.ts';
import type { Db } from '../../store/open-store.ts';
import type { Desk } from '../desk.ts';
import { isOnlyAdministrator, storeAccount } from './accounts.ts';
import { type Actor, actorOf, record } from './actor.ts';
import { linkOwner } from './password-links.ts';
import { type Refusal, refused } from './refusals.ts';
import { beginVouchedSession, type Device } from './sessions.ts';

/** Somebody for whom another server vouches. */
export interface ExternalPerson {
  /** Who vouches, and the name that is given to nobody else there. */
  readonly issuer: string;
  readonly subject: string;
  /** Only where it is theirs beyond doubt; else empty. */
  readonly email: string;
  readonly name: string;
  /** The roles that are given there; null where roles are given here. */
  readonly roles: readonly Role[] | null;
}

/** Who is let in of those that another server knows. */
export interface ExternalRules {
  /** Whether an account is somebody's by its verified e-mail address alone. */
  readonly matchesEmail: boolean;
  /** What an account may that is made at the first sign-in; null where none is made. */
  readonly newRole: Role | null;
  /** Domains of the e-mail addresses that count, in small letters; all count where there is none. */
  readonly domains: readonly string[];
}

/** How somebody comes in. */
export interface ExternalEntry {
  readonly device: Device;
  readonly rules: ExternalRules;
  /** What is written of it into the audit log, such as "OpenID Connect". */
  readonly way: string;
  /** A link of an invitation or reset, by which the account becomes theirs; empty where there is none. */
  readonly link?: string;
  /** What signs out there, too. */
  readonly idToken?: string;
}

/**
 * Signs in somebody for whom another server vouches: to the account that is theirs by that server; else to the one of the link
 * that they came with; else, where it is wanted so, to the one with their verified e-mail address; else to a new one.
 * @returns the account, and the number and token of a new session
 * @throws Problem `forbidden` where there is no account for them, which is recorded; `not-found` where the link has ended
 */
export async function signInExternally(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  person: ExternalPerson,
  entry: ExternalEntry,
): Promise<{ readonly account: Account; readonly id: number; readonly token: string }> {
  const { device, way } = entry;
  // What is refused is recorded, too, so nothing is thrown within.
  const result = await store.transaction(async (tx) => {
    const account = await accountFor(tx, person, entry, now());
    if (typeof account === 'string' || account.isDisabled) {
      const [refusal, subject] = typeof account === 'string' ? [account, ''] : (['disabled', account.email] as const);
      const nobody = { account: '', name: '', address: device.address };
      const detail = `${way}: ${refusal}`;
      await record(tx, nobody, { action: 'sign-in failed', subject, outcome: 'failed', detail }, now());
      return refused(refusal);
    }
    await takeRoles(tx, account, person.roles, { account: '', name: way, address: device.address }, now());
    const actor = actorOf(account, device.address);
    await record(tx, actor, { action: 'signed in', subject: account.email, detail: way }, now());
    const voucher: Voucher = { issuer: person.issuer, idToken: entry.idToken ?? '' };
    return { account, ...(await beginVouchedSession(tx, account, device, now(), voucher)) };
  });
  if (result instanceof Problem) throw result;
  return result;
}

async function accountFor(
  tx: Db,
  person: ExternalPerson,
  { rules, link = '', way, device }: ExternalEntry,
  at: string,
): Promise<Account | Refusal> {
  // The first account is made here, so that nobody becomes the administrator by being first.
  if (!(await hasAccounts(tx))) return 'no account';
  if (person.roles?.length === 0) return 'no role';
  const known = await findIdentity(tx, person);
  if (link !== '') {
    const owner = await linkOwner(tx, link, at);
    if (known !== null && known !== owner.id) return 'other account';
    // The sessions of before end, as where a password is set by a link.
    await deleteLinks(tx, owner.id);
    await deleteSessions(tx, { accountId: owner.id });
    return connected(tx, owner, person, { way, device }, at);
  }
  if (known !== null) return (await findAccount(tx, known)) ?? 'no account';
  const wanted = rules.matchesEmail || rules.newRole !== null;
  if (!wanted) return 'no account';
  if (person.email === '') return 'no verified e-mail';
  if (!isOfDomain(person.email, rules.domains)) return 'other domain';
  const owner = await findByEmail(tx, person.email);
  if (owner) {
    if (!rules.matchesEmail) return 'not connected';
    // An address that was somebody else's at that server before opens nothing of theirs.
    if (await hasIdentity(tx, person.issuer, owner.id)) return 'address of another';
    return owner.isDisabled ? owner : connected(tx, owner, person, { way, device }, at);
  }
  if (rules.newRole === null) return 'no account';
  const maker = { account: '', name: way, address: device.address };
  const name = person.name.trim().slice(0, 200) || person.email;
  const made = { name, email: person.email, roles: person.roles ?? [rules.newRole] };
  return connected(tx, await storeAccount(tx, made, maker, at), person, { way, device }, at);
}

function isOfDomain(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}

/** Gives an account to the person, from now on. */
async function connected(
  tx: Db,
  account: Account,
  person: ExternalPerson,
  { way, device }: Pick<ExternalEntry, 'way' | 'device'>,
  at: string,
): Promise<Account> {
  await putIdentity(tx, person, account.id, at);
  const actor = actorOf(account, device.address);
  await record(tx, actor, { action: 'sign-in connected', subject: account.email, detail: way }, at);
  return account;
}

/** Gives an account the roles that it has at the other server; the last administrator keeps theirs, whatever is said there. */
async function takeRoles(
  tx: Db,
  account: Account,
  roles: readonly Role[] | null,
  actor: Actor,
  at: string,
): Promise<void> {
  if (roles === null || rolesInAudit(roles) === rolesInAudit(account.roles)) return;
  if (!roles.includes('administrator') && (await isOnlyAdministrator(tx, account))) return;
  await changeAccount(tx, account.id, { roles });
  const detail = `${rolesInAudit(account.roles)} → ${rolesInAudit(roles)}`;
  await record(tx, actor, { action: 'roles changed', subject: account.email, detail }, at);
}
