import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import {
  concept,
  docx,
  FOREIGN,
  LAUGHS,
  MEGABYTE,
  pdf,
  QUADRATIC,
  tbxOf,
  tmxOf,
  unit,
  xliffOf,
  xlsx,
} from './made-files.mjs';

const many = (count, one) => Array.from({ length: count }, (_, i) => one(i)).join('');
const latin1 = (text) => Buffer.from(text, 'latin1');
const par = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (at, text) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const PAGES = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];
const page = (more = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`;

import { TEXTS } from './hostile-texts.mjs';

/** Files made to break a reader: what each is, its name, and how it is made. Names may lie. */
export const FILES = [
  ...TEXTS,
  // Tables.
  ['one cell at the far end', 'a.xlsx', () => xlsx(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`)],
  [
    'one cell in the last column',
    'a.xlsx',
    () => xlsx(many(2000, (i) => `<row r="${i + 1}">${cell(`XFD${i + 1}`, 'x')}</row>`)),
  ],
  [
    'a million cells',
    'a.xlsx',
    () =>
      xlsx(many(100_000, (i) => `<row r="${i + 1}">${many(10, (k) => cell(`${'ABCDEFGHIJ'[k]}${i + 1}`, 'a'))}</row>`)),
  ],
  ['a cell beyond all columns', 'a.xlsx', () => xlsx(`<row r="1">${cell('ZZZZZZZ1', 'x')}</row>`)],
  ['a row beyond all rows', 'a.xlsx', () => xlsx(`<row r="99999999999">${cell('A99999999999', 'x')}</row>`)],
  ['a billion laughs', 'a.xlsx', () => xlsx(`<row r="1">${cell('A1', '&e10;')}</row>`, { before: LAUGHS })],
  [
    'shared strings that are not there',
    'a.xlsx',
    () =>
      xlsx('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>', {
        shared: '<sst xmlns="x"><si><t>a</t></si></sst>',
      }),
  ],
  ['one quote', 'a.csv', () => `en,fr\n"${'a,b\n'.repeat(500_000)}`],
  ['a million columns', 'a.csv', () => `${'a,'.repeat(1_000_000)}\n`],
  ['a million rows', 'a.csv', () => `en,fr\n${'a,b\n'.repeat(1_000_000)}`],
  ['quotes by the million', 'a.csv', () => '"'.repeat(2_000_001)],
  ['rows of every length', 'a.csv', () => many(500, (i) => `${'a,'.repeat(i)}b\n`)],
  ['zero bytes', 'a.csv', () => 'en,fr\n\0\0,\0\nThe\0harbour,Le\0port\n'],
  ['names of the language', 'a.csv', () => '__proto__,constructor\nThe harbour,Le port\n'],
  [
    'UTF-16 tabs',
    'a.tsv',
    () => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('en\tfr\nThe harbour\tLe port\n', 'utf16le')]),
  ],
  ['10 MB of open brackets', 'a.jsonl', () => '['.repeat(10 * MEGABYTE)],
  ['objects in objects', 'a.jsonl', () => `${'{"a":'.repeat(500_000)}1`],
  [
    'names of the language',
    'a.jsonl',
    () => '{"__proto__":{"source":"a"},"constructor":"b","source":"The harbour.","target":"Le port."}\n',
  ],
  ['half a surrogate pair', 'a.jsonl', () => '{"source":"\\ud800 The harbour.","target":"Le port \\udc00."}\n'],
  ['5 million brackets', 'a.json', () => '['.repeat(5_000_000)],
  // Memories and glossaries.
  [
    '100,000 props of one unit',
    'a.tmx',
    () =>
      tmxOf(
        unit(
          'a',
          'b',
          many(100_000, (i) => `<prop type="p${i}">v</prop>`),
        ),
      ),
  ],
  [
    '100,000 variants of one unit',
    'a.tmx',
    () => tmxOf(`<tu>${many(100_000, (i) => `<tuv xml:lang="${i % 2 ? 'en' : 'fr'}"><seg>a ${i}</seg></tuv>`)}</tu>`),
  ],
  ['100,000 nested codes', 'a.tmx', () => tmxOf(unit('<sub>'.repeat(100_000), 'b'))],
  ['200,000 codes', 'a.tmx', () => tmxOf(unit('<ph x="1"/>'.repeat(200_000), 'b'))],
  ['a billion laughs', 'a.tmx', () => tmxOf(unit('&e10;'), LAUGHS)],
  ['a long entity', 'a.tmx', () => tmxOf(unit('&e10;'.repeat(20_000)), QUADRATIC)],
  ['a foreign entity', 'a.tmx', () => tmxOf(unit('&e10;'), FOREIGN)],
  ['a segment of 20 MB', 'a.tmx', () => tmxOf(unit('word '.repeat(4 * MEGABYTE), 'mot'))],
  ['a name of 5 MB', 'a.tmx', () => tmxOf(`<${'a'.repeat(5 * MEGABYTE)}>`)],
  ['an attribute of 10 MB', 'a.tmx', () => tmxOf(`<tu tuid="${'a'.repeat(10 * MEGABYTE)}">`)],
  ['cut in mid-unit', 'a.tmx', () => tmxOf(unit().repeat(2000)).slice(0, 90_000)],
  ['zero bytes in units', 'a.tmx', () => tmxOf(unit('The\0harbour', 'Le\0port'))],
  ['half of surrogate pairs', 'a.tmx', () => tmxOf(unit('&#xD800; The harbour', 'Le port &#xDFFF;'))],
  [
    'UTF-16 that says UTF-8',
    'a.tmx',
    () => Buffer.from(tmxOf(unit()).replace('"1.0"', '"1.0" encoding="UTF-8"'), 'utf16le'),
  ],
  ['an encoding that nobody knows', 'a.tmx', () => tmxOf(unit()).replace('"1.0"', '"1.0" encoding="x-nosuch"')],
  ['a packed bomb', 'a.tmx.gz', () => gzipSync(Buffer.alloc(400 * MEGABYTE))],
  ['packed and cut off', 'a.tmx.gz', () => gzipSync(tmxOf(unit().repeat(5000))).subarray(0, 200)],
  [
    'codes that close one another',
    'a.xlf',
    () => xliffOf(`<trans-unit id="1"><source>${'<g id="1">'.repeat(50_000)}</source><target>b</target></trans-unit>`),
  ],
  [
    '200,000 alternatives',
    'a.xlf',
    () =>
      xliffOf(
        `<trans-unit id="1"><source>a</source><target>b</target>${'<alt-trans><target>c</target></alt-trans>'.repeat(200_000)}</trans-unit>`,
      ),
  ],
  ['100,000 nested groups', 'a.xlf', () => xliffOf('<group>'.repeat(100_000))],
  ['no language', 'a.xlf', () => xliffOf('<trans-unit id="1"><source>a</source><target>b</target></trans-unit>', '')],
  ['100,000 concepts of one name', 'a.tbx', () => tbxOf(concept().repeat(100_000))],
  ['a term of 5 MB', 'a.tbx', () => tbxOf(concept('w'.repeat(5 * MEGABYTE)))],
  ['a billion laughs', 'a.tbx', () => tbxOf(concept('&e10;'), LAUGHS)],
  [
    'a rule that never ends',
    'a.srx',
    () =>
      `<srx version="2.0"><header/><body><languagerules><languagerule languagerulename="d">${'<rule break="no"><beforebreak>x(a+)+$</beforebreak><afterbreak>(b*)*c</afterbreak></rule>'.repeat(50)}</languagerule></languagerules><maprules/></body></srx>`,
  ],
  [
    '100,000 rules',
    'a.srx',
    () =>
      `<srx version="2.0"><header/><body><languagerules><languagerule languagerulename="d">${many(100_000, (i) => `<rule break="no"><beforebreak>a${i}\\.</beforebreak><afterbreak>\\s</afterbreak></rule>`)}</languagerule></languagerules><maprules/></body></srx>`,
  ],
  [
    'a pattern that is none',
    'a.srx',
    () =>
      '<srx version="2.0"><header/><body><languagerules><languagerule languagerulename="d"><rule break="no"><beforebreak>(((</beforebreak><afterbreak>[z-a]</afterbreak></rule></languagerule></languagerules><maprules/></body></srx>',
  ],
  // Names that lie.
  ['a picture', 'a.docx', () => Buffer.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
  ['a Word file', 'a.tmx', () => docx(par('One.'))],
  ['a memory', 'a.docx', () => tmxOf(unit())],
  ['a PDF', 'a.xlsx', () => pdf([...PAGES, page()])],
  ['a workbook', 'a.tbx', () => xlsx(`<row r="1">${cell('A1', 'x')}</row>`)],
  ['a zip in a zip', 'a.zip', () => zipSync({ 'a.en.docx': zipSync({ x: docx('') }), 'a.fr.docx': zipSync({}) })],
  [
    'names that lead elsewhere',
    'a.zip',
    () => zipSync({ '../../a.en.txt': strToU8('One.'), '../../a.fr.txt': strToU8('Un.') }),
  ],
  ['nothing', 'a', () => ''],
  ['a name of 200 letters', `${'n'.repeat(200)}.txt`, () => 'One sentence.'],
  ['a name with a line end', 'a\r\nb.txt', () => 'One sentence.'],
  ['a database', 'a.sqlite', () => latin1(`SQLite format 3\0${'\xff'.repeat(4000)}`)],
];
