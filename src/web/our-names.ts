import { isIPv4, isIPv6, type Socket } from 'node:net';

/** Where a server can be reached. */
export interface Reach {
  /** The name or address that it listens on. */
  readonly host: string;
  /** Other names by which it is reached, as they stand in the Host header. */
  readonly allowed?: readonly string[] | undefined;
  /** Addresses of proxies in front, which say where a request comes from (X-Forwarded-For) and how (X-Forwarded-Proto). */
  readonly proxies?: readonly string[] | undefined;
}

const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);
const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Whether only programs of this machine can reach a server that listens on this name. */
export function isThisMachine(host: string): boolean {
  const name = plainName(host);
  return name === 'localhost' || isLoopback(name);
}

/** Whether it listens on all addresses of the machine. */
export function isEverywhere(host: string): boolean {
  return ANY_ADDRESS.has(plainName(host));
}

/**
 * Whether a request was meant for this server by its Host header. A site can have its own name lead to this machine (DNS rebinding),
 * so only names that are known count: those that were allowed, the one that it listens on, the local ones where the request
 * comes from this machine, and, where it listens on all addresses, the one that the request came in by.
 */
export function isOurName(
  { host, allowed = [] }: Reach,
  name: string,
  { remoteAddress, localAddress }: Pick<Socket, 'remoteAddress' | 'localAddress'>,
): boolean {
  const asked = plainName(name);
  if (allowed.some((one) => plainName(one) === asked)) return true;
  if (LOCAL_NAMES.has(asked)) return isLoopback(plainName(remoteAddress ?? ''));
  if (isEverywhere(host)) return asked !== '' && asked === plainName(localAddress ?? '');
  return asked === plainName(host);
}

/** A name without port, brackets, the dot at its end and what marks an IPv4 address among IPv6 ones. */
export function plainName(name: string): string {
  const lower = name.trim().toLowerCase();
  if (isIPv6(lower)) return lower.replace(/^::ffff:(?=\d+\.)/u, '');
  const bare = lower.replace(/:\d+$/u, '').replace(/^\[(.*)\]$/u, '$1');
  return bare.replace(/\.$/u, '').replace(/^::ffff:(?=\d+\.)/u, '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
