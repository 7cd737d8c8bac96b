import type { Configuration } from 'openid-client';
import type { Log, LogFields } from '../../../app/upkeep.ts';
import { Problem } from '../../../core/problem.ts';
import { isThisMachine } from '../../our-names.ts';
import type { OpenIdOptions } from './openid.ts';

/** How long what a server says of itself is believed, in ms: an hour. */
const KNOWN_MS = 3600_000;
/** How long a server that did not answer is left alone, in ms, so that a crowd at the door is not sent on to it. */
const PAUSE_MS = 5000;
/** How long it may take to answer, in s. */
const TIMEOUT_S = 10;

/**
 * Finds out what a server says of itself (OpenID Connect Discovery 1.0), once an hour. One that does not answer then is taken as it was.
 * @returns a function that gives it; it throws Problem `page-unavailable` where the server has never answered
 */
export function discover(options: OpenIdOptions, log: Log, now = Date.now): () => Promise<Configuration> {
  let known: Configuration | null = null;
  let asked: Promise<Configuration> | null = null;
  let until = 0;

  async function ask(): Promise<Configuration> {
    try {
      known = await discovered(options);
      until = now() + KNOWN_MS;
      return known;
    } catch (error) {
      until = now() + PAUSE_MS;
      log.warn('the OpenID Connect server does not answer', { issuer: options.issuer, ...reasonOf(error) });
      if (known) return known;
      throw unavailable(error);
    }
  }

  return () => {
    if (!asked || now() > until) {
      until = Number.POSITIVE_INFINITY;
      asked = ask();
    }
    return asked;
  };
}

async function discovered({ issuer, clientId, clientSecret }: OpenIdOptions): Promise<Configuration> {
  const client = await import('openid-client');
  const server = new URL(issuer);
  // Unencrypted on this machine alone.
  const isHere = server.protocol === 'http:' && isThisMachine(server.hostname);
  const config = await client.discovery(server, clientId, clientSecret, clientSecret ? undefined : client.None(), {
    timeout: TIMEOUT_S,
    // Signatures are looked at, too, not the connection alone.
    execute: [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])],
  });
  return config;
}

/** Why a server was not understood, for the log: codes such as "invalid_client" or "ECONNREFUSED"; what else it says is not ours. */
export function reasonOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, cause } = error;
  const text = (field: string) => [error, cause].map((one) => fieldOf(one, field)).find((one) => one !== undefined);
  const [code, answer] = [text('code'), text('error')];
  return { error: name, ...(code && { code }), ...(answer && { answer: answer.slice(0, 60) }) };
}

function fieldOf(error: unknown, field: string): string | undefined {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** What is said where the server cannot be asked. */
export function unavailable(error: unknown): Problem {
  return new Problem(
    'page-unavailable',
    'Your organisation’s sign-in server does not answer.',
    '',
    'Try again later.',
    error,
  );
}
