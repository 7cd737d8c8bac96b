import { lookup } from 'node:dns/promises';
import { request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Reach } from '../../import/fetch/get.ts';
import { isPublicAddress } from '../../import/fetch/public-address.ts';

export type SendOptions = Partial<Reach>;

/** What is sent. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How long a receiver has to answer, in ms. */
const TIMEOUT_MS = 15_000;

/**
 * Sends a message to an address, once: no redirect is followed, and the answer's body is not read. The host is looked up here, and the
 * connection goes to an address that was checked.
 * @returns the status of the answer
 * @throws Error in plain words where none came, or where the host may not be reached
 */
export async function send(
  address: URL,
  { headers, body }: Message,
  { resolve = (host) => lookup(host, { all: true }), mayReach = isPublicAddress }: SendOptions,
  stopped: AbortSignal,
): Promise<number> {
  // An address of IPv6 stands in brackets.
  const found = await resolve(address.hostname.replace(/^\[|\]$/gu, ''));
  const open = found.filter((one) => mayReach(one.address));
  const [first] = open;
  if (!first) throw new Error(`${address.hostname} is not on the public internet.`);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: (_host, { all }, done) => {
      if (all) done(null, [...open]);
      else done(null, first.address, first.family);
    },
  };
  return new Promise((resolve, reject) => {
    const request = address.protocol === 'https:' ? overHttps : overHttp;
    const sent = request(address, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
