import { strToU8, zipSync } from 'fflate';
import { docx, epub, FOREIGN, LAUGHS, lyingZip, MEGABYTE, odt, pdf, QUADRATIC } from './made-files.mjs';

const many = (count, one) => Array.from({ length: count }, (_, i) => one(i)).join('');
const latin1 = (text) => Buffer.from(text, 'latin1');
const par = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const PAGES = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];
const page = (more = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`;
const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** Articles made to break a reader: what each is, its name, and how it is made. */
export const TEXTS = [
  // Text.
  ['50 MB in one line', 'a.txt', () => 'word '.repeat(10 * MEGABYTE)],
  ['19 MB in one line', 'a.txt', () => 'word '.repeat(3.8 * MEGABYTE)],
  ['19 MB in one word', 'a.txt', () => 'w'.repeat(19 * MEGABYTE)],
  ['6 MB of short sentences', 'a.txt', () => 'He went. '.repeat(700_000)],
  ['3 million line ends', 'a.txt', () => '\n'.repeat(3e6)],
  ['2 million open quotes', 'a.txt', () => '“('.repeat(1e6)],
  ['full stops alone', 'a.txt', () => '. '.repeat(2e6)],
  ['abbreviations alone', 'a.txt', () => 'Mr. '.repeat(500_000)],
  ['digits alone', 'a.txt', () => '1.2.3,4'.repeat(400_000)],
  ['zero bytes', 'a.txt', () => Buffer.alloc(5 * MEGABYTE)],
  ['zero bytes between letters', 'a.txt', () => 'H\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0.\0 \0'.repeat(2000)],
  [
    'noise',
    'a.txt',
    () => Buffer.from(Uint32Array.from({ length: 60_000 }, (_, i) => Math.imul(i, 2_654_435_761)).buffer),
  ],
  ['UTF-16 without a mark', 'a.txt', () => Buffer.from('The harbour. Le port. '.repeat(500), 'utf16le')],
  [
    'UTF-16 with the wrong mark',
    'a.txt',
    () => Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from('The harbour.', 'utf16le')]),
  ],
  ['UTF-32', 'a.txt', () => Buffer.concat([...'The harbour.'].map((c) => Buffer.of(c.charCodeAt(0), 0, 0, 0)))],
  [
    'half of surrogate pairs',
    'a.txt',
    () =>
      Buffer.concat([
        Buffer.of(0xff, 0xfe),
        Buffer.from(Uint16Array.from({ length: 5000 }, (_, i) => (i % 3 ? 0x41 : 0xd800)).buffer),
      ]),
  ],
  ['surrogates in UTF-8', 'a.txt', () => Buffer.from(many(2000, () => 'edA080').replace(/\W/gu, ''), 'hex')],
  ['overlong UTF-8', 'a.txt', () => Buffer.from('c080c1bf'.repeat(2000), 'hex')],
  ['combining marks by the thousand', 'a.txt', () => `a${'\u0301'.repeat(200_000)} end.`],
  ['marks of direction', 'a.txt', () => '\u202e\u2066\u200f word. '.repeat(20_000)],
  ['unassigned letters', 'a.txt', () => '\u0378\ufdd0\u{10ffff} '.repeat(50_000)],
  ['a letter ligature that grows', 'a.txt', () => '\ufdfa '.repeat(200_000)],
  ['Shift JIS cut in mid-letter', 'a.txt', () => Buffer.from('93fa967b8cea82'.repeat(1000).slice(0, -2), 'hex')],
  ['ISO-2022-JP without an end', 'a.txt', () => `\u001b$B${'F|K\\'.repeat(10_000)}`],
  ['hyphens that a pattern stumbles over', 'a.txt', () => `${'-'.repeat(500_000)}x`],
  ['spaces that a pattern stumbles over', 'a.txt', () => `a${' '.repeat(1_000_000)}b`],
  ['addresses without an end', 'a.txt', () => 'http://a.b/'.repeat(100_000)],
  ['at signs', 'a.txt', () => 'a@'.repeat(300_000)],
  // Word, OpenDocument, EPUB.
  ['a bomb', 'a.docx', () => zipSync({ 'word/document.xml': new Uint8Array(300 * MEGABYTE) })],
  ['a bomb that says it is small', 'a.docx', () => lyingZip('word/document.xml', 1000)],
  ['a bomb that says it is small', 'a.odt', () => lyingZip('content.xml', 1000)],
  ['a bomb that says it is small', 'a.epub', () => lyingZip('META-INF/container.xml', 1000)],
  ['a bomb that says it is small', 'a.xlsx', () => lyingZip('xl/workbook.xml', 1000)],
  ['a bomb that says it is small', 'a.zip', () => lyingZip('a.en.txt', 1000)],
  ['a billion laughs', 'a.docx', () => docx(par('&e10;'), { before: LAUGHS })],
  ['a long entity', 'a.docx', () => docx(par('&e10;'.repeat(20_000)), { before: QUADRATIC })],
  ['a foreign entity', 'a.docx', () => docx(par('&e10;'), { before: FOREIGN })],
  ['100,000 nested tables', 'a.docx', () => docx('<w:tbl><w:tr><w:tc>'.repeat(100_000))],
  ['200,000 paragraphs', 'a.docx', () => docx(par('Word.').repeat(200_000))],
  ['a million runs', 'a.docx', () => docx(`<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(1_000_000)}</w:p>`)],
  [
    'a table that spans a million columns',
    'a.docx',
    () => docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${par('a')}</w:tc></w:tr></w:tbl>`),
  ],
  [
    'notes that hold themselves',
    'a.docx',
    () =>
      docx('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', {
        extra: {
          'word/footnotes.xml': strToU8(
            '<w:footnotes xmlns:w="x"><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>',
          ),
        },
      }),
  ],
  ['a document part twice', 'a.docx', () => docx(par('One.'), { extra: { 'word/./document.xml': strToU8('<x/>') } })],
  [
    'names that lead elsewhere',
    'a.docx',
    () => docx(par('One.'), { extra: { '../../../../tmp/visavis-escaped': strToU8('x') } }),
  ],
  ['cut in the middle', 'a.docx', () => docx(par('One sentence.').repeat(500)).subarray(0, 900)],
  [
    '50,000 parts',
    'a.docx',
    () =>
      docx(par('One.'), {
        extra: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`x/${i}`, strToU8('x')])),
      }),
  ],
  ['300,000 nested sections', 'a.odt', () => odt('<text:section>'.repeat(300_000))],
  ['a billion laughs', 'a.odt', () => odt('<text:p>&e10;</text:p>', LAUGHS)],
  [
    'a table cell repeated a billion times',
    'a.odt',
    () =>
      odt(
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  ['a billion spaces', 'a.odt', () => odt('<text:p>a<text:s text:c="1000000000"/>b</text:p>')],
  ['no text', 'a.odt', () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })],
  ['a billion laughs', 'a.epub', () => epub('<p>&e10;</p>', LAUGHS)],
  ['300,000 nested', 'a.epub', () => epub('<div>'.repeat(300_000))],
  // Pages, mail, Markdown, RTF, subtitles.
  ['500,000 nested', 'a.html', () => `<html><body>${'<div>'.repeat(500_000)}`],
  ['200,000 open formattings', 'a.html', () => `<html><body>${'<b><i>'.repeat(100_000)}text`],
  ['a million tags unclosed', 'a.html', () => `<html><body>${'<p'.repeat(1_000_000)}`],
  ['one attribute of 15 MB', 'a.html', () => `<html><body><p title="${'x'.repeat(15 * MEGABYTE)}">`],
  ['100,000 attributes', 'a.html', () => `<html><body><p ${many(100_000, (i) => `a${i}="1" `)}>text</p>`],
  ['a comment without an end', 'a.html', () => `<html><body><p>text</p><!--${'-'.repeat(3_000_000)}`],
  ['a script without an end', 'a.html', () => `<html><body><script>${'<'.repeat(3_000_000)}`],
  ['entities by the million', 'a.html', () => `<html><body><p>${'&amp;&lt;&nosuch;&#x110000;'.repeat(150_000)}</p>`],
  ['100,000 nested tables', 'a.html', () => `<html><body>${'<table><tr><td>'.repeat(100_000)}`],
  ['400,000 links', 'a.html', () => `<html><body>${'<a href="x">l</a> '.repeat(400_000)}`],
  [
    'a page that names another encoding',
    'a.html',
    () => '<html><meta charset="utf-7"><body>+ADw-p+AD4-text+ADw-/p+AD4-',
  ],
  ['a million quotes', 'a.md', () => '> '.repeat(1_000_000)],
  ['brackets', 'a.md', () => '['.repeat(300_000)],
  ['links unclosed', 'a.md', () => '[a](<b'.repeat(100_000)],
  ['stars', 'a.md', () => `${'*a **b '.repeat(60_000)}`],
  ['code marks', 'a.md', () => many(3000, (i) => `${'`'.repeat(i % 100)}a`)],
  ['lists in lists', 'a.md', () => many(5000, (i) => `${' '.repeat(2 * i)}- a\n`)],
  [
    'table of 20,000 columns',
    'a.md',
    () => `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n${'|b'.repeat(20_000)}|\n`,
  ],
  [
    'mail in mail in mail',
    'a.eml',
    () =>
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${many(5000, (i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`)}`,
  ],
  ['a header of 10 MB', 'a.eml', () => `Subject: ${'=?utf-8?Q?a?= '.repeat(700_000)}\n\nText.`],
  [
    '100,000 parts',
    'a.eml',
    () =>
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\n\nText.\n'.repeat(100_000)}--b--`,
  ],
  ['a million groups', 'a.rtf', () => `{\\rtf1${'{'.repeat(1_000_000)}`],
  ['a million groups closed', 'a.rtf', () => `{\\rtf1 ${'{\\b a}'.repeat(1_000_000)}}`],
  ['10 MB of one picture', 'a.rtf', () => `{\\rtf1 Text.{\\pict ${'ff'.repeat(5_000_000)}}}`],
  ['binary beyond the end', 'a.rtf', () => '{\\rtf1 Text.\\bin2000000000 abc}'],
  ['letters by number', 'a.rtf', () => `{\\rtf1 ${'\\u-99999?'.repeat(200_000)}}`],
  [
    'a hundred thousand cues',
    'a.srt',
    () => many(100_000, (i) => `${i}\n00:00:01,000 --> 00:00:02,000\nText ${i}.\n\n`),
  ],
  ['times beyond all times', 'a.srt', () => `1\n${'9'.repeat(400)}:00:00,000 --> 00:00:00,000\nText.\n\n`],
  ['a cue without an end', 'a.vtt', () => `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<c.a>'.repeat(300_000)}`],
  // PDF.
  ['pages that hold themselves', 'a.pdf', () => pdf([PAGES[0], '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'])],
  [
    'two pages lists that hold one another',
    'a.pdf',
    () => pdf([PAGES[0], '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  ],
  ['a billion pages', 'a.pdf', () => pdf([PAGES[0], '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', page()])],
  [
    'a form that draws itself',
    'a.pdf',
    () =>
      pdf([
        ...PAGES,
        page('/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'),
        stream('/F Do'),
        `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream`,
      ]),
  ],
  ['contents that are themselves', 'a.pdf', () => pdf([...PAGES, page('/Contents 3 0 R')])],
  ['2 million brackets', 'a.pdf', () => pdf([...PAGES, page('/Contents 4 0 R'), stream('['.repeat(2_000_000))])],
  [
    'a cross-reference that leads to itself',
    'a.pdf',
    () =>
      latin1(
        '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
      ),
  ],
  [
    'text of a million letters',
    'a.pdf',
    () =>
      pdf([
        ...PAGES,
        page('/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>'),
        stream(`BT /F 12 Tf ${'(letters) Tj '.repeat(120_000)} ET`),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ]),
  ],
  ['cut off', 'a.pdf', () => pdf([...PAGES, page()]).subarray(0, 100)],
];
