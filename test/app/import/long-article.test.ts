import { expect, it } from 'vitest';
import { rawArticle } from '../../../src/app/import/read-article.ts';
import { packs } from '../../support/packs.ts';

it.each([
  ['one paragraph without end', 'word '.repeat(200_001), '“{name}” has a paragraph that is too long.'],
  ['paragraphs without number', 'Oar.\n\n'.repeat(200_001), '“{name}” has too many paragraphs.'],
])('a text of %s is refused where it is read', async (_name, text, title) => {
  await expect(rawArticle({ text, name: 'list.txt' }, packs)).rejects.toMatchObject({
    code: 'too-large',
    title: { text: title },
  });
});
