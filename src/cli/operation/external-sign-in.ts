import type { Role } from '../../core/accounts/permissions.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { ExternalOptions } from '../../web/door/external/external.ts';
import { networks } from '../../web/door/external/networks.ts';
import { isThisMachine } from '../../web/our-names.ts';

/** What the settings of signing in elsewhere are. */
export interface SignInFlags {
  readonly openidIssuer?: string;
  readonly openidClientId?: string;
  readonly openidClientSecretFile?: string;
  /** From the environment alone. */
  readonly 'openid-client-secret'?: string;
  readonly openidLabel?: string;
  readonly openidMatchEmail?: boolean;
  readonly openidRoleClaim?: string;
  readonly signInHeader?: string;
  readonly signInProxy: readonly string[];
  readonly signOutUrl?: string;
  readonly newAccountRole?: Role;
  readonly emailDomain: readonly string[];
  readonly externalSignInOnly?: boolean;
  readonly publicUrl?: string;
}

/**
 * How people come in for whom others vouch; undefined where nobody does.
 * @throws Problem `bad-request` where the settings cannot be used together
 */
export function externalSignIn(flags: SignInFlags, clientSecret: string | undefined): ExternalOptions | undefined {
  const openId = openIdIn(flags, clientSecret);
  const proxy = proxyIn(flags);
  const isOnly = flags.externalSignInOnly ?? false;
  if (!openId && !proxy) {
    if (isOnly) throw lacking('--external-sign-in-only', '--openid-issuer or --sign-in-header');
    return undefined;
  }
  const domains = flags.emailDomain.map((domain) => domain.trim().replace(/^@/u, '').toLowerCase());
  const rules = { matchesEmail: flags.openidMatchEmail ?? false, newRole: flags.newAccountRole ?? null, domains };
  return { openId, proxy, rules, isOnly };
}

function openIdIn(
  { openidIssuer: issuer, openidClientId: clientId, openidLabel, openidRoleClaim, publicUrl }: SignInFlags,
  clientSecret: string | undefined,
): ExternalOptions['openId'] {
  if (issuer === undefined) {
    if (clientId !== undefined) throw lacking('--openid-client-id', '--openid-issuer');
    return undefined;
  }
  if (clientId === undefined) throw lacking('--openid-issuer', '--openid-client-id');
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isThisMachine(hostname)) {
    throw new Problem(
      'bad-request',
      'What an OpenID Connect server says has to come encrypted.',
      msg('{url} begins with http.', { url: issuer }),
      'Name its address that begins with https.',
    );
  }
  return { issuer, clientId, clientSecret, label: openidLabel ?? '', roleClaim: openidRoleClaim ?? '', publicUrl };
}

function proxyIn({ signInHeader: header, signInProxy: trusted, signOutUrl }: SignInFlags): ExternalOptions['proxy'] {
  if (header === undefined) {
    if (trusted.length > 0) throw lacking('--sign-in-proxy', '--sign-in-header');
    return undefined;
  }
  if (trusted.length === 0) throw lacking('--sign-in-header', '--sign-in-proxy');
  if (!/^[\w-]+$/u.test(header)) {
    throw new Problem('bad-request', msg('“{name}” is not the name of a header.', { name: header }));
  }
  // Looked at now, so that the program does not start with one that it would never believe.
  networks(trusted);
  return { header, trusted, signOut: signOutUrl ?? '' };
}

function lacking(given: string, needed: string): Problem {
  return new Problem('bad-request', msg('{given} takes {needed}, too.', { given, needed }));
}
