import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { importPair } from '../../../src/app/import/import-pair.ts';
import { importTable } from '../../../src/app/import/import-table.ts';
import { rawArticle } from '../../../src/app/import/read-article.ts';
import { plainText } from '../../../src/core/bitext/inline/plain-text.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { codesOf } from '../../../src/store/review/codes.ts';
import { openTestApp } from '../../support/app.ts';
import { bytesOf } from '../../support/files.ts';
import { packs } from '../../support/packs.ts';

/** What stands for bold in rows, and a code's first character. */
const [BOLD, CODE] = ['\u{10fffa}', '\u{100000}'];

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const textsOf = async (id: number) => {
  const { source, target } = await readBitext(app.store.db, id);
  return [...source, ...target].map(({ text }) => text);
};

test('an article has none of the characters that stand for codes, says so, and keeps its blocks and formatting in place', async () => {
  const html = `<p>A${BOLD} lamp &#x10FFFC;<b>burns</b> here.</p><p>${CODE}</p><p>Nobody put it out.</p>`;
  const { text, blocks, styles, findings } = await rawArticle({ html, name: 'lamp.html' }, packs);
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['A lamp burns here.', 'Nobody put it out.']);
  expect(styles.map(({ start, end }) => text.slice(start, end))).toEqual(['burns']);
  expect(findings.map(({ code, message }) => [code, message.values])).toEqual([['code-characters', { count: 3 }]]);
});

test('a pair of pasted texts has no formatting that nobody gave it', async () => {
  const prepared = (text: string, language: string) => prepareArticle({ text, name: language, language }, packs);
  const id = await importPair(app, {
    source: await prepared(`Rain\n\nIt ${BOLD}rained all night.`, 'en'),
    target: await prepared(`Pluie\n\nIl a ${CODE}plu toute la nuit.`, 'fr'),
  });
  await app.queue.settled(id);
  expect((await textsOf(id)).every((text) => plainText(text) === text)).toBe(true);
  expect((await codesOf(app.store.db, id)).size).toBe(0);
});

test('a memory names the characters that it loses, and its own codes are none of them', async () => {
  const tuv = (language: string, seg: string) => `<tuv xml:lang="${language}"><seg>${seg}</seg></tuv>`;
  const text = `<tmx version="1.4"><header srclang="en"/><body><tu>${tuv('en', `A ${CODE}<ph>x</ph>b&#x10FFFA;.`)}${tuv('fr', 'Un b.')}</tu></body></tmx>`;
  async function* pieces() {
    yield bytesOf(text);
  }
  const { id, findings } = await importMemory(app, { name: 'm.tmx', pieces: pieces() });
  expect((await textsOf(id)).map(plainText)).toEqual(['A b.', 'Un b.']);
  expect([...(await codesOf(app.store.db, id)).values()].map(({ element }) => element)).toEqual(['ph']);
  expect(findings.map(({ message }) => message.values)).toEqual([{ what: ['U+100000 (1)', 'U+10FFFA (1)'] }]);
});

test('a table has none either', async () => {
  const { id, findings } = await importTable(app, {
    name: 't.csv',
    bytes: bytesOf(`en,fr\nA ${BOLD}lamp,Une lampe\n`),
  });
  expect(await textsOf(id)).toEqual(['A lamp', 'Une lampe']);
  expect(findings.map(({ code }) => code)).toContain('code-characters');
});
