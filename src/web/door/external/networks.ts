import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { plainName } from '../../our-names.ts';

/**
 * Whether an address is one of these, or in one of these networks.
 * @param names such as "10.0.0.7", "10.0.0.0/24", "fd00::/8"
 * @throws Problem `bad-request` where one is neither
 */
export function networks(names: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const name of names) {
    const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/u.exec(name) ?? [];
    const all = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
    const bits = Number(length ?? all);
    if (all < 0 || bits > all) {
      throw new Problem(
        'bad-request',
        msg('“{name}” is neither an address nor a network.', { name }),
        '',
        'Write it as 10.0.0.7 or 10.0.0.0/24.',
      );
    }
    list.addSubnet(address, bits, familyOf(address));
  }
  return (address) => {
    const plain = plainName(address ?? '');
    return (isIPv4(plain) || isIPv6(plain)) && list.check(plain, familyOf(plain));
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
