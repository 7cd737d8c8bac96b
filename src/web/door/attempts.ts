import { isIPv6 } from 'node:net';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** Failed attempts that one address, and all together, have in a window. */
interface Bounds {
  readonly each: number;
  readonly all: number;
  /** In ms. */
  readonly window: number;
}

const ATTEMPT_LIMITS: Bounds = { each: 10, all: 200, window: 15 * 60_000 };
const ALL_ADDRESSES = '';

/** Counts failed attempts, so that nobody can try passwords without end. */
export interface Attempts {
  /** For how many more ms an address may not try; 0 where it may. */
  wait(address: string): number;
  failed(address: string): void;
}

export function createAttempts({ each, all, window } = ATTEMPT_LIMITS, now = Date.now): Attempts {
  const failures = new Map<string, { count: number; readonly until: number }>();

  function of(who: string) {
    const found = failures.get(who);
    if (found && found.until > now()) return found;
    failures.delete(who);
    return { count: 0, until: now() + window };
  }

  return {
    wait(address) {
      for (const [who, most] of [
        [networkOf(address), each],
        [ALL_ADDRESSES, all],
      ] as const) {
        const { count, until } = of(who);
        if (count >= most) return until - now();
      }
      return 0;
    },
    failed(address) {
      for (const who of [networkOf(address), ALL_ADDRESSES]) {
        const found = of(who);
        found.count += 1;
        failures.set(who, found);
      }
      for (const [who, { until }] of failures) if (until <= now()) failures.delete(who);
    },
  };
}

/** @param wait for how many more ms nothing may be tried @throws Problem `too-many-requests` unless that is 0 */
export function refuseWhile(wait: number): void {
  if (wait === 0) return;
  throw new Problem(
    'too-many-requests',
    'Too many failed attempts.',
    '',
    msg('Try again in {minutes} min.', { minutes: Math.ceil(wait / 60_000) }),
  );
}

/** One machine can have 2^64 addresses of IPv6, which begin alike. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
