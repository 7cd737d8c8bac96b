import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTbx } from '../../src/core/formats/tbx.ts';
import { isWebAddress } from '../../src/core/text/web-address.ts';
import { readGlossary } from '../../src/intake/glossaries/read-glossary.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const SCRIPT = 'javascript:alert(1)';

describe('an address on the web', () => {
  it('begins with http or https and nothing else', () => {
    for (const text of ['https://a.example/b?c', 'HTTP://a.example', 'http://a'])
      expect(isWebAddress(text), text).toBe(true);
    for (const text of [
      SCRIPT,
      ' https://a',
      'data:text/html,x',
      'file:///etc',
      '//a.example',
      'https://',
      'https:///x',
      'a.png',
      '',
    ])
      expect(isWebAddress(text), text).toBe(false);
  });
});

describe('the picture of a concept', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const concept = (image: string) =>
    new URLSearchParams({ kind: 'term', image, definition: 'A wall in the sea.', text: 'pier', language: 'en' });

  it('is refused in the form where it is no such address; what was typed comes back', async () => {
    const refused = await fetch(`${server.url}/glossary`, { method: 'POST', body: concept(SCRIPT) });
    expect(refused.status).toBe(400);
    const body = await refused.text();
    expect(body).toContain(`value="${SCRIPT}"`);
    expect(body).toContain('A wall in the sea.');
    const taken = await fetch(`${server.url}/glossary`, {
      method: 'POST',
      body: concept('https://a.example/pier.jpg'),
    });
    expect(taken.url).toMatch(/\/glossary\/\d+$/u);
    expect(await taken.text()).toContain('<a href="https://a.example/pier.jpg"');
  });

  it('is no link on the page where an older version has stored something else', async () => {
    const { id } = (
      await sql<{ id: number }>`UPDATE concept SET image = ${SCRIPT} RETURNING id`.execute(server.app.store.db)
    ).rows[0]!;
    const body = await (await fetch(`${server.url}/glossary/${id}`)).text();
    expect(body).toContain(SCRIPT);
    expect(body).not.toMatch(/href="javascript:/iu);
  });

  const json = (image: string) =>
    JSON.stringify([{ kind: 'term', note: 'By the sea.', image, terms: [{ language: 'en', text: 'pier' }] }]);
  const tbx = (image: string) =>
    `<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1"><note>By the sea.</note><xref type="xGraphic" target="${image}">x</xref><langSet xml:lang="en"><tig><term>pier</term></tig></langSet></termEntry></body></text></martif>`;
  const csv = (image: string) => `concept,language,term,image,concept_note\n1,en,pier,${image},By the sea.\n`;

  it.each([
    ['c.json', json],
    ['c.tbx', tbx],
    ['c.csv', csv],
  ])('is kept as a note where a file has something else: %s', (name, file) => {
    expect(readGlossary(file('https://a.example/p.jpg'), name)).toMatchObject([
      { image: 'https://a.example/p.jpg', note: 'By the sea.' },
    ]);
    const [read] = readGlossary(file(SCRIPT), name);
    expect(read).toMatchObject({ note: `By the sea.\nimage: ${SCRIPT}` });
    expect(read).not.toHaveProperty('image');
    expect([...writeTbx([{ ...read!, image: SCRIPT }], 2)].join('')).not.toContain(`target="${SCRIPT}"`);
  });
});
