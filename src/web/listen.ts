import type { Server } from 'node:http';
import type { App } from '../app/app.ts';
import { msg, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { createServer } from './server.ts';

/** How long connections may finish what they are at when the program stops, in ms. */
const PATIENCE = 500;

/** A server that answers. */
export interface Listening {
  /** What a person opens. */
  readonly url: string;
  /** Answers what has been asked, writes what is being written, and stops. */
  stop(): Promise<void>;
}

/**
 * Starts answering on a port of this machine; port 0 takes any free one.
 * @throws Problem `port-taken` where another program has the port
 */
export async function listen(app: App, { port, host }: { port: number; host: string }): Promise<Listening> {
  const server = await started(createServer(app, host).listen(port, host), port, host);
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // Pages that listen for edits never end by themselves; what is being answered gets its time.
      const patience = setTimeout(() => server.closeAllConnections(), PATIENCE);
      await closed;
      clearTimeout(patience);
      await app.close();
    },
  };
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
