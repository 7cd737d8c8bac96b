import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { importStory } from '../support/app.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
let id: number;

beforeAll(async () => {
  id = await importStory(server.app);
});

const agent = () => request(server.url);

describe('addresses of former versions', () => {
  it.each([
    ['/bitexts/1/renew', '/bitexts/1/update'],
    ['/glossary/doubles', '/glossary/duplicates'],
  ])('%s leads to %s', async (former, now) => {
    const { headers } = await agent().get(former).expect(301);
    expect(headers['location']).toBe(now);
  });
});

describe('every page', () => {
  it.each([
    '/',
    '/archive',
    '/articles',
    '/articles/1',
    '/articles/1/read',
    '/help',
    '/help/api',
    '/bitexts/new',
    '/bitexts/1',
    '/bitexts/1?show=doubtful',
    '/export',
    '/glossary',
    '/glossary/new',
    '/?q=harbour',
    '/bitexts/1/update',
    '/rules',
    '/rules?language=fr&text=M.%20Roux%20arrive.',
  ])('%s answers with the security headers and no inline code', async (path) => {
    const response = await agent().get(path).expect(200).expect('content-type', /html/);
    expect(response.headers['content-security-policy']).toContain("script-src 'self'");
    expect(response.headers['content-security-policy']).not.toContain('unsafe');
    expect(response.text).not.toMatch(/<script(?![^>]*\bsrc=)|<style| style="| on\w+="/);
  });
});

describe('what is not there', () => {
  it.each([
    '/nothing',
    '/articles/999',
    '/articles/1/revisions?to=9',
    '/bitexts/999',
    '/bitexts/abc',
    '/bitexts/1/rows/9999999',
    '/glossary/999',
  ])('%s', async (path) => {
    const response = await agent().get(path);
    expect([404, 409]).toContain(response.status);
    expect(response.text).toContain('What to do');
  });
});

describe('security', () => {
  it('refuses another host name', async () => {
    await agent().get('/').set('host', 'evil.example').expect(403);
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('refuses a change from %s', async (_name, headers) => {
    await agent().post('/samples').set(headers).expect(403);
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    await agent()
      .post('/glossary')
      .type('form')
      .send({
        kind: 'term',
        language: 'en',
        text: hostile,
        status: 'preferred',
        gender: '',
        partOfSpeech: '',
        termNote: '',
      })
      .expect(303);
    await agent().post(`/bitexts/${id}/title`).type('form').send({ title: hostile }).expect(303);
    for (const path of [
      '/',
      '/articles',
      '/articles/1',
      '/glossary',
      `/bitexts/${id}`,
      `/?q=${encodeURIComponent(hostile)}`,
      '/export',
    ]) {
      expect((await agent().get(path)).text).not.toContain('<img src=x');
    }
  });
});
