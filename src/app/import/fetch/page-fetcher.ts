import { lookup } from 'node:dns/promises';
import { type Message, msg, wordsOf } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import type { FetchedPage, PageFetcher } from '../../parts.ts';
import { type Answer, get, type Reach } from './get.ts';
import { isPublicAddress } from './public-address.ts';
import { robotsAllow } from './robots.ts';

export interface FetchOptions extends Partial<Reach> {
  /** How long all of it may take, in ms. */
  readonly timeout?: number;
}

/** How the program names itself to servers, and in their robots.txt. */
const PROGRAM = 'visavis';
const USER_AGENT = `${PROGRAM} (a bilingual workbench; fetches pages that people name)`;

const TIMEOUT_MS = 15_000;
const MAX_PAGE_BYTES = 10 * 1024 * 1024;
/** Of a robots.txt more need not be read (RFC 9309, section 2.5). */
const MAX_ROBOTS_BYTES = 500 * 1024;
const MAX_REDIRECTS = 5;

/** What can be read of what the web serves; a server that does not say what it is leaves it to the reader. */
const TYPES: ReadonlySet<string> = new Set([
  '',
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
]);

/** What feeds are served as; one that is none is found out by its reader. */
const FEED_TYPES: ReadonlySet<string> = new Set([
  '',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
  'text/html',
  'text/plain',
]);

/** Fetches pages of the public internet, or of wherever `mayReach` lets it. */
export function createPageFetcher({
  resolve = (host) => lookup(host, { all: true }),
  mayReach = isPublicAddress,
  timeout = TIMEOUT_MS,
}: FetchOptions = {}): PageFetcher {
  return {
    async fetch(given, signal, wanted = 'page') {
      const limit = AbortSignal.timeout(timeout);
      const page = addressOf(given);
      const types = wanted === 'feed' ? FEED_TYPES : TYPES;
      const visit = { resolve, mayReach, types, signal: signal ? AbortSignal.any([signal, limit]) : limit };
      try {
        return await pageAt(page, visit);
      } catch (error) {
        if (error instanceof Problem) throw error;
        if (signal?.aborted) throw new Problem('cancelled', 'It was cancelled.', 'Nothing was changed.');
        const why = limit.aborted
          ? msg('It did not arrive within {seconds} seconds.', { seconds: timeout / 1000 })
          : wordsOf(error);
        throw unavailable(page, why, error);
      }
    },
  };
}

/** @throws Problem `bad-request` where it is no address that can be fetched */
function addressOf(given: string): URL {
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address && /^https?:$/u.test(address.protocol) && address.username === '' && address.password === '') {
    address.hash = '';
    return address;
  }
  throw new Problem(
    'bad-request',
    msg('“{address}” cannot be fetched.', { address: given.slice(0, 200) }),
    address?.username ? msg('It holds a name or a password.') : '',
    'Give the address of a page as the browser shows it, with http:// or https://.',
  );
}

type Visit = Reach & { readonly signal: AbortSignal; readonly types: ReadonlySet<string> };

/** Follows an address to its page; where it leads on is checked like the first. */
async function pageAt(first: URL, visit: Visit): Promise<FetchedPage> {
  const robots = new Map<string, string>();
  for (let [at, redirects] = [first, 0]; ; redirects += 1) {
    if (!robots.has(at.origin)) robots.set(at.origin, await robotsOf(at, visit));
    const path = at.pathname + at.search;
    if (!robotsAllow(robots.get(at.origin)!, PROGRAM, path)) throw excluded(at);
    const answer = await get(at, { ...visit, userAgent: USER_AGENT, most: MAX_PAGE_BYTES });
    const next = onward(at, answer);
    if (next === null) return asPage(at, answer, visit.types);
    if (redirects >= MAX_REDIRECTS) throw unavailable(first, msg('It leads from address to address.'));
    at = next;
  }
}

/** What a site asks of programs; one that it does not have asks nothing (RFC 9309, section 2.3.1). */
async function robotsOf({ origin }: URL, visit: Visit): Promise<string> {
  const first = new URL('/robots.txt', origin);
  let at = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await get(at, { ...visit, userAgent: USER_AGENT, most: MAX_ROBOTS_BYTES, cut: true });
    const next = onward(at, answer);
    if (next === null) {
      if (answer.status >= 500) throw unavailable(first, answered(answer));
      return new TextDecoder().decode(answer.body);
    }
    at = next;
  }
  return '';
}

/** Where an answer leads on to; null where it does not. */
function onward(at: URL, { status, headers: { location } }: Answer): URL | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  return addressOf(URL.canParse(location, at.href) ? new URL(location, at).href : location);
}

function asPage(address: URL, answer: Answer, types: ReadonlySet<string>): FetchedPage {
  if (answer.status < 200 || answer.status >= 300) throw unavailable(address, answered(answer));
  const [type = '', ...parameters] = (answer.headers['content-type'] ?? '').split(';').map((part) => part.trim());
  if (!types.has(type.toLowerCase())) {
    throw new Problem(
      'unsupported-type',
      msg('{address} is not a page of text.', { address: address.href }),
      msg('It is of the type {type}.', { type }),
      'Give the address of an article, or save the file and choose it.',
    );
  }
  const charset = parameters.map((one) => /^charset\s*=\s*["']?([^"']+)/iu.exec(one)?.[1]).find(Boolean);
  const name = `${address.host}${address.pathname}`;
  // What a page is called says nothing of what it is.
  const isPage = type.toLowerCase().includes('html');
  return {
    bytes: answer.body,
    address: address.href,
    name: isPage ? name.replace(/\.\w+$/u, '') : name,
    charset,
  };
}

function answered({ status }: Answer): Message {
  return msg('The server answered {status}.', { status: String(status) });
}

function excluded(address: URL): Problem {
  return new Problem(
    'forbidden',
    msg('{host} does not let programs read this page.', { host: address.host }),
    msg('Its robots.txt excludes {path}.', { path: address.pathname }),
    'Open the page in a browser, and paste its text or save it and choose the file.',
  );
}

function unavailable(address: URL, why: Message, cause?: unknown): Problem {
  return new Problem(
    'page-unavailable',
    msg('The page {address} cannot be fetched.', { address: address.href }),
    why,
    'Check the address, or open the page in a browser, and paste its text or save it and choose the file.',
    cause,
  );
}
