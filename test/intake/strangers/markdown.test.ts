import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/intake/articles/read-file.ts';
import { bytesOf } from '../../support/files.ts';
import { shared } from '../../support/packs.ts';

const read = async (text: string, name = 'a.md') => {
  const { text: all, blocks, published } = await readFile(bytesOf(text), name, shared);
  return { lines: blocks.map(({ start, end, role }) => `${role}: ${all.slice(start, end)}`), published };
};

describe('Markdown', () => {
  it('stays Markdown with HTML in it', async () => {
    const text =
      '# The *old* pier\n\nIt is **shut**.\n\n<div class="box">\nA box.\n</div>\n\n- One\n- Two\n\n<p align="center"><img src="a.png"></p>\n\nIt has <b>two</b> <br> ends.';
    expect((await read(text)).lines).toEqual([
      'heading: The old pier',
      'paragraph: It is shut.',
      'paragraph: A box.',
      'list-item: One',
      'list-item: Two',
      'paragraph: It has two',
      'paragraph: ends.',
    ]);
  });

  it.each([
    [
      'YAML',
      '---\ntitle: "The pier: shut"\ndate: 2024-05-05T10:00:00Z\nauthor: Ann Lee\ntags: [a, b]\n---\n\nIt is shut.\n',
    ],
    [
      'TOML',
      '+++\ntitle = "The pier: shut"\ndate = 2024-05-05\nauthor = "Ann Lee"\n[params]\nx = 1\n+++\nIt is shut.\n',
    ],
    [
      'YAML with Windows line ends',
      "---\r\ntitle: 'The pier: shut'\r\npublishDate: 2024-05-05\r\nauthors:\r\n  - Ann Lee\r\n---\r\nIt is shut.\r\n",
    ],
  ])('has its title, date and author in its front matter (%s)', async (_kind, text) => {
    expect(await read(text)).toEqual({
      lines: ['heading: The pier: shut', 'byline: Ann Lee', 'paragraph: It is shut.'],
      published: '2024-05-05',
    });
  });

  it('does not repeat a title, and a rule is no front matter', async () => {
    expect((await read('---\ntitle: The pier\n---\n# The pier\n\nIt is shut.')).lines).toEqual([
      'heading: The pier',
      'paragraph: It is shut.',
    ]);
    expect((await read('---\n\nIt is shut.\n\n---\n\nIt was old.')).lines).toEqual([
      'paragraph: It is shut.',
      'paragraph: It was old.',
    ]);
  });

  it('has its notes at the end', async () => {
    const text =
      'It is shut.[^1] It opens[^long] in May.\n\n[^1]: By order of *1902*.\n[^long]: In a letter.\n    It was lost.\n\nThe `[^1]` rest.';
    expect((await read(text)).lines).toEqual([
      'paragraph: It is shut. It opens in May.',
      'paragraph: The [^1] rest.',
      'note: By order of 1902.',
      'note: In a letter. It was lost.',
    ]);
  });

  it('has no marks of its programs', async () => {
    const text =
      '## The pier {#pier .big}\n\n{% include top.html %}\n\nIt is shut.\n\n{{< figure src="a.png" >}}\n\n<!-- hidden -->\n\n- [x] Done';
    expect((await read(text)).lines).toEqual(['heading: The pier', 'paragraph: It is shut.', 'list-item: Done']);
  });
});

describe('a page', () => {
  const page = (body: string, language = 'en') =>
    read(`<!doctype html><html lang="${language}"><head></head><body>${body}</body></html>`, 'a.html');

  it('of loose text without an article element keeps its text', async () => {
    expect((await page('The pier is shut.<br><br>It opens in May.<p>Ann Lee</p>')).lines).toEqual([
      'paragraph: The pier is shut.',
      'paragraph: It opens in May.',
      'paragraph: Ann Lee',
    ]);
    expect((await page('<div>One.</div><div>Two. It has two.</div><ul><li>Three</li></ul>')).lines).toEqual([
      'paragraph: One.',
      'paragraph: Two. It has two.',
      'list-item: Three',
    ]);
    const { lines } = await page('<nav>Home | News</nav><h1>The pier</h1><p>It is shut.</p><footer>Imprint</footer>');
    expect(lines.filter((line) => !line.startsWith('furniture'))).toEqual([
      'heading: The pier',
      'paragraph: It is shut.',
    ]);
  });

  it('shows what can be unfolded', async () => {
    expect(
      (await page('<p>It is shut.</p><details><summary>Why?</summary>It is old. <p>So they say.</p></details>')).lines,
    ).toEqual(['paragraph: It is shut.', 'paragraph: Why?', 'paragraph: It is old.', 'paragraph: So they say.']);
  });

  it.each([
    ['en', '“Go <q>home</q>”', '“Go ‘home’”'],
    ['fr', '«\u00a0Va\u00a0»', '«\u00a0Va\u00a0»'],
    ['de', '„Geh“', '„Geh“'],
    ['ja', '「はい」', '「はい」'],
    ['ru', '«Да»', '«Да»'],
  ])('has quotation marks of its language: %s', async (language, _shown, expected) => {
    const said = { en: 'Go <q>home</q>', fr: 'Va', de: 'Geh', ja: 'はい', ru: 'Да' }[language] ?? '';
    expect((await page(`<p>1 <q>${said}</q> 2</p><p><q>“Kept”</q></p>`, language)).lines).toEqual([
      `paragraph: 1 ${expected} 2`,
      'paragraph: “Kept”',
    ]);
  });

  it.each([
    ['10<sup>6</sup> m<sup>2</sup>, 10<sup>-3</sup>', '10⁶ m², 10⁻³'],
    ['CO<sub>2</sub> and H<sub>max</sub>', 'CO₂ and Hmax'],
    ['the 19<sup>th</sup>, 1<sup>er</sup> and M<sup>me</sup> X', 'the 19th, 1er and Mme X'],
    ['<sup>14</sup>C and E = mc<sup>2</sup>', '¹⁴C and E = mc²'],
    ['It ended.<sup>3</sup> So they said<sup>4</sup>, in 1902.<sup>5,6</sup>', 'It ended. So they said, in 1902.'],
    ['Brand<sup>®</sup> and Mark<sup>TM</sup>', 'Brand® and MarkTM'],
    ['Ca<sup>2+</sup> at 3 x 10<sup>8</sup> m s<sup>−1</sup>', 'Ca²⁺ at 3 x 10⁸ m s⁻¹'],
    ['in 1999<sup>[12]</sup> he left<sup>*</sup>', 'in 1999 he left'],
  ])('has powers and no marks of notes: %s', async (html, text) => {
    expect((await page(`<p>${html}</p>`)).lines).toEqual([`paragraph: ${text}`]);
  });
});
