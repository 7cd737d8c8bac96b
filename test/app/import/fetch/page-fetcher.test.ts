import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageFetcher, type FetchOptions } from '../../../../src/app/import/fetch/page-fetcher.ts';
import { withRecentPages } from '../../../../src/app/import/fetch/recent-pages.ts';
import { startSite } from '../../../support/web-site.ts';

const PAGE = '<p>The harbour will be deepened.</p>';
const LARGE = Buffer.alloc(11 * 1024 * 1024, 'a');
let site: Awaited<ReturnType<typeof startSite>>;
/** By a name that no other look-up knows: what is connected to is what was checked. */
const at = (path: string, host = 'paper.example') => `http://${host}:${site.port}${path}`;
const moved = (to: () => string) => (_request: unknown, response: import('node:http').ServerResponse) =>
  response.writeHead(302, { location: to() }).end();

const HOSTS: Readonly<Record<string, string>> = { 'paper.example': '127.0.0.1', 'inside.example': '10.1.2.3' };
const LOCAL: FetchOptions = {
  resolve: async (host) => [{ address: HOSTS[host] ?? host, family: host.includes(':') ? 6 : 4 }],
  mayReach: (address) => address === '127.0.0.1',
};
const fetchPage = (address: string, options: FetchOptions = LOCAL) => createPageFetcher(options).fetch(address);
const refused = (address: string, options?: FetchOptions) =>
  fetchPage(address, options).then(
    () => null,
    (error: unknown) => error,
  );

beforeAll(async () => {
  site = await startSite({
    '/robots.txt': {
      type: 'text/plain',
      body: 'User-agent: visavis\nDisallow: /closed/\nAllow: /closed/but\n\nUser-agent: *\nDisallow: /\n',
    },
    '/story': { body: PAGE, type: 'text/html; charset=ISO-8859-2' },
    '/plain': { body: 'Text.', type: 'text/plain' },
    '/gzip': { body: gzipSync(PAGE), headers: { 'content-encoding': 'gzip' } },
    '/brotli': { body: brotliCompressSync(PAGE), headers: { 'content-encoding': 'br' } },
    '/packed': { body: PAGE, headers: { 'content-encoding': 'zip' } },
    '/half': { body: gzipSync(PAGE).subarray(0, 20), headers: { 'content-encoding': 'gzip' } },
    '/large': { body: LARGE },
    '/bomb': { body: gzipSync(LARGE), headers: { 'content-encoding': 'gzip' } },
    '/picture': { body: 'x', type: 'image/png' },
    '/broken': { body: PAGE, status: 503 },
    '/closed/story': { body: PAGE },
    '/closed/but-this': { body: PAGE },
    '/moved': moved(() => '/story?from=moved'),
    '/story?from=moved': { body: PAGE },
    '/to-inside': moved(() => at('/story', 'inside.example')),
    '/to-closed': moved(() => '/closed/story'),
    '/to-file': moved(() => 'file:///etc/passwd'),
    '/round': moved(() => '/round'),
    '/silent': () => {},
  });
});
afterAll(() => site.stop());

describe('a page of the web', () => {
  it('comes with its address, and the encoding that its server names', async () => {
    const page = await fetchPage(at('/story#part'));
    expect(new TextDecoder().decode(page.bytes)).toBe(PAGE);
    expect(page).toMatchObject({ address: at('/story'), charset: 'ISO-8859-2' });
    expect([...site.agents]).toEqual([expect.stringMatching(/^visavis \(/u)]);
  });

  it.each(['/gzip', '/brotli', '/closed/but-this'])('is unpacked and read: %s', async (path) => {
    expect(new TextDecoder().decode((await fetchPage(at(path))).bytes)).toBe(PAGE);
  });

  it('is followed to where it has moved', async () => {
    expect((await fetchPage(at('/moved'))).address).toBe(at('/story?from=moved'));
  });

  it.each([
    ['/packed', 'page-unavailable'],
    ['/half', 'page-unavailable'],
    ['/large', 'too-large'],
    ['/bomb', 'too-large'],
    ['/picture', 'unsupported-type'],
    ['/broken', 'page-unavailable'],
    ['/nothing', 'page-unavailable'],
    ['/round', 'page-unavailable'],
    ['/closed/story', 'forbidden'],
    ['/to-closed', 'forbidden'],
    ['/to-inside', 'forbidden'],
    ['/to-file', 'bad-request'],
  ])('is refused with what to do: %s', async (path, code) => {
    expect(await refused(at(path))).toMatchObject({ code, hint: expect.anything() });
  });

  it.each(['ftp://paper.example/a', 'file:///etc/passwd', 'http://me:secret@paper.example/', 'paper'])(
    'has an address that can be fetched, unlike %s',
    async (address) => {
      expect(await refused(address)).toMatchObject({ code: 'bad-request' });
    },
  );

  it('is given up where its server does not answer, or nobody wants it any more', async () => {
    const silent = await refused(at('/silent'), { ...LOCAL, timeout: 300 });
    expect(silent).toMatchObject({ code: 'page-unavailable' });
    expect(String(silent)).toContain('within 0.3 seconds');
    const stop = new AbortController();
    const fetching = createPageFetcher(LOCAL).fetch(at('/silent'), stop.signal);
    stop.abort();
    await expect(fetching).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is asked for once in some minutes', async () => {
    let now = 0;
    const pages = withRecentPages(createPageFetcher(LOCAL), () => now);
    const count = () => site.asked.filter((path) => path === '/plain').length;
    await pages.fetch(at('/plain'));
    await pages.fetch(at('/plain'));
    expect(count()).toBe(1);
    now = 600_000;
    await pages.fetch(at('/plain'));
    expect(count()).toBe(2);
  });
});

describe('what is not on the public internet', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    '0.0.0.0',
    '10.0.0.7',
    '100.64.1.1',
    '169.254.169.254',
    '172.31.255.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[64:ff9b::7f00:1]',
    '[fc00::1]',
    '[fe80::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[2002:7f00:1::]',
  ])('is not fetched: %s', async (host) => {
    const asked = site.asked.length;
    const problem = await refused(`http://${host}:${site.port}/story`, {});
    expect(problem).toMatchObject({ code: 'forbidden', hint: expect.anything() });
    expect(site.asked).toHaveLength(asked);
  });

  it('is not fetched by a name that leads there', async () => {
    for (const address of ['127.0.0.1', '::1', '10.0.0.1', '169.254.169.254']) {
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }];
      expect(await refused(at('/story'), { resolve })).toMatchObject({ code: 'forbidden' });
    }
  });

  it('is not reached where a name leads elsewhere the second time', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const resolve = async () => [{ address: answers.shift() ?? '127.0.0.2', family: 4 }];
    expect(await refused(at('/story'), { ...LOCAL, resolve })).toMatchObject({ code: 'forbidden' });
    // Of several addresses only those are tried that may be reached.
    const both = async () => ['127.0.0.2', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    expect((await fetchPage(at('/story'), { ...LOCAL, resolve: both })).address).toBe(at('/story'));
  });
});
