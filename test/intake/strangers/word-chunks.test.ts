import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readFile } from '../../../src/intake/articles/read-file.ts';
import { docx, wordParagraphs as p } from '../../support/files.ts';
import { shared } from '../../support/packs.ts';

const linesOf = async (bytes: Uint8Array) => {
  const { text, blocks } = await readFile(bytes, 'story.docx', shared);
  return blocks.map(({ start, end }) => text.slice(start, end));
};

it('documents that a Word file holds whole are read where they stand', async () => {
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${target}"/>`;
  const chunk = (id: string) =>
    `<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`;
  const inner = docx(p('From a Word file.'));
  const body = `${p('First.')}${chunk('c1')}${p('Between.')}${chunk('c2')}${chunk('c3')}${chunk('c4')}${chunk('c9')}${p('Last.')}`;
  const file = docx(body, {
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('c1', 'one.htm')}${relation('c2', '/word/two.rtf')}${relation('c3', 'three.docx')}${relation('c4', 'four.txt')}</Relationships>`,
    ),
    'word/one.htm': strToU8('<html><body><p>From a <b>page</b>.</p><p>And more of it.</p></body></html>'),
    'word/two.rtf': strToU8(String.raw`{\rtf1\ansi From RTF.\par}`),
    'word/three.docx': inner,
    'word/four.txt': strToU8('From plain text.\n'),
  });
  expect(await linesOf(file)).toEqual([
    'First.',
    'From a page.',
    'And more of it.',
    'Between.',
    'From RTF.',
    'From a Word file.',
    'From plain text.',
    'Last.',
  ]);
});
