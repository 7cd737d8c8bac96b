import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { prepareArticle } from '../../src/app/import/article-intake.ts';
import { importPair } from '../../src/app/import/import-pair.ts';
import { insertBreakRules } from '../../src/store/break-rules.ts';
import { STORY } from '../support/app.ts';
import { ownServer, startTestServer } from '../support/server.ts';

const server = ownServer();

const agent = () => request(server.url);
const SRX = `<srx version="2.0"><header cascade="yes"/><body><languagerules><languagerule languagerulename="E">
  <rule break="yes"><beforebreak>x(a+)+</beforebreak><afterbreak></afterbreak></rule>
  <rule break="no"><beforebreak>\\babt\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
  <maprules><languagemap languagepattern="EN.*" languagerulename="E"/></maprules></body></srx>`;

describe('segmentation rules', () => {
  const list = async () => (await agent().get('/rules').expect(200)).text;

  it('are added, tried, and taken away', async () => {
    await agent().post('/rules').type('form').send({ language: 'en', abbreviation: 'abt.' }).expect(303);
    const tried = await agent().get('/rules?language=en&text=It%20took%20abt.%20Ten%20days.%20Yes.').expect(200);
    expect(tried.text).toContain('<li>It took abt. Ten days.</li>');
    const [rule] = server.app.segmentation.rules();
    await agent().post(`/rules/${rule?.id}/delete`).expect(303);
    expect(await list()).toContain('There are none yet.');
  });

  it('are refused where they are no regular expressions, and nothing is stored', async () => {
    const response = await agent()
      .post('/rules')
      .type('form')
      .send({ language: 'en', before: '(', after: 'x' })
      .expect(422);
    expect(response.text).toContain('is not a valid regular expression');
    expect(server.app.segmentation.rules()).toEqual([]);
  });

  it('come from an SRX file, once, and go with it', async () => {
    const srx = `<srx version="2.0"><header cascade="yes"/><body><languagerules><languagerule languagerulename="E">
      <rule break="no"><beforebreak>\\babt\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
      <maprules><languagemap languagepattern="EN.*" languagerulename="E"/></maprules></body></srx>`;
    for (let twice = 0; twice < 2; twice++) {
      await agent()
        .post('/rules/import')
        .field('languages', 'en')
        .attach('file', Buffer.from(srx), 'my.srx')
        .expect(303);
      expect(server.app.segmentation.rules()).toHaveLength(1);
    }
    expect(await list()).toContain('Remove all rules from my.srx');
    await agent().post('/rules/remove').type('form').send({ origin: 'my.srx' }).expect(303);
    expect(server.app.segmentation.rules()).toEqual([]);
    const bad = await agent()
      .post('/rules/import')
      .field('languages', 'en')
      .attach('file', Buffer.from('<x'), 'b.srx')
      .expect(422);
    expect(bad.text).toContain('b.srx cannot be read as SRX');
  });
});

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
