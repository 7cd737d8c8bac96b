import { describe, expect, it } from 'vitest';
import { readFile, readPasted } from '../../src/intake/articles/read-file.ts';
import { bytesOf, docx, latin1, odt, PASSWORD, pdf, wordParagraphs } from '../support/files.ts';
import { shared } from '../support/packs.ts';

const blocksOf = async (bytes: Uint8Array, name: string) => {
  const { text, blocks } = await readFile(bytes, name, shared);
  return blocks.map(({ start, end, role }) => `${role}: ${text.slice(start, end).replaceAll('\n', '⏎')}`);
};

describe('OpenDocument', () => {
  it('keeps headings, paragraphs, lists, tables, captions, quotations and footnotes, in order', async () => {
    const file = odt(
      `<text:h text:outline-level="1">The ferry</text:h>
       <text:p>First<text:s text:c="1"/>line <text:span>with</text:span> a note<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>.</text:p>
       <text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
       <text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>
       <text:p text:style-name="Quotations">Quoted words</text:p>
       <text:p text:style-name="Illustration">A picture’s words</text:p>
       <table:table><table:table-row><table:table-cell><text:p>A cell</text:p></table:table-cell></table:table-row></table:table>
       <text:p>Last<text:line-break/>line <office:annotation><text:p>a comment</text:p></office:annotation>here.</text:p>`,
    );
    expect(await blocksOf(file, 'story.bin')).toEqual([
      'heading: The ferry',
      'paragraph: First line with a note.',
      'list-item: An item',
      'quote: Quoted words',
      'caption: A picture’s words',
      'paragraph: A cell',
      'paragraph: Last⏎line here.',
      'note: The note.',
    ]);
  });

  it('says that it is locked', async () => {
    await expect(readFile(odt('<text:p>x</text:p>', '<m><encryption-data/></m>'), 'a.odt', shared)).rejects.toThrow(
      'protected by a password',
    );
  });
});

describe('RTF', () => {
  it('reads its text with code page, Unicode and lists, and leaves pictures, styles and fields out', async () => {
    const file = latin1(
      String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}}{\*\generator Word;}` +
        String.raw`{\info{\title Not this}}\pard\f0 Le pr\'e9sident dit\~: \'abOui\'bb.\par` +
        String.raw`\u1052\'3f\u1086?сква\par {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt a link}}\par` +
        String.raw`\pard\ls1 First item\par\pard Tab\tab end\line next \{braces\}\par{\pict\pngblip 89504e47}}`,
    );
    expect(await blocksOf(file, 'story.txt')).toEqual([
      'paragraph: Le président dit\u00a0: «Oui».',
      expect.stringMatching(/^paragraph: Мо/u),
      'paragraph: a link',
      'list-item: First item',
      'paragraph: Tab end⏎next {braces}',
    ]);
  });

  it('reads Cyrillic by its code page', async () => {
    const file = latin1(String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2\par}`);
    expect(await blocksOf(file, 'a.rtf')).toEqual(['paragraph: Привет']);
  });
});

describe('PDF', () => {
  const page = (n: number) =>
    [
      ['The Daily Gazette', 60, 810],
      ['A ferry sinks at dawn', 60, 700, 20],
      ['The ferry sank at dawn near the old light-', 60, 670],
      ['house, and nobody was hurt.', 60, 654],
      ['The harbour was closed for a day.', 60, 620],
      [String(n), 300, 30],
    ] as const;

  it('puts lines together to paragraphs, knows headings, and sets aside what stands on every page', async () => {
    expect(await blocksOf(pdf([page(1), page(2), page(3)]), 'story.pdf')).toEqual(
      [1, 2, 3].flatMap((n) => [
        'furniture: The Daily Gazette',
        'heading: A ferry sinks at dawn',
        'paragraph: The ferry sank at dawn near the old light-⏎house, and nobody was hurt.',
        'paragraph: The harbour was closed for a day.',
        `furniture: ${n}`,
      ]),
    );
  });

  it.each([
    ['a scan', pdf([[], []]), 'There is no text'],
    ['a locked one', pdf([page(1)], PASSWORD), 'protected by a password'],
    ['a damaged one', pdf([page(1)]).subarray(0, 40), 'damaged or incomplete'],
  ])('says what is wrong with %s', async (_name, bytes, message) => {
    await expect(readFile(bytes, 'story.pdf', shared)).rejects.toThrow(message);
  });
});

describe('mail', () => {
  it('takes the subject and the text, and sets the signature and what is quoted aside', async () => {
    const mail = bytesOf(
      'From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?B?TGUgYmFjIMOgIG3Dqg==?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe ferry sank=2E\r\n\r\n> quoted before\r\n\r\n-- \r\nAnn\r\n',
    );
    expect(await blocksOf(mail, 'story.eml')).toEqual([
      'heading: Le bac à mê',
      'paragraph: The ferry sank.',
      'furniture: > quoted before',
      'furniture: --',
      'furniture: Ann',
    ]);
    expect((await readFile(mail, 'story.eml', shared)).publisher).toBe('Ann Lee');
  });

  it('keeps the space before a soft line break, which is the text’s, and drops that at a line’s end, which is not', async () => {
    const head = 'From: a@example.org\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n';
    const mail = bytesOf(`${head}The ferry will =\r\nsail again at noon. \t\r\nNobody wait=\r\ned.\r\n`);
    expect((await readFile(mail, 'a.eml', shared)).text).toContain(
      'The ferry will sail again at noon.\n\nNobody waited.',
    );
  });

  it('reads one in HTML alone', async () => {
    const mail = bytesOf(
      'From: a@example.org\nMIME-Version: 1.0\nSubject: Hello\nContent-Type: text/html; charset=utf-8\n\n<h2>One</h2><p>Two</p>',
    );
    expect(await blocksOf(mail, 'x')).toEqual(['heading: Hello', 'heading: One', 'paragraph: Two']);
  });

  it('does not take a text that begins like one for a mail', async () => {
    expect(await blocksOf(bytesOf('Note: this is no mail.\n\nIt is a text.'), 'a.txt')).toHaveLength(2);
  });
});

describe('subtitles', () => {
  it('runs cues on to the end of their sentence', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>The ferry sank</i>\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\n{\\an8}at dawn.\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\n- Who says so?\r\n\r\n4\r\n00:00:06,000 --> 00:00:07,000\r\n- I do\r\n';
    expect(await blocksOf(bytesOf(srt), 'a.srt')).toEqual([
      'paragraph: The ferry sank⏎at dawn.',
      'paragraph: - Who says so?',
      'paragraph: - I do',
    ]);
    const vtt =
      'WEBVTT - title\n\nNOTE a comment\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann>Hello.</v>\n';
    expect(await blocksOf(bytesOf(vtt), 'a.vtt')).toEqual(['paragraph: Hello.']);
    const signs = 'WEBVTT\n\n00:01.000 --> 00:02.000\nAnn &amp; Bo &lt;3 you.\n';
    expect(await blocksOf(bytesOf(signs), 'b.vtt')).toEqual(['paragraph: Ann & Bo <3 you.']);
  });
});

describe('HTML and Word', () => {
  it('have the headline that readers see, not the name of the tab', async () => {
    const page = (title: string, body: string) =>
      bytesOf(`<html><head><title>${title}</title></head><body><article>${body}</article></body></html>`);
    const text = '<p>The harbour will stay open all winter, the council said.</p><p>Nobody had expected it.</p>';
    const blocks = await blocksOf(page('Harbour open? | The Daily', `<h1>Harbour stays open</h1>${text}`), 'a.html');
    expect(blocks.slice(0, 2)).toEqual([
      'heading: Harbour stays open',
      'paragraph: The harbour will stay open all winter, the council said.',
    ]);
    expect((await blocksOf(page('Harbour stays open', text), 'a.html'))[0]).toBe('heading: Harbour stays open');
  });

  it('keep lists and quotations', async () => {
    const { text, blocks } = await readPasted(
      '<h1>Head</h1><p>One</p><ul><li>Item</li></ul><blockquote><p>Said</p></blockquote><table><tr><td>Cell</td></tr></table>',
      'the source',
    );
    expect(blocks.map(({ start, end, role }) => `${role}: ${text.slice(start, end)}`)).toEqual([
      'heading: Head',
      'paragraph: One',
      'list-item: Item',
      'quote: Said',
      'paragraph: Cell',
    ]);
  });

  it('tell the publisher of a page', async () => {
    const page = (head: string) =>
      bytesOf(
        `<!doctype html><html><head>${head}</head><body><article><h1>T</h1><p>${'Words of the story. '.repeat(30)}</p></article></body></html>`,
      );
    const publisher = async (head: string) => (await readFile(page(head), 'a.html', shared)).publisher;
    expect(await publisher('<meta property="og:site_name" content="The Gazette">')).toBe('The Gazette');
    expect(await publisher('<link rel="canonical" href="https://www.gazette.example/a">')).toBe('gazette.example');
    expect(await publisher('')).toBe('');
  });

  it('are told by their content', async () => {
    expect(await blocksOf(docx(wordParagraphs('Hello.')), 'x.odt')).toEqual(['paragraph: Hello.']);
    await expect(readFile(bytesOf('plain text'), 'x.pdf', shared)).rejects.toThrow('is not what its name says');
  });
});
