import type { ExternalPerson } from '../../../app/accounts/external-sign-in.ts';
import { ROLES } from '../../../core/accounts/permissions.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * The person of whom a server says this (OpenID Connect Core 1.0, 5.1). An e-mail address counts only where it is verified.
 * @param roleClaim the claim with the roles, or the way to it, such as "resource_access.visavis.roles"; '' where roles are given here
 */
export function personIn(claims: Claims, roleClaim: string): ExternalPerson {
  const { iss, sub, email, email_verified: verified, name, preferred_username: login } = claims;
  // Some servers say "true" as a text.
  const isVerified = verified === true || verified === 'true';
  return {
    issuer: String(iss),
    subject: String(sub),
    email: isVerified && typeof email === 'string' ? email.trim() : '',
    name: [name, login].find((one) => typeof one === 'string' && one.trim() !== '')?.toString() ?? '',
    roles: roleClaim === '' ? null : rolesIn(claimAt(claims, roleClaim)),
  };
}

/** A claim of this very name, which may be an address, else the one at the end of the path. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>((at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), claims);
}

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null;
}

function rolesIn(claim: unknown) {
  const named = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(/[\s,]+/u) : [];
  return ROLES.filter((role) => named.includes(role));
}
