import { describe, expect, it } from 'vitest';
import { isOurName, isThisMachine } from '../../src/web/our-names.ts';
import { opened } from '../support/listening.ts';

describe('a server that others could reach', () => {
  it.each([
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.0.2.2' },
    { host: 'news.example' },
    { host: '127.0.0.1', allowed: ['news.example'] },
    { host: '0.0.0.0', password: 'too short' },
  ])('is not opened without a password that is worth its name: %o', async (options) => {
    await expect(opened(options)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('keeps idle connections for longer than proxies do', async () => {
    const { url, stop } = await opened({ host: '127.0.0.1' });
    const answer = await fetch(url);
    await answer.text();
    await stop();
    expect(Number(/timeout=(\d+)/u.exec(answer.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  });

  it('is told from one that only this machine reaches', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '[::1]', '127.5.0.1', 'LOCALHOST.']) {
      expect(isThisMachine(host), host).toBe(true);
    }
    for (const host of ['0.0.0.0', '::', '192.0.2.2', '127.news.example', 'localhost.news.example', '']) {
      expect(isThisMachine(host), host).toBe(false);
    }
  });
});

describe('the name that a request is for', () => {
  const from = (remoteAddress: string, localAddress = '192.0.2.2') => ({ remoteAddress, localAddress });
  const everywhere = { host: '0.0.0.0', allowed: ['News.example'] };

  it('is ours where it was allowed, or is the address that the request came in by', () => {
    expect(isOurName(everywhere, 'news.example:3000', from('192.0.2.9'))).toBe(true);
    expect(isOurName(everywhere, '192.0.2.2:3000', from('192.0.2.9'))).toBe(true);
    expect(isOurName({ host: '::' }, '192.0.2.2', from('::ffff:192.0.2.9', '::ffff:192.0.2.2'))).toBe(true);
    expect(isOurName({ host: '::' }, '[2001:db8::2]:3000', from('2001:db8::9', '2001:db8::2'))).toBe(true);
    expect(isOurName(everywhere, 'localhost:3000', from('127.0.0.1', '127.0.0.1'))).toBe(true);
    expect(isOurName({ host: '192.0.2.2' }, '192.0.2.2:3000', from('192.0.2.9'))).toBe(true);
  });

  it('is not ours where somebody elsewhere says that it is local, or names any other', () => {
    for (const name of [
      'localhost',
      '127.0.0.1:3000',
      '[::1]',
      '0.0.0.0',
      '::',
      '[::]',
      '',
      'evil.example',
      '192.0.2.3',
    ]) {
      expect(isOurName(everywhere, name, from('192.0.2.9')), name).toBe(false);
    }
    expect(isOurName({ host: '::' }, 'localhost', from('::ffff:192.0.2.9'))).toBe(false);
    expect(isOurName({ host: '127.0.0.1' }, 'news.example', from('127.0.0.1', '127.0.0.1'))).toBe(false);
  });
});
