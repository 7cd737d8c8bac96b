import { beforeAll, describe, expect, it } from 'vitest';
import { importStory } from '../../support/app.ts';
import { docx } from '../../support/files.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let id: number;
beforeAll(async () => {
  id = await importStory(server.app);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const ENTITIES = `<!DOCTYPE b [<!ENTITY e0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}]>`;
/** A few of each kind of those of `npm run check:endurance`; what they are called may be a lie. */
const FILES: readonly (readonly [name: string, content: Uint8Array])[] = [
  ['a.csv', bytes('__proto__,constructor\n"a\0,b')],
  ['a.json', bytes('['.repeat(200_000))],
  ['a.docx', docx('<w:tbl><w:tr><w:tc>'.repeat(5000)).subarray(0, 900)],
  ['a.docx', docx('<w:p><w:r><w:t>One.</w:t></w:r></w:p>')],
  ['a.tmx', bytes(`<?xml version="1.0"?>${ENTITIES}<tmx version="1.4"><body><tu>&e9;</tu></body></tmx>`)],
  ['a.xml', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x3c)],
];

const form = (path: string, field: string) => (name: string, content: Uint8Array) => {
  const body = new FormData();
  body.append('targetLanguage', 'de');
  body.append(field, new Blob([new Uint8Array(content)]), name);
  return fetch(`${server.url}${path}`, { method: 'POST', headers: { accept: 'application/json' }, body });
};
const program = (path: string, bodyOf: (file: object) => object) => (name: string, content: Uint8Array) =>
  fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf({ name, content: Buffer.from(content).toString('base64'), encoding: 'base64' })),
  });

describe('files made to break a reader are read, or refused in words', () => {
  it.each([
    [
      'corrections',
      (...file: Parameters<ReturnType<typeof form>>) => form(`/bitexts/${id}/corrections`, 'file')(...file),
    ],
    ['a translation', form('/articles/1/translations', 'targetFile')],
    ['a profile of checks', form('/check/profiles/import', 'file')],
    ['a memory, by a program', program('/memories', (file) => ({ ...file, from: 'en', to: 'fr' }))],
    ['lines, by a program', program('/bitexts/aligned', (source) => ({ source, target: { content: 'Un.' } }))],
    ['an article, by a program', program('/articles', (file) => ({ file }))],
    ['a glossary, by a program', program('/glossary/import', (file) => ({ ...file, languages: ['en', 'fr'] }))],
    ['checks, by a program', program('/check-profiles/import', (file) => file)],
  ])('as %s', { timeout: 120_000 }, async (_door, send) => {
    for (const [name, content] of FILES) {
      const answer = await send(name, content);
      const said = await answer.text();
      expect(answer.status, said.slice(0, 300)).toBeLessThan(500);
      // Of a form the page comes back, with what is wrong in it.
      if (answer.status >= 400)
        expect(said).toMatch(/class="problem|"title":"[^"]+".*"code":"[a-z-]+"|"code":"[a-z-]+".*"title":"[^"]+"/u);
    }
    expect((await fetch(`${server.url}/bitexts/${id}`)).status).toBe(200);
  });
});
