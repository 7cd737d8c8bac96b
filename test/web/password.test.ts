import { describe, expect, it } from 'vitest';
import { createAttempts } from '../../src/web/door/attempts.ts';
import { ask, FORM, opened, PASSWORD, page } from '../support/listening.ts';

describe('guessing the password', () => {
  it('ends soon, in the form and by programs alike, while who is signed in goes on', async () => {
    const server = await opened({ host: '127.0.0.1', password: PASSWORD });
    const post = (password: string) =>
      ask(server.url, {
        method: 'POST',
        path: '/sign-in',
        body: new URLSearchParams({ password }).toString(),
        headers: { ...FORM, ...page },
      });
    const cookie = String((await post(PASSWORD)).headers['set-cookie']).split(';')[0]!;
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await post(`guess ${i}`)).status);
    for (let i = 0; i < 6; i++) {
      statuses.push((await ask(server.url, { headers: { authorization: `Bearer guess ${i}` } })).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 401, 401, 401, 401, 429, 429]);
    // The right one is not told from a wrong one any more.
    expect((await post(PASSWORD)).status).toBe(429);
    expect((await ask(server.url, { headers: { ...page, cookie } })).status).toBe(200);
    await server.stop();
  });

  it('is counted by networks, and starts anew after a while', () => {
    let now = 0;
    const attempts = createAttempts({ each: 2, all: 5, window: 1000 }, () => now);
    attempts.failed('2001:db8:1:2::1');
    attempts.failed('2001:db8:1:2:ffff::1');
    expect(attempts.wait('2001:db8:1:2::99')).toBe(1000);
    expect(attempts.wait('2001:db8:1:3::1')).toBe(0);
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) attempts.failed(address);
    expect(attempts.wait('192.0.2.4')).toBe(1000);
    now = 1000;
    expect(attempts.wait('2001:db8:1:2::1')).toBe(0);
    expect(attempts.wait('192.0.2.4')).toBe(0);
  });
});
