import { gzipSync, strToU8, zipSync } from 'fflate';
import { bytesOf, docx, latin1, odt, PASSWORD, pdf } from './files.ts';

const MEGABYTE = 1024 * 1024;
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Ten entities, each ten of the one before. */
const BOMB = `<!DOCTYPE b [<!ENTITY e0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}]>`;

function replaced(file: Uint8Array, part: string, content: string): Uint8Array {
  const isWord = part.startsWith('word/');
  return isWord
    ? docx('', { [part]: strToU8(content) })
    : zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), [part]: strToU8(content), x: file });
}

function patched(file: Uint8Array, change: (bytes: Uint8Array) => void): Uint8Array {
  const copy = file.slice();
  change(copy);
  return copy;
}

/** Files made to break a reader; none holds an article. Names may lie. */
export const HOSTILE: readonly (readonly [what: string, name: string, make: () => Uint8Array])[] = [
  ['nothing', 'a.txt', () => new Uint8Array()],
  ['white space alone', 'a.txt', () => bytesOf(' \n\t\u00a0\n')],
  ['a megabyte of zeros', 'a.txt', () => new Uint8Array(MEGABYTE)],
  ['noise', 'a.txt', () => new Uint8Array(100_000).map((_, i) => (i * 2_654_435_761) >>> 13)],
  ['text with a program in it', 'a.txt', () => bytesOf(`Hello${'\u0000\u0001\u0002'.repeat(500)}`)],
  ['more than may be brought', 'a.txt', () => new Uint8Array(21 * MEGABYTE).fill(65)],
  ['UTF-16 cut in mid-letter', 'a.txt', () => Uint8Array.of(0xff, 0xfe, 0x41)],
  ['UTF-16 with half a pair', 'a.txt', () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)],
  ['UTF-8 by its mark, and none', 'a.txt', () => Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0x28, 0xff)],
  ['a picture named text', 'a.txt', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
  ['a photograph', 'a.docx', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
  ['a moving picture', 'a.html', () => latin1('GIF89a\u0001\u0000')],
  ['a sound', 'a.txt', () => latin1('RIFF\u0010\u0000\u0000\u0000WAVE')],
  ['an old Word file', 'a.doc', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  ['a packed file', 'a.gz', () => gzipSync(bytesOf('hello'))],
  ['another packed file', 'a.7z', () => latin1('7z\u00bc\u00af\u0027\u001c')],
  ['a program', 'a.txt', () => latin1('\u007fELF\u0002\u0001')],
  ['a database', 'a.txt', () => latin1('SQLite format 3\u0000')],
  ['a Word file by name alone', 'a.docx', () => bytesOf('hello')],
  ['a PDF by name alone', 'a.pdf', () => bytesOf('hello')],
  ['a zip file cut off', 'a.docx', () => docx('').subarray(0, 200)],
  [
    'a zip file with a wrong length',
    'a.docx',
    () => patched(docx(''), (b) => b.fill(0xff, b.length - 12, b.length - 6)),
  ],
  ['a zip file with broken packing', 'a.docx', () => patched(docx(''), (b) => b.fill(0x55, 60, 300))],
  ['a zip file of nothing', 'a.docx', () => zipSync({})],
  ['a zip file of other things', 'a.docx', () => zipSync({ 'a.txt': strToU8('x') })],
  ['a zip file in a zip file', 'a.docx', () => zipSync({ 'a.docx': docx('') })],
  [
    'ten thousand entries',
    'a.docx',
    () => zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, strToU8('x')]))),
  ],
  ['a zip bomb', 'a.docx', () => zipSync({ 'word/document.xml': new Uint8Array(250 * MEGABYTE) })],
  [
    'a zip bomb for OpenDocument',
    'a.odt',
    () =>
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': new Uint8Array(250 * MEGABYTE),
      }),
  ],
  ['a Word file without text', 'a.docx', () => docx('<w:p/>')],
  ['a Word file with broken XML', 'a.docx', () => replaced(docx(''), 'word/document.xml', '<w:document')],
  [
    'a Word file with an entity bomb',
    'a.docx',
    () =>
      replaced(
        docx(''),
        'word/document.xml',
        `${BOMB}<w:document ${NAMESPACE}><w:body><w:p><w:r><w:t>&e10;</w:t></w:r></w:p></w:body></w:document>`,
      ),
  ],
  [
    'a Word file that asks for another file',
    'a.docx',
    () =>
      replaced(
        docx(''),
        'word/document.xml',
        `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document ${NAMESPACE}><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>`,
      ),
  ],
  ['a Word file nested without end', 'a.docx', () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(60_000)}`)],
  [
    'an OpenDocument text without its text',
    'a.odt',
    () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
  ],
  ['an OpenDocument text with broken XML', 'a.odt', () => odt('<text:p>')],
  ['a locked OpenDocument text', 'a.odt', () => odt('', '<m><encryption-data/></m>')],
  [
    'an OpenDocument text with an entity bomb',
    'a.odt',
    () => replaced(docx(''), 'content.xml', `${BOMB}<x xmlns:text="t"><text:p>&e10;</text:p></x>`),
  ],
  ['an OpenDocument text nested without end', 'a.odt', () => odt('<text:section>'.repeat(300_000))],
  ['a PDF that is a scan', 'a.pdf', () => pdf([[], []])],
  ['a locked PDF', 'a.pdf', () => pdf([[['Hello', 50, 700]]], PASSWORD)],
  ['a PDF cut off', 'a.pdf', () => pdf([[['Hello', 50, 700]]]).subarray(0, 60)],
  ['the first line of a PDF', 'a.pdf', () => bytesOf('%PDF-1.7\n')],
  ['a PDF of six hundred pages', 'a.pdf', () => pdf(Array.from({ length: 600 }, () => []))],
  [
    'a PDF whose pages hold themselves',
    'a.pdf',
    () => latin1(new TextDecoder('latin1').decode(pdf([[]])).replace('/Kids [4 0 R]', '/Kids [2 0 R]')),
  ],
  ['RTF without text', 'a.rtf', () => bytesOf('{\\rtf1{\\fonttbl{\\f0 Arial;}}}')],
  ['RTF nested without end', 'a.rtf', () => bytesOf(`{\\rtf1${'{'.repeat(1_000_000)}`)],
  [
    'a page without words',
    'a.html',
    () => bytesOf('<!doctype html><html><body><img src="x"><script>1</script></body></html>'),
  ],
  ['a page nested without end', 'a.html', () => bytesOf(`<!doctype html><html><body>${'<div>'.repeat(300_000)}`)],
  ['a page of brackets', 'a.html', () => bytesOf(`<html>${'<'.repeat(2_000_000)}`)],
  ['a page with one endless attribute', 'a.html', () => bytesOf(`<html><body><p title="${'x'.repeat(15 * MEGABYTE)}`)],
  ['a mail without text', 'a.eml', () => bytesOf('From: a@example.org\nMIME-Version: 1.0\n\n')],
  [
    'a mail nested without end',
    'a.eml',
    () =>
      bytesOf(
        `From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${Array.from({ length: 5000 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join('')}`,
      ),
  ],
  ['subtitles without words', 'a.srt', () => bytesOf('1\n00:00:01,000 --> 00:00:02,000\n\n')],
  ['the first line of WebVTT', 'a.vtt', () => bytesOf('WEBVTT\n')],
  ['Markdown of marks', 'a.md', () => bytesOf('>'.repeat(100_000))],
];
