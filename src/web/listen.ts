import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { isDesk } from '../app/accounts/accounts.ts';
import type { App } from '../app/app.ts';
import { createLog } from '../app/operation/log.ts';
import { createMetrics } from '../app/operation/metrics.ts';
import { createReadiness } from '../app/operation/readiness.ts';
import type { Log } from '../app/upkeep.ts';
import { msg, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import type { ExternalOptions } from './door/external/external.ts';
import { createPasswordDoor } from './door/password-door.ts';
import { createInFlight } from './operation/in-flight.ts';
import { createOwnAddress } from './operation/own-address.ts';
import { createProbes } from './operation/probes.ts';
import { isEverywhere, isThisMachine, type Reach } from './our-names.ts';
import { createServer } from './server.ts';

/** How long requests may take to be answered when the program stops, in ms: whoever stops a container kills it after ten seconds. */
const STOP_PATIENCE_MS = 8000;

/**
 * How long a connection on which nothing is asked is kept, in ms: longer than the 60 s of usual proxies, so that they close it and never send on
 * one that is being closed here. Node's own 5 s also ran out while the machine was busy, and a request that was waiting was lost.
 */
const IDLE_CONNECTION_MS = 75_000;
/** How long the head of a request may take, in ms; it has to be longer than an idle connection is kept. */
const HEAD_MS = 80_000;

/** A server that answers. */
export interface Listening {
  /** What a person opens. */
  readonly url: string;
  /** Where its metrics are, if at an address of their own. */
  readonly metricsUrl: string | null;
  /** All addresses by which it can be reached that are known, the first of them `url`. */
  readonly urls: readonly string[];
  /** Answers what has been asked, writes what is being written, and stops. */
  stop(): Promise<void>;
}

/** Where to answer, and whom. */
export interface ListenOptions extends Reach {
  /** 0 takes any free one. */
  readonly port: number;
  /** What lets people in; nobody is asked for it where it is left out, which only this machine may be. */
  readonly password?: string | undefined;
  /** Who else vouches for people, once there are accounts. */
  readonly external?: ExternalOptions | undefined;
  /** By default errors of ours alone, as text. */
  readonly log?: Log;
  /** Where /health, /ready and /metrics are answered, too; /metrics is answered there alone then. */
  readonly metricsAt?: { readonly host: string; readonly port: number } | undefined;
}

/**
 * Starts answering on a port of this machine.
 * @throws Problem `port-taken` where another program has the port, `bad-request` where others could reach it without a password
 */
export async function listen(
  app: App,
  { port, password, external, metricsAt, log = createLog({ format: 'text', level: 'error' }), ...reach }: ListenOptions,
): Promise<Listening> {
  checkPassword(reach, password, await isDesk(app));
  const { host } = reach;
  const doors = { password: password === undefined ? null : createPasswordDoor(password), external };
  const inFlight = createInFlight();
  const metrics = createMetrics(app, inFlight.count);
  const readiness = createReadiness(app);
  const probes = createProbes(readiness, metrics);
  const upkeep = { log, metrics, inFlight, probes, showsMetrics: metricsAt === undefined };
  const own = metricsAt
    ? await started(createOwnAddress(probes).listen(metricsAt.port, metricsAt.host), metricsAt)
    : null;
  const at = { port, host };
  const server = await started(createServer(app, reach, doors, upkeep).listen(port, host), at).catch(
    (error: unknown) => {
      own?.close();
      throw error;
    },
  );
  const names = isEverywhere(host) ? ['localhost', ...addressesOf(host)] : [host];
  const urls = names.map((name) => urlOf(server, name));
  return {
    url: urls[0]!,
    urls,
    metricsUrl: own && metricsAt ? urlOf(own, metricsAt.host) : null,
    async stop() {
      readiness.withdraw();
      const closed = new Promise((resolve) => server.close(resolve));
      await inFlight.end(STOP_PATIENCE_MS);
      server.closeAllConnections();
      await closed;
      await app.close();
      // Last, so that it can be seen until then that the program is stopping.
      own?.closeAllConnections();
      own?.close();
    },
  };
}

/** The least number of letters in a password that cannot be guessed within the attempts allowed. */
const MIN_PASSWORD_LENGTH = 12;

/** @throws Problem `bad-request` */
function checkPassword(reach: Reach, password: string | undefined, hasAccounts: boolean): void {
  if (password !== undefined && password.length < MIN_PASSWORD_LENGTH) {
    throw new Problem(
      'bad-request',
      msg('The password has fewer than {least} characters.', { least: MIN_PASSWORD_LENGTH }),
      '',
      'Take a longer one, such as a few words.',
    );
  }
  if (password !== undefined || hasAccounts || (isThisMachine(reach.host) && !reach.allowed?.length)) return;
  throw new Problem(
    'bad-request',
    'Without a password everybody who reaches this machine could read and change everything.',
    msg('It was to be reached as {names}.', { names: [reach.host, ...(reach.allowed ?? [])] }),
    'Make an account with visavis user add, or write a password into a file and name it with --password-file.',
  );
}

/** The addresses of this machine that a server on all of them is reached by, but for its own. */
function addressesOf(host: string): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family, scopeid }) => !internal && !scopeid && (family === 'IPv4' || host === '::'))
    .map(({ address }) => address);
}

function urlOf(server: Server, name: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}/`;
}

function started(server: Server, { port, host }: { port: number; host: string }): Promise<Server> {
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  server.headersTimeout = HEAD_MS;
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(asProblem(error, port, host)));
  });
}

function asProblem(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Problem(
      'port-taken',
      msg('Port {port} is taken by another program.', { port: String(port) }),
      '',
      'Stop it, or choose another port with --port.',
      error,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EACCES') {
    return new Problem(
      'bad-request',
      msg('Vis-à-vis cannot listen on {host}, port {port}.', { host, port: String(port) }),
      wordsOf(error),
      'Leave --host out to listen on this machine alone.',
      error,
    );
  }
  return error;
}
