import type { LookupAddress } from 'node:dns';
import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';

/** Which hosts are reached. */
export interface Reach {
  /** The addresses of a host. */
  resolve(host: string): Promise<readonly LookupAddress[]>;
  /** Whether an IP address may be connected to. */
  mayReach(address: string): boolean;
}

/** What a server answered; the body is empty where it is not wanted. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

interface GetOptions extends Reach {
  readonly signal: AbortSignal;
  /** How the program names itself. */
  readonly userAgent: string;
  /** The longest body, in bytes, unpacked. */
  readonly most: number;
  /** Whether of a longer one the beginning is enough. */
  readonly cut?: boolean;
}

/**
 * Asks for what an address leads to, once: no redirect is followed, no cookie sent, no connection kept. The host is looked up
 * here, and the connection goes to an address that was checked: it is not looked up again in between.
 * @throws Problem `forbidden` where the host has no address that may be reached, `too-large` where the body is; errors of the
 *   network as they come
 */
export async function get(address: URL, options: GetOptions): Promise<Answer> {
  const addresses = await checkedAddresses(address, options);
  const lookup: RequestOptions['lookup'] = (_host, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, [...addresses]);
    else done(null, first!.address, first!.family);
  };
  const response = await answerTo(address, {
    lookup,
    agent: false,
    signal: options.signal,
    headers: { 'user-agent': options.userAgent, accept: ACCEPTED, 'accept-encoding': 'gzip, br' },
  });
  const { statusCode: status = 0, headers } = response;
  try {
    const body = status >= 200 && status < 300 ? await bodyOf(response, address, options) : new Uint8Array();
    return { status, headers, body };
  } finally {
    response.destroy();
  }
}

const ACCEPTED = 'text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9, application/xml;q=0.8';

async function checkedAddresses(address: URL, { resolve, mayReach, signal }: GetOptions): Promise<LookupAddress[]> {
  // An address of IPv6 stands in brackets.
  const host = address.hostname.replace(/^\[|\]$/gu, '');
  const found = await Promise.race([resolve(host), aborted(signal)]);
  const open = found.filter((one) => mayReach(one.address));
  if (open.length > 0) return open;
  throw new Problem(
    'forbidden',
    msg('{host} is not on the public internet.', { host }),
    msg('Its address is {address}. Pages of this machine and of private networks are not fetched.', {
      address: found.map((one) => one.address),
    }),
    'Open the page in a browser, and paste its text or save it and choose the file. The option --fetch-private lets such pages be fetched.',
  );
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function answerTo(address: URL, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = address.protocol === 'https:' ? overHttps : overHttp;
    request(address, options, resolve).on('error', reject).end();
  });
}

/** The body of an answer, unpacked; never more of it is held than is wanted. */
async function bodyOf(
  response: IncomingMessage,
  address: URL,
  { most, cut = false, signal }: GetOptions,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const piece of source) {
      length += piece.length;
      pieces.push(piece);
      if (length > most) return;
    }
  };
  try {
    await unpacked(response, collect, signal);
  } catch (error) {
    // To leave off early breaks the streams, too.
    if (length <= most) throw error;
  }
  if (length > most && !cut) throw tooLarge(address, most);
  return Buffer.concat(pieces).subarray(0, most);
}

async function unpacked(
  response: IncomingMessage,
  collect: (source: AsyncIterable<Uint8Array>) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const packing = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (packing === 'identity') await pipeline(response, collect, { signal });
  else if (packing === 'gzip' || packing === 'x-gzip') await pipeline(response, createGunzip(), collect, { signal });
  else if (packing === 'br') await pipeline(response, createBrotliDecompress(), collect, { signal });
  else throw new Error(`It is packed as “${packing}”.`);
}

function tooLarge(address: URL, most: number): Problem {
  return new Problem(
    'too-large',
    msg('The page {address} is too large.', { address: address.href }),
    msg('Up to {most} MB are fetched.', { most: most / 1024 / 1024 }),
    'Open it in a browser and paste the text of the article.',
  );
}
