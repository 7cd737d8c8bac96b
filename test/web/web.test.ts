import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/app/library/library.ts';
import { LARGEST_FILE } from '../../src/app/limits.ts';
import { EVERY_ROW } from '../../src/app/review/find-rows.ts';
import { openReview } from '../../src/app/review/review.ts';
import { importStory, STORY } from '../support/app.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let id: number;

beforeAll(async () => {
  server = await startTestServer();
  id = await importStory(server.app);
});
afterAll(() => server.stop());

const agent = () => request(server.url);
const rows = async () => (await openReview(server.app, id, { query: EVERY_ROW, author: 'x' })).rows;

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
    '/help',
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

describe('sentence rules', () => {
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
    expect(await list()).toContain('Take away all from my.srx');
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

describe('bringing in a translation memory', () => {
  const tmx = (units: string) =>
    Buffer.from(`<tmx version="1.4"><header srclang="en"/><body>${units}</body></tmx>`, 'utf8');
  const unit = (en: string, fr: string) =>
    `<tu><tuv xml:lang="EN-GB"><seg>${en}</seg></tuv><tuv xml:lang="FR"><seg>${fr}</seg></tuv></tu>`;
  const send = (file: Buffer) => agent().post('/memories').attach('file', file, 'old.tmx');

  it('stores it and opens it, or says first what was lost', async () => {
    const { headers } = await send(tmx(unit('Good evening.', 'Bonsoir.'))).expect(303);
    const page = (await agent().get(headers['location']!).expect(200)).text;
    expect(page).toContain('Bonsoir.');
    expect(page).toContain('<span class="status">confirmed</span>');
    const foreign = '<tu><tuv xml:lang="de"><seg>Guten Abend.</seg></tuv></tu>';
    const lossy = await send(tmx(unit('Good evening.', 'Bonsoir.') + foreign)).expect(200);
    expect(lossy.text).toContain('because they have neither language: 1');
    expect(lossy.text).toMatch(/href="\/bitexts\/\d+">Open the memory/u);
  });

  it('says what is wrong with a file, and stores nothing of it', async () => {
    const before = (await agent().get('/')).text.match(/href="\/bitexts\/\d+/gu);
    const wrong = await send(Buffer.from('%PDF-1.7 not a memory')).expect(415);
    expect(wrong.text).toContain('old.tmx is neither TMX nor XLIFF');
    await agent().post('/memories').expect(400);
    expect((await agent().get('/')).text.match(/href="\/bitexts\/\d+/gu)).toEqual(before);
  });
});

describe('bringing in a table', () => {
  it('shows what its columns are taken for, and stores them as they are said to be', async () => {
    const sent = Buffer.from('no;english text;french text\n1;Good evening.;Bonsoir.\n2;Good night.;Bonne nuit.\n');
    const preview = await agent().post('/memories').attach('file', sent, 'words.csv').field('from', 'en').expect(200);
    expect(preview.text).toContain('Say what each column is. Nothing is stored yet.');
    expect(preview.text).toContain('<td dir="auto">Good night.</td>');
    const cells = preview.text.match(/name="cells" value="([^"]*)"/u)![1]!.replaceAll('&#34;', '"');
    const send = (columns: readonly string[]) => {
      const request = agent().post('/tables').field({ cells, name: 'words.csv', from: 'en', to: 'fr', headed: 'on' });
      for (const column of columns) request.field('column', column);
      return request;
    };
    expect((await send(['source', '', '']).expect(422)).text).toContain('Choose one column for the translation.');
    await agent().post('/tables').field({ cells: '[[', name: 'words.csv' }).expect(400);
    // Whoever said that a column is left out need not be told.
    const { headers } = await send(['', 'source', 'target']).expect(303);
    const page = (await agent().get(headers['location']!).expect(200)).text;
    expect(page).toContain('Bonne nuit.');
    expect(page).not.toContain('english text');
  });
});

describe('bringing in many files', () => {
  it('shows which make pairs, stores them, and reports each', async () => {
    // The types of supertest do not know the path of a file, which its form has.
    const send = (path: string) =>
      agent()
        .post(path)
        .attach('files', Buffer.from('The harbour is deep.'), { filepath: 'stories/en/a.txt' } as never)
        .attach('files', Buffer.from('Le port est profond.'), { filepath: 'stories/fr/a.txt' } as never)
        .attach('files', Buffer.from('Alone.'), { filepath: 'stories/en/b.txt' } as never)
        .attach('files', Buffer.from('One side'), { filepath: 'stories/c.en.txt' } as never)
        .attach('files', Buffer.alloc(4), { filepath: 'stories/c.fr.txt' } as never);
    const plan = (await send('/pairs/preview').expect(200)).text;
    expect(plan).toContain('2 pairs');
    expect(plan).toContain('<td>stories/en/a.txt</td><td>stories/fr/a.txt</td>');
    expect(plan).toContain('<li>stories/en/b.txt</li>');
    const done = (await send('/pairs').expect(200)).text;
    expect(done).toContain('1 pair stored');
    expect(done).toContain('1 refused');
    expect(done).toMatch(/<a href="\/bitexts\/\d+">stories\/en\/a\.txt/u);
    expect(done).toMatch(/stories\/c\.en\.txt, stories\/c\.fr\.txt: <span class="flag">\S/u);
    expect((await agent().post('/pairs').expect(400)).text).toContain('Choose a zip or a folder.');
  });
});

describe('bringing in a pair', () => {
  it('remembers what was changed for the publisher', async () => {
    const page = (words: string) =>
      Buffer.from(
        `<!doctype html><html><head><meta property="og:site_name" content="The Gazette"></head><body><article><h1>Head</h1><p>${'The harbour will be deepened next year. '.repeat(12)}</p><p>Our stories daily at your door</p><p>${words}</p></article></body></html>`,
      );
    const preview = async (words: string) =>
      (
        await agent()
          .post('/bitexts/preview')
          .attach('sourceFile', page(words), 'a.html')
          .field('targetText', STORY.fr)
          .expect(200)
      ).text;
    const first = await preview('One.');
    expect(first).toContain('value="The Gazette"');
    const held = (name: string) => unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(first)?.[1] ?? '');
    const { blocks, text } = JSON.parse(held('source')) as { blocks: { start: number; end: number }[]; text: string };
    const at = blocks.findIndex(({ start, end }) => text.slice(start, end).startsWith('Our stories'));
    await agent()
      .post('/bitexts')
      .type('form')
      .send({
        title: 'Gazette',
        source: held('source'),
        target: held('target'),
        sourceLanguage: 'en',
        targetLanguage: 'fr',
        sourcePublisher: 'The Gazette',
        [`sourceKind${at}`]: 'boilerplate',
      })
      .expect(303);
    expect(await preview('Another story.')).toContain('your earlier choice for this publisher');
  });

  it('reads a file in the encoding that is named, and shows the one that was found', async () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2e]);
    const send = (encoding: string) =>
      agent()
        .post('/bitexts/preview')
        .attach('sourceFile', bytes, 'a.txt')
        .field('sourceEncoding', encoding)
        .field('targetText', STORY.fr);
    expect((await send('windows-1251').expect(200)).text).toContain('Привет.');
    expect((await send('').expect(200)).text).toMatch(/Read as [\w-]+/u);
    await send('no-such').expect(400);
  });

  it('keeps the structure of what is pasted with its formatting', async () => {
    const response = await agent()
      .post('/bitexts/preview')
      .field('sourceText', 'Head One Item')
      .field('sourceHtml', '<h1>Head</h1><p>One.</p><ul><li>Item</li></ul><script>alert(1)</script>')
      .field('targetText', STORY.fr)
      .expect(200);
    expect(response.text).toContain('<li class="block list-item">');
    expect(response.text).not.toContain('alert(1)');
  });

  it('previews, then stores what the preview holds, with the kinds chosen there', async () => {
    const preview = await agent()
      .post('/bitexts/preview')
      .field('sourceText', `${STORY.en}\n\nShare`)
      .field('targetText', STORY.fr)
      .expect(200);
    const hidden = (name: string) =>
      unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(preview.text)?.[1] ?? '');
    expect(hidden('sourceLanguage')).toBe('en');
    expect(hidden('targetLanguage')).toBe('fr');
    expect(preview.text).toContain('block boilerplate');
    const created = await agent()
      .post('/bitexts')
      .type('form')
      .send({
        title: 'By form',
        source: hidden('source'),
        target: hidden('target'),
        sourceLanguage: 'en',
        targetLanguage: 'fr',
        sourceKind1: 'boilerplate',
      })
      .expect(303);
    const made = Number(created.headers.location?.split('/').pop());
    await server.app.queue.settled(made);
    const review = await agent().get(`/bitexts/${made}`).expect(200);
    expect(review.text).toContain('By form');
    expect(review.text).toContain('Outside the alignment: 2 lines');
  });

  it.each([
    ['an empty side', { sourceText: 'Hello.', targetText: '' }, 422, 'The translation is empty.'],
    [
      'a wrong language tag',
      { sourceText: 'Hello.', targetText: 'Bonjour.', sourceLanguage: 'no such!' },
      400,
      'not a language',
    ],
  ])('refuses %s', async (_name, fields, status, message) => {
    const before = (await openLibrary(server.app, {})).counts;
    let form = agent().post('/bitexts/preview');
    for (const [name, value] of Object.entries(fields)) form = form.field(name, value);
    const response = await form.expect(status);
    expect(response.text).toContain(message);
    expect((await openLibrary(server.app, {})).counts).toEqual(before);
  });

  it('refuses a 30 MB file', async () => {
    const response = await agent()
      .post('/bitexts/preview')
      .attach('sourceFile', Buffer.alloc(LARGEST_FILE + 10 * 1024 * 1024), 'big.txt')
      .expect(413);
    expect(response.text).toContain('too large');
  });

  it('refuses a Word file that is none', async () => {
    const response = await agent()
      .post('/bitexts/preview')
      .attach('sourceFile', Buffer.from('hello'), 'story.docx')
      .field('targetText', 'Bonjour.')
      .expect(422);
    expect(response.text).toContain('“story.docx” is not what its name says');
  });

  it('refuses both sides in one language, as problem+json to programs', async () => {
    const article = JSON.stringify({
      title: 'x',
      text: 'Hello.',
      blocks: [{ start: 0, end: 6, kind: 'body', reason: null }],
    });
    const response = await agent()
      .post('/bitexts')
      .set('accept', 'application/json')
      .type('form')
      .send({ source: article, target: article, sourceLanguage: 'en', targetLanguage: 'en' })
      .expect(422);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(response.text)).toMatchObject({ status: 422, title: 'Both sides are in the same language.' });
  });

  it('refuses a preview that was tampered with', async () => {
    await agent()
      .post('/bitexts')
      .type('form')
      .send({ source: '{', target: '{}', sourceLanguage: 'en', targetLanguage: 'fr' })
      .expect(400);
  });
});

describe('editing', () => {
  it('answers a script with the rows that changed', async () => {
    const [first] = await rows();
    const response = await agent()
      .post(`/bitexts/${id}/edits`)
      .set('accept', 'application/json')
      .send({ id: crypto.randomUUID(), action: 'setStatus', beads: first?.bead.id, status: 'confirmed' })
      .expect(200);
    expect(response.body).toMatchObject({
      label: 'Confirmed a row',
      removed: [first?.bead.id],
      counts: { confirmed: 1 },
      history: { undo: 'Confirmed a row', redo: null },
    });
    expect(response.body.rows[0].html).toContain('class="row confirmed"');
  });

  it('answers a form with the page, at the row', async () => {
    const [, second] = await rows();
    const response = await agent()
      .post(`/bitexts/${id}/edits`)
      .type('form')
      .send({ action: 'setStatus', beads: second?.bead.id, status: 'flagged', note: 'why' })
      .expect(303);
    expect(response.headers.location).toBe(`/bitexts/${id}#b${second?.bead.id}`);
    expect((await rows())[1]?.bead).toMatchObject({ status: 'flagged', note: 'why' });
  });

  it('says conflict where the row has changed meanwhile', async () => {
    const [first] = await rows();
    const response = await agent()
      .post(`/bitexts/${id}/edits`)
      .set('accept', 'application/json')
      .send({ action: 'merge', bead: first?.bead.id, seen: { [first?.bead.id ?? 0]: 'old' } })
      .expect(409);
    expect(JSON.parse(response.text).hint).toContain('Reload the rows');
  });

  it.each([
    ['no action', {}],
    ['an unknown action', { action: 'explode' }],
    ['a missing segment', { action: 'join', side: 'source' }],
  ])('refuses %s', async (_name, body) => {
    await agent().post(`/bitexts/${id}/edits`).set('accept', 'application/json').send(body).expect(400);
  });

  it('keeps one author a browser', async () => {
    const browser = request.agent(server.url);
    const [, , third] = await rows();
    await browser
      .post(`/bitexts/${id}/edits`)
      .type('form')
      .send({ action: 'setStatus', beads: third?.bead.id, status: 'excluded' })
      .expect(303);
    await agent().post(`/bitexts/${id}/undo`).set('accept', 'application/json').send({}).expect(400);
    await browser.post(`/bitexts/${id}/undo`).set('accept', 'application/json').send({}).expect(200);
    expect((await rows())[2]?.bead.status).toBe('proposed');
  });
});

describe('export', () => {
  it('says before the download what the file will leave out', async () => {
    const { text } = await agent().get(`/export/losses?bitext=${id}&format=ladder&status=confirmed`).expect(200);
    expect(text).toMatch(/Left out because ladder cannot hold it: source texts \(5\), translations \(5\)/u);
    expect(text).toContain('it holds all rows, not only those that were chosen');
    expect(text).toContain(`href="/export/file?bitext=${id}&amp;format=ladder&amp;status=confirmed"`);
    await agent().get('/export/losses?format=tmx').expect(400);
  });

  it('sends a file with a name and a type', async () => {
    const response = await agent().get(`/export/file?bitext=${id}&format=tmx`).expect(200);
    expect(response.headers['content-disposition']).toContain('Harbour-to-be-deepened.tmx');
    expect(response.headers['content-type']).toContain('x-tmx');
  });

  it('takes many bitexts and filters', async () => {
    await agent().get(`/export/file?bitext=${id}&bitext=${id}&format=tsv&status=confirmed`).expect(200);
    await agent().get('/export/file?format=tmx').expect(400);
    await agent().get(`/export/file?bitext=${id}&format=nonsense`).expect(400);
    await agent().get('/export/file?bitext=999').expect(404);
  });
});

describe('what is not there', () => {
  it.each(['/nothing', '/bitexts/999', '/bitexts/abc', '/bitexts/1/rows/9999999', '/glossary/999'])(
    '%s',
    async (path) => {
      const response = await agent().get(path);
      expect([404, 409]).toContain(response.status);
      expect(response.text).toContain('What to do');
    },
  );
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
    for (const path of ['/', '/glossary', `/bitexts/${id}`, `/?q=${encodeURIComponent(hostile)}`, '/export']) {
      expect((await agent().get(path)).text).not.toContain('<img src=x');
    }
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('a new version', () => {
  it('makes a new bitext, says what was carried over, and shows a problem in the form', async () => {
    const made = await importStory(server.app);
    const same = await agent().post(`/bitexts/${made}/update`).field('sourceText', '').expect(400);
    expect(same.text).toContain('The texts are as they were.');
    const updated = await agent()
      .post(`/bitexts/${made}/update`)
      .field('sourceText', STORY.en.replace('12 million', '14 million'))
      .expect(303);
    const page = await agent()
      .get(updated.headers.location ?? '')
      .expect(200);
    expect(page.text).toContain('New version brought in.');
    expect(page.text).toContain('14 million');
  });
});
