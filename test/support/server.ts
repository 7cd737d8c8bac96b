import type { App } from '../../src/app/app.ts';
import { type Listening, listen } from '../../src/web/listen.ts';
import { openTestApp } from './app.ts';

/** A server over a database of its own, on a free port. */
export interface TestServer {
  readonly app: App;
  readonly url: string;
  stop(): Promise<void>;
}

export async function startTestServer(database?: string): Promise<TestServer> {
  const app = await openTestApp(database);
  const listening: Listening = await listen(app, { port: 0, host: '127.0.0.1' });
  return { app, url: listening.url.replace(/\/$/, ''), stop: () => listening.stop() };
}
