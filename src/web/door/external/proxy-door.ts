import type { Request, RequestHandler } from 'express';
import { type ExternalRules, signInExternally } from '../../../app/accounts/external-sign-in.ts';
import {
  EXTERNAL_SESSION_MS,
  signOut as endSession,
  type LiveSession,
  openSessionById,
} from '../../../app/accounts/sessions.ts';
import type { App } from '../../../app/app.ts';
import type { Log } from '../../../app/upkeep.ts';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { plainName } from '../../our-names.ts';
import { deviceOf } from '../account-door.ts';
import { identityOf } from '../identity.ts';
import { comesFromPage } from '../own-page.ts';
import { networks } from './networks.ts';

/** A proxy in front that signs people in, and says by a header who they are. */
export interface ProxyOptions {
  /** The header with the e-mail address, in any case. */
  readonly header: string;
  /** Addresses and networks ("10.0.0.0/8") of proxies that are believed. */
  readonly trusted: readonly string[];
  /** Where the proxy signs people out; empty where it does not. */
  readonly signOut: string;
}

/** Lets in whom the proxy names. */
export interface ProxyDoor {
  readonly signOut: string;
  /** Refuses what carries the header and does not come from the proxy. */
  readonly guard: RequestHandler;
  /** Whether the proxy says who asks. */
  names(request: Request): boolean;
  /** The session of whom the proxy names; null where it names nobody, or another site may have sent the request. @throws Problem `forbidden` */
  sessionOf(request: Request): Promise<LiveSession | null>;
  /** Ends the session of whom the proxy names. */
  leave(request: Request): Promise<void>;
}

/** The issuer of who comes by the proxy. */
const PROXY = 'proxy';
/** How long somebody who was refused is refused without another look, in ms: pages ask for many things at once. */
const REFUSED_MS = 30_000;

/** @param now in ms */
export function createProxyDoor(
  app: Pick<App, 'store' | 'now'>,
  { header, trusted, signOut }: ProxyOptions,
  rules: ExternalRules,
  log: Log,
  now = Date.now,
): ProxyDoor {
  const isTrusted = networks(trusted);
  const name = header.toLowerCase();
  const valueIn = ({ headers }: Request) => headers[name]?.toString().trim().toLowerCase() ?? '';
  /** Sessions by whom the proxy names: the header comes with each request, so there is no cookie that could be stolen. */
  const sessions = new Map<string, { readonly until: number; readonly id: Promise<number> }>();

  function sessionFor(email: string, request: Request): Promise<number> {
    const found = sessions.get(email);
    if (found && found.until > now()) return found.id;
    for (const [one, { until }] of sessions) if (until <= now()) sessions.delete(one);
    const id = begun(email, request);
    sessions.set(email, { until: now() + EXTERNAL_SESSION_MS, id });
    id.catch(() => sessions.set(email, { until: now() + REFUSED_MS, id }));
    return id;
  }

  async function begun(email: string, request: Request): Promise<number> {
    const person = { issuer: PROXY, subject: email, email, name: '', roles: null };
    // What the proxy names is an e-mail address of its own people.
    const entry = { device: deviceOf(request), rules: { ...rules, matchesEmail: true }, way: PROXY };
    return (await signInExternally(app, person, entry)).id;
  }

  return {
    signOut,
    guard(request, _response, next) {
      if (request.headers[name] === undefined || isTrusted(request.socket.remoteAddress)) return next();
      const address = plainName(request.socket.remoteAddress ?? '');
      log.warn('a sign-in header from an address that is no trusted proxy was refused', { header: name, address });
      throw new Problem(
        'forbidden',
        msg('The header {name} is taken from the proxy alone.', { name: header }),
        '',
        'Open Vis-à-vis by the address of the proxy.',
      );
    },
    names: (request) => valueIn(request) !== '',
    async sessionOf(request) {
      const email = valueIn(request);
      if (email === '' || !comesFromPage(request)) return null;
      const open = async () => openSessionById(app, await sessionFor(email, request));
      const session = await open();
      if (session) return session;
      // It was ended meanwhile: the proxy still vouches, so another begins, unless the account is disabled now.
      sessions.delete(email);
      return open();
    },
    async leave(request) {
      const session = identityOf(request).session;
      if (session) await endSession(app, session, request.ip ?? '');
      sessions.delete(valueIn(request));
    },
  };
}
