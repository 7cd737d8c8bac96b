import { afterAll, beforeAll } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { type Listening, listen } from '../../src/web/listen.ts';
import { openTestApp } from './app.ts';

type TestOptions = Parameters<typeof openTestApp>[1];

/** A server over a database of its own, on a free port. */
export interface TestServer {
  readonly app: App;
  readonly url: string;
  stop(): Promise<void>;
}

export async function startTestServer(database?: string, options?: TestOptions): Promise<TestServer> {
  const app = await openTestApp(database, options);
  const listening: Listening = await listen(app, { port: 0, host: '127.0.0.1' });
  return { app, url: listening.url.replace(/\/$/, ''), stop: () => listening.stop() };
}

/** A server that a file of tests has for itself, from its first test to its last. */
export function ownServer(options?: TestOptions): Pick<TestServer, 'app' | 'url'> {
  let server: TestServer | null = null;
  const running = () => {
    if (!server) throw new Error('The server runs while tests run.');
    return server;
  };
  beforeAll(async () => {
    server = await startTestServer(undefined, options);
  });
  afterAll(() => server?.stop());
  return {
    get app() {
      return running().app;
    },
    get url() {
      return running().url;
    },
  };
}
