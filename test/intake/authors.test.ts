import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readFile } from '../../src/intake/articles/read-file.ts';
import { bytesOf, docx, latin1, pdf, wordParagraphs } from '../support/files.ts';
import { shared } from '../support/packs.ts';

const authorOf = async (bytes: Uint8Array, name: string) => (await readFile(bytes, name, shared)).author;
const core = (creator: string) => ({
  'docProps/core.xml': strToU8(`<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`),
});
const page = (head: string) =>
  bytesOf(
    `<!doctype html><html><head>${head}</head><body><article><p>It rained all night.</p></article></body></html>`,
  );

it('reads who has written an article where its file says so', async () => {
  const text = wordParagraphs('It rained all night.');
  expect(await authorOf(docx(text, core('Ida &amp; Jon Holm')), 'a.docx')).toBe('Ida & Jon Holm');
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\info{\title T}{\author Ren\'e9 \u321?osi}}It rained.\par}`;
  expect(await authorOf(latin1(rtf), 'a.rtf')).toBe('René Łosi');
  expect(await authorOf(page('<meta name="author" content="Ida Holm">'), 'a.html')).toBe('Ida Holm');
  const linked =
    '{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","author":[{"name":"Ida Holm"},{"name":"Jon Bo"}]}]}';
  expect(await authorOf(page(`<script type="application/ld+json">${linked}</script>`), 'a.html')).toBe(
    'Ida Holm, Jon Bo',
  );
  expect(await authorOf(bytesOf('---\ntitle: Rain\nauthor: Ida Holm\n---\nIt rained.\n'), 'a.md')).toBe('Ida Holm');
});

it('takes no program and no account for an author', async () => {
  const text = wordParagraphs('It rained all night.');
  for (const nobody of ['Microsoft Office User', 'admin', 'python-docx', 'desk@example.org', ' ', 'User1'])
    expect(await authorOf(docx(text, core(nobody)), 'a.docx')).toBeUndefined();
  expect(await authorOf(pdf([[['It rained.', 50, 700]]]), 'a.pdf')).toBeUndefined();
});
