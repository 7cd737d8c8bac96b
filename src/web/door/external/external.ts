import type { ExternalRules } from '../../../app/accounts/external-sign-in.ts';
import type { App } from '../../../app/app.ts';
import type { Log } from '../../../app/upkeep.ts';
import { createOpenId, type OpenId, type OpenIdOptions } from './openid.ts';
import { createProxyDoor, type ProxyDoor, type ProxyOptions } from './proxy-door.ts';

/** By whom else than this program people are known, and who of them is let in. */
export interface ExternalOptions {
  readonly openId?: OpenIdOptions | undefined;
  readonly proxy?: ProxyOptions | undefined;
  readonly rules: ExternalRules;
  /** Whether people sign in so alone, and not with a password. */
  readonly isOnly: boolean;
}

/** The ways in that others vouch for. */
export interface External {
  readonly openId: OpenId | null;
  readonly proxy: ProxyDoor | null;
  readonly rules: ExternalRules;
  readonly isOnly: boolean;
}

/** @param options nothing where people are known here alone */
export function createExternal(
  app: Pick<App, 'store' | 'now'>,
  options: ExternalOptions | undefined,
  log: Log,
): External {
  if (!options) return NO_EXTERNAL;
  const { openId, proxy, rules, isOnly } = options;
  return {
    openId: openId ? createOpenId(openId, log) : null,
    proxy: proxy ? createProxyDoor(app, proxy, rules, log) : null,
    rules,
    isOnly,
  };
}

/** People are known here alone. */
export const NO_EXTERNAL: External = {
  openId: null,
  proxy: null,
  rules: { matchesEmail: false, newRole: null, domains: [] },
  isOnly: false,
};
