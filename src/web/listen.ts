import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { App } from '../app/app.ts';
import { msg, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { createDoor } from './door.ts';
import { isEverywhere, isThisMachine, type Reach } from './our-names.ts';
import { createServer } from './server.ts';

/** How long connections may finish what they are at when the program stops, in ms. */
const CLOSE_TIMEOUT_MS = 500;

/** A server that answers. */
export interface Listening {
  /** What a person opens. */
  readonly url: string;
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
}

/**
 * Starts answering on a port of this machine.
 * @throws Problem `port-taken` where another program has the port, `bad-request` where others could reach it without a password
 */
export async function listen(app: App, { port, password, ...reach }: ListenOptions): Promise<Listening> {
  checkPassword(reach, password);
  const { host } = reach;
  const door = password === undefined ? null : createDoor(password);
  const server = await started(createServer(app, reach, door).listen(port, host), port, host);
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  const names = isEverywhere(host) ? ['localhost', ...addressesOf(host)] : [host];
  const urls = names.map((name) => `http://${isIPv6(name) ? `[${name}]` : name}:${taken}/`);
  return {
    url: urls[0]!,
    urls,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // Pages that listen for edits never end by themselves; what is being answered gets its time.
      const patience = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(patience);
      await app.close();
    },
  };
}

/** The least number of letters in a password that cannot be guessed within the attempts allowed. */
const MIN_PASSWORD_LENGTH = 12;

/** @throws Problem `bad-request` */
function checkPassword(reach: Reach, password: string | undefined): void {
  if (password !== undefined && password.length < MIN_PASSWORD_LENGTH) {
    throw new Problem(
      'bad-request',
      msg('The password has fewer than {least} characters.', { least: MIN_PASSWORD_LENGTH }),
      '',
      'Take a longer one, such as a few words.',
    );
  }
  if (password !== undefined || (isThisMachine(reach.host) && !reach.allowed?.length)) return;
  throw new Problem(
    'bad-request',
    'Without a password everybody who reaches this machine could read and change everything.',
    msg('It was to be reached as {names}.', { names: [reach.host, ...(reach.allowed ?? [])] }),
    'Write a password into a file and name it with --password-file, or leave out --host and --allow-host.',
  );
}

/** The addresses of this machine that a server on all of them is reached by, but for its own. */
function addressesOf(host: string): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family, scopeid }) => !internal && !scopeid && (family === 'IPv4' || host === '::'))
    .map(({ address }) => address);
}

function started(server: Server, port: number, host: string): Promise<Server> {
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
