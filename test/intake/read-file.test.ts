import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { MAX_FILE_BYTES, readFile, readText } from '../../src/intake/articles/read-file.ts';
import { english } from '../support/english.ts';
import { shared } from '../support/packs.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const paragraphsOf = async (bytes: Uint8Array, name: string) => {
  const { text, blocks } = await readFile(bytes, name, shared);
  return blocks.map(({ start, end, role }) => `${role}: ${text.slice(start, end)}`);
};

/** A Word file with the given paragraphs. */
function docx(...paragraphs: string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

describe('readFile', () => {
  it('reads plain text as it is', async () => {
    expect(await paragraphsOf(utf8('One.\n\nTwo.\n'), 'a.txt')).toEqual(['paragraph: One.', 'paragraph: Two.']);
  });

  it('reads the article of a web page', async () => {
    const html = `<!doctype html><html><head><title>Page</title><style>p{}</style></head><body><nav><a href="/">Home</a></nav>
      <article><h1>The <em>big</em> story</h1><p>First &amp; foremost.</p><figure><img src="x"><figcaption>A ship.</figcaption></figure>
      <p>${'Long enough to be the article. '.repeat(20)}</p><script>alert(1)</script></article></body></html>`;
    const found = await paragraphsOf(utf8(html), 'page.html');
    expect(found.join('\n')).toContain('The big story');
    expect(found).toContain('paragraph: First & foremost.');
    expect(found).toContain('caption: A ship.');
    expect(found.join()).not.toContain('alert');
  });

  it('reads Markdown', async () => {
    expect(await paragraphsOf(utf8('# Title\n\nSome *text*\nwrapped.\n\n- item'), 'a.md')).toEqual([
      'heading: Title',
      'paragraph: Some text wrapped.',
      'list-item: item',
    ]);
  });

  it('reads a Word file, whatever its name', async () => {
    expect(await paragraphsOf(docx('Hello.', 'World.'), 'story.bin')).toEqual([
      'paragraph: Hello.',
      'paragraph: World.',
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['utf-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('Événement à la côte')])],
    ['utf-16le', new Uint8Array(Buffer.from('\ufeffÉvénement à la côte', 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from('\ufeffÉvénement à la côte', 'utf16le').swap16())],
  ])('reads %s', async (_name, bytes) => {
    expect(await paragraphsOf(bytes, 'a.txt')).toEqual(['paragraph: Événement à la côte']);
  });

  it('says when it had to guess the encoding', async () => {
    const bytes = new Uint8Array(
      Buffer.from(
        'Les ministres se sont réunis à la préfecture après l’été, côté mer, où l’équipe était prête.'.replaceAll(
          '’',
          "'",
        ),
        'latin1',
      ),
    );
    const { text, findings } = await readFile(bytes, 'a.txt', shared);
    expect(text).toContain('réunis à la préfecture');
    expect(findings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });

  it('believes an encoding that the page declares', async () => {
    const html = '<html><head><meta charset="windows-1251"></head><body><p>Text</p></body></html>';
    const bytes = new Uint8Array([...Buffer.from(html.replace('Text', '')), ...[]]);
    const at = html.indexOf('Text');
    const cyrillic = new Uint8Array([...bytes.slice(0, at), 0xcc, 0xe8, 0xf0, ...bytes.slice(at)]);
    expect(await paragraphsOf(cyrillic, 'a.html')).toEqual(['paragraph: Мир']);
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['empty', new Uint8Array(), 'a.txt', 'empty-text'],
    ['only white space', utf8(' \n\t\n'), 'a.txt', 'empty-text'],
    ['a page without words', utf8('<html><body><img src="x"></body></html>'), 'a.html', 'empty-text'],
    ['too large', new Uint8Array(MAX_FILE_BYTES + 1), 'a.txt', 'too-large'],
    ['a PDF cut off', utf8('%PDF-1.7 …'), 'a.txt', 'unreadable-file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'a.docx', 'unsupported-type'],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.doc', 'unsupported-type'],
    ['RTF without text', utf8('{\\rtf1 }'), 'a.rtf', 'empty-text'],
    ['bytes that are no text', new Uint8Array(500).map((_, i) => i % 7), 'a.txt', 'unreadable-file'],
    ['a docx that is no zip', utf8('hello'), 'a.docx', 'unreadable-file'],
    ['a zip cut off', docx('Hello.').slice(0, 300), 'a.docx', 'unreadable-file'],
    ['a zip that is no document', zipSync({ 'a.txt': strToU8('x') }), 'a.docx', 'unsupported-type'],
    ['a zip bomb', zipSync({ 'word/document.xml': new Uint8Array(250 * 1024 * 1024) }), 'a.docx', 'too-large'],
    [
      'a Word file with broken XML',
      zipSync({ '[Content_Types].xml': strToU8('<x'), 'word/document.xml': strToU8('<w:document') }),
      'a.docx',
      'unreadable-file',
    ],
    ['UTF-16 cut in mid-letter', new Uint8Array([0xff, 0xfe, 0x41]), 'a.txt', 'unreadable-encoding'],
  ])('%s', async (_name, bytes, name, code) => {
    const failure = await readFile(bytes, name, shared).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code });
    expect(english((failure as Problem).title)).toContain(`“${name}”`);
    expect(english((failure as Problem).hint)).not.toBe('');
  });

  it('names the side of a pasted text', () => {
    expect(() => readText('  ', 'source', shared)).toThrow('There is no text in the source.');
  });
});
