import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { modulesOf } from '../../src/web/modules.ts';
import { importStory } from '../support/app.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

/** As a browser asks that takes these encodings, with nothing unpacked. */
function asked(
  path: string,
  encodings: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(server.url + path, { headers: { 'accept-encoding': encodings, ...headers } }, resolve).on('error', reject);
  });
}

describe('an answer', () => {
  it.each(['/bitexts/1', '/assets/style.css', '/client/pages/review.js', '/messages/fr.json'])(
    '%s goes out compressed to who takes it, and is the same',
    async (path) => {
      if (path.startsWith('/bitexts')) await importStory(server.app);
      const [plain, small, smallest] = [
        await asked(path, 'identity'),
        await asked(path, 'gzip, br;q=0'),
        await asked(path, 'gzip, br'),
      ];
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(small.headers['content-encoding']).toBe('gzip');
      expect(smallest.headers['content-encoding']).toBe('br');
      expect(small.headers['vary']).toContain('Accept-Encoding');
      expect(small.headers['content-type']).toBe(plain.headers['content-type']);
      expect(Number(small.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
      const whole = await text(plain);
      expect(await text(small.pipe(createGunzip()))).toBe(whole);
      expect(await text(smallest.pipe(createBrotliDecompress()))).toBe(whole);
    },
  );

  it('that the browser has is not sent again', async () => {
    const first = await asked('/assets/style.css', 'gzip');
    first.resume();
    const again = await asked('/assets/style.css', 'gzip', { 'if-none-match': String(first.headers['etag']) });
    again.resume();
    expect(again.statusCode).toBe(304);
  });

  it('that is a file to keep goes out as it is, and nothing outside of a folder does', async () => {
    const file = await asked('/export/file?bitext=1&format=tmx', 'gzip');
    file.resume();
    expect(file.headers['content-encoding']).toBeUndefined();
    const outside = await asked('/assets/..%2fpackage.json', 'gzip');
    outside.resume();
    expect(outside.statusCode).not.toBe(200);
  });
});

it('a page names all modules of its script, each once', async () => {
  const { text: page } = await request(server.url).get('/bitexts/1').expect(200);
  const named = [...page.matchAll(/rel="modulepreload"[^>]* href="([^"]+)"/gu)].map(([, href = '']) => href);
  const [build = ''] = /^\/v\/\w+/u.exec(named[0] ?? '') ?? [];
  expect(named).toEqual(modulesOf('pages/review').map((address) => build + address));
  expect(new Set(named).size).toBe(named.length);
  expect(named).toContain(`${build}/core/translator.js`);
  expect(named).not.toContain(`${build}/client/pages/review.js`);
  for (const address of named.slice(0, 5)) await request(server.url).get(address).expect(200);
});

describe('a file of the program', () => {
  it.each(['/assets/icon.svg', '/assets/style.css', '/client/pages/review.js', '/messages/fr.json'])(
    '%s is kept for long by its address in this build, and asked for anew by any other',
    async (path) => {
      const { text: page } = await request(server.url).get('/help').expect(200);
      const [build = ''] = /\/v\/\w+(?=\/assets)/u.exec(page) ?? [];
      for (const encoding of ['identity', 'gzip']) {
        const kept = await request(server.url)
          .get(build + path)
          .set('accept-encoding', encoding)
          .expect(200);
        expect(kept.headers['cache-control']).toBe('private, max-age=31536000, immutable');
        for (const other of [path, `/v/0${path}`]) {
          const { headers } = await request(server.url).get(other).set('accept-encoding', encoding).expect(200);
          expect(headers['cache-control']).toBe('private, no-cache');
        }
      }
      const missing = await request(server.url).get(`${build}/assets/nothing.css`).expect(404);
      expect(missing.headers['cache-control']).toBe('private, no-cache');
    },
  );

  it('is nothing else', async () => {
    const { text: page } = await request(server.url).get('/help').expect(200);
    const [build = ''] = /\/v\/\w+(?=\/assets)/u.exec(page) ?? [];
    await request(server.url).get(`${build}/help`).expect(404);
  });
});

describe('a page', () => {
  const visit = (headers: Readonly<Record<string, string>>) =>
    request(server.url).get('/help').set(headers).expect(200);
  const AS_BROWSER = { 'upgrade-insecure-requests': '1' };
  const styleIn = (page: string) => /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? null;

  it('holds the style sheet for a browser that has not had it, by its hash, and names its file from then on', async () => {
    const first = await visit(AS_BROWSER);
    const style = styleIn(first.text) ?? '';
    expect(style).toContain('.row');
    expect(first.text).not.toContain('rel="stylesheet"');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`);
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    for (const headers of [{ ...AS_BROWSER, cookie }, {}]) {
      const { text: page } = await visit(headers);
      expect(styleIn(page)).toBeNull();
      expect(page).toContain('rel="stylesheet"');
    }
    const { text: later } = await visit({ ...AS_BROWSER, cookie: 'visavis_style=0' });
    expect(styleIn(later)).toBe(style);
  });
});
