import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareArticle } from '../../src/app/import/article-intake.ts';
import { importPair } from '../../src/app/import/import-pair.ts';
import { insertBreakRules } from '../../src/store/break-rules.ts';
import { STORY } from '../support/app.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const agent = () => request(server.url);
const SRX = `<srx version="2.0"><header cascade="yes"/><body><languagerules><languagerule languagerulename="E">
  <rule break="yes"><beforebreak>x(a+)+</beforebreak><afterbreak></afterbreak></rule>
  <rule break="no"><beforebreak>\\babt\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
  <maprules><languagemap languagepattern="EN.*" languagerulename="E"/></maprules></body></srx>`;

describe('a rule that may take for ever', () => {
  it('is refused where it is made', async () => {
    const response = await agent().post('/rules').type('form').send({ language: 'en', before: 'x(a+)+', after: '' });
    expect(response.status).toBe(422);
    expect(response.text).toContain('The rule takes too long.');
    expect(server.app.segmentation.rules()).toEqual([]);
  });

  it('is left out of a file and named, and the others are taken', async () => {
    const sent = agent().post('/rules/import').field('languages', 'en');
    const response = await sent.attach('file', Buffer.from(SRX), 'my.srx').expect(200);
    expect(response.text).toContain('x(a+)+');
    expect(server.app.segmentation.rules().map(({ before }) => before)).toEqual(['\\babt\\.']);
  });

  it('that is stored from before stops no server: what it is for is told, all else is answered', async () => {
    const own = await startTestServer();
    try {
      const rule = { language: 'en', breaks: true, before: 'x(a+)+', after: '!', origin: 'old' };
      await own.app.store.transaction((tx) => insertBreakRules(tx, [rule], 'first'));
      // As a restart would read it.
      await own.app.segmentation.remove({ origin: 'none' });
      // No x stands before them: every way to cut the run is tried in vain.
      const text = `${'a'.repeat(60)}! ${STORY.en}`;
      const tried = request(own.url).get('/rules').query({ language: 'en', text });
      const [answer] = await Promise.all([tried, request(own.url).get('/').expect(200)]);
      expect(answer.status).toBe(413);
      expect(answer.text).toContain('The text could not be cut into sentences.');
      const [source, target] = await Promise.all([
        prepareArticle({ text, name: 'a', language: 'en' }, own.app.packs),
        prepareArticle({ text: STORY.fr, name: 'b', language: 'fr' }, own.app.packs),
      ]);
      const id = await importPair(own.app, { source, target });
      await request(own.url).get('/').expect(200);
      await request(own.url).post(`/bitexts/${id}/cancel`).expect(303);
      const status = await request(own.url).get(`/bitexts/${id}/status`).expect(200);
      expect(status.body).toMatchObject({ state: 'failed' });
    } finally {
      await own.stop();
    }
  });
});
