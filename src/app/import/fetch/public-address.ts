import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Whether an IP address is one of the public internet: none of this machine, a private network, a link or a group, none that
 * stands for another address (mapped, translated, tunnelled), and none that is kept for documents and tests.
 * By the registries of special-purpose addresses (RFC 6890, IANA).
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL.check(address, 'ipv4');
  // Of IPv6 only 2000::/3 is given out for use between networks; what is mapped or translated lies outside.
  return isIP(address) === 6 && GIVEN_OUT.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6');
}

const GIVEN_OUT = new BlockList();
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6');

const SPECIAL = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Groups, what is reserved, and everybody on the link.
  ['224.0.0.0', 3],
] as const) {
  SPECIAL.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  // Teredo, benchmarks, ORCHID and what else the protocols need.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 holds an address of IPv4, which may be any.
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  SPECIAL.addSubnet(net, prefix, 'ipv6');
}
