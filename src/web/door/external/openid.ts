import type { Request, Response } from 'express';
import type { Configuration } from 'openid-client';
import type { ExternalPerson } from '../../../app/accounts/external-sign-in.ts';
import type { Voucher } from '../../../app/accounts/sessions.ts';
import type { Log } from '../../../app/upkeep.ts';
import { Problem } from '../../../core/problem.ts';
import { createAttempts, refuseWhile } from '../attempts.ts';
import { isEncrypted } from '../own-page.ts';
import { createAttemptsInCookies } from './attempts-in-cookies.ts';
import { discover, reasonOf, unavailable } from './discovery.ts';
import { personIn } from './person-in-claims.ts';

/** A server of the organisation, by which people sign in (OpenID Connect). */
export interface OpenIdOptions {
  /** Its address, as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Without it this program is known by its address alone (a "public client"). */
  readonly clientSecret?: string | undefined;
  /** What the button says; empty for words of ours. */
  readonly label: string;
  /** The claim with the roles of a person, such as "resource_access.visavis.roles"; empty where roles are given here. */
  readonly roleClaim: string;
  /** By which people open this program; where it is left out, by the name that they have asked for. */
  readonly publicUrl?: string | undefined;
}

/** Lets people sign in by the authorization code with PKCE. */
export interface OpenId {
  readonly label: string;
  /** Where to send the browser. @param to the page that was asked for @param link an invitation that it begins at, or '' */
  begin(request: Request, response: Response, wanted: { readonly to: string; readonly link: string }): Promise<string>;
  /** Who has come back. @throws Problem `forbidden` where anything does not fit, `page-unavailable` where the server does not answer */
  finish(request: Request, response: Response): Promise<Arrival>;
  /** Where one signs out at the server, too; null where it names no such address, or does not answer. */
  signOutAddress(request: Request, voucher: Voucher): Promise<string | null>;
}

interface Arrival {
  readonly person: ExternalPerson;
  readonly idToken: string;
  readonly to: string;
  readonly link: string;
  /** Whether the browser came by https. */
  readonly isEncrypted: boolean;
}

const CALLBACK = '/sign-in/openid/callback';

export function createOpenId(options: OpenIdOptions, log: Log): OpenId {
  const attempts = createAttemptsInCookies();
  const failures = createAttempts();
  const configuration = discover(options, log);
  const addressOf = ownAddress(options);

  return {
    label: options.label,
    async begin(request, response, { to, link }) {
      const client = await import('openid-client');
      const config = await configuration();
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const own = addressOf(request);
      attempts.keep(response, { state, nonce, verifier, to, link }, own.startsWith('https:'));
      return client.buildAuthorizationUrl(config, {
        redirect_uri: `${own}${CALLBACK}`,
        scope: 'openid email profile',
        response_type: 'code',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href;
    },
    async finish(request, response) {
      const own = addressOf(request);
      const { search, searchParams } = new URL(request.originalUrl, own);
      const attempt = attempts.take(request, response, searchParams.get('state') ?? '');
      // No work is done for it, so it does not count: any site can have a browser ask for this address.
      if (!attempt) throw overdue();
      const { ip = '' } = request;
      refuseWhile(failures.wait(ip));
      const config = await configuration();
      const { claims, idToken } = await answered(config, new URL(`${own}${CALLBACK}${search}`), attempt, log).catch(
        (error: unknown) => {
          failures.failed(ip);
          throw error;
        },
      );
      const { to, link } = attempt;
      return { person: personIn(claims, options.roleClaim), idToken, to, link, isEncrypted: own.startsWith('https:') };
    },
    async signOutAddress(request, { issuer, idToken }) {
      const client = await import('openid-client');
      const config = await configuration().catch(() => null);
      const { end_session_endpoint: end, issuer: present } = config?.serverMetadata() ?? {};
      if (!config || !end || present !== issuer) return null;
      const back = { post_logout_redirect_uri: `${addressOf(request)}/sign-in` };
      return client.buildEndSessionUrl(config, { ...back, ...(idToken && { id_token_hint: idToken }) }).href;
    },
  };
}

/** The address of this program as the browser knows it. Of names in the Host header only known ones get as far as here. */
function ownAddress({ publicUrl }: OpenIdOptions): (request: Request) => string {
  const own = publicUrl?.replace(/\/+$/u, '');
  return (request) => own ?? `${isEncrypted(request) ? 'https' : 'http'}://${request.headers.host ?? ''}`;
}

/** Exchanges the code, checks what comes (signature, issuer, audience, nonce, times), and asks what is known of the person. */
async function answered(
  config: Configuration,
  back: URL,
  { state, nonce, verifier }: { readonly state: string; readonly nonce: string; readonly verifier: string },
  log: Log,
): Promise<{ readonly claims: Readonly<Record<string, unknown>>; readonly idToken: string }> {
  const client = await import('openid-client');
  try {
    const tokens = await client.authorizationCodeGrant(config, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    // There are some, since an ID token is expected.
    const claims = tokens.claims()!;
    const more = config.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
      : {};
    return { claims: { ...more, ...claims }, idToken: tokens.id_token ?? '' };
  } catch (error) {
    log.warn('a sign-in by the OpenID Connect server failed', reasonOf(error));
    if (error instanceof client.AuthorizationResponseError) throw cancelled(error);
    throw isUnreachable(error) ? unavailable(error) : unfit(error);
  }
}

function isUnreachable(error: unknown): boolean {
  // `fetch` throws a TypeError where there is no connection.
  return error instanceof TypeError || reasonOf(error)['code'] === 'OAUTH_TIMEOUT';
}

function overdue(): Problem {
  return new Problem(
    'forbidden',
    'This sign-in has expired.',
    'It was begun in another browser, or more than ten minutes ago.',
    'Try again.',
  );
}

function cancelled(error: unknown): Problem {
  return new Problem(
    'forbidden',
    'You were not signed in.',
    'The sign-in was cancelled, or your organisation’s server refused it.',
    'Try again.',
    error,
  );
}

function unfit(error: unknown): Problem {
  return new Problem(
    'forbidden',
    'This sign-in was not accepted.',
    'The answer of your organisation’s server does not match the request.',
    'Try again; if it happens again, tell an administrator, who finds the reason in the log.',
    error,
  );
}
