import { request as send } from 'node:http';
import { networkInterfaces } from 'node:os';
import { type Listening, type ListenOptions, listen } from '../../src/web/listen.ts';
import { openTestApp } from './app.ts';

export const PASSWORD = 'a pier of seven planks';

/** An address of this machine that is not its own alone; a machine without a network has none. */
export const LAN = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks with the very headers that are named: `fetch` would put its own Host in. */
export function ask(url: string, { method = 'GET', path = '/', headers = {}, body = '' }: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = send({ host: hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

export const page = { accept: 'text/html' };

export async function opened(options: Omit<ListenOptions, 'port'>): Promise<Listening> {
  const app = await openTestApp();
  return listen(app, { port: 0, ...options }).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
}
