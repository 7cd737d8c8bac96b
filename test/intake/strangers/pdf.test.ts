import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/intake/articles/read-file.ts';
import { type PdfLine, pdf } from '../../support/files.ts';
import { shared } from '../../support/packs.ts';

const linesOf = async (...pages: (readonly PdfLine[])[]) => {
  const { text, blocks } = await readFile(pdf(pages), 'a.pdf', shared);
  return blocks
    .filter(({ role }) => role !== 'furniture')
    .map(({ start, end }) => text.slice(start, end).replaceAll('\n', ' '));
};

/** A column of lines from a place on the page downwards. */
const column = (left: number, top: number, lines: readonly string[], leading = 14): PdfLine[] =>
  lines.map((line, i): PdfLine => [line, left, top - i * leading, 11]);
/** Lines in the order in which they stand on the page, row by row. */
const byRow = (...columns: PdfLine[][]): PdfLine[] => columns.flat().sort((a, b) => b[2] - a[2] || a[1] - b[1]);

const ONE = [
  'The old pier of the town was',
  'closed on Monday evening by',
  'the council, which had heard',
  'that its pillars are rotten',
];
const TWO = [
  'and that nobody can say how',
  'long it will stand. The mayor',
  'said that work would begin',
  'in the spring of next year.',
];
const THREE = [
  'Anglers are not pleased with',
  'it at all. They ask for another',
  'place to sit, and have written',
  'a letter to the newspaper.',
];
const said = (...columns: (readonly string[])[]) => columns.flat().join(' ');

describe('columns of a PDF are read one after the other', () => {
  it('drawn row by row', async () => {
    expect(await linesOf(byRow(column(60, 700, ONE), column(320, 700, TWO)))).toEqual([said(ONE, TWO)]);
  });

  it('drawn column by column, the right one first', async () => {
    expect(await linesOf([...column(320, 700, TWO), ...column(60, 700, ONE)])).toEqual([said(ONE, TWO)]);
  });

  it('below a headline across all of them', async () => {
    const head: PdfLine = ['The council closes the old pier of the town', 60, 750, 22];
    expect(await linesOf(byRow([head], column(60, 700, ONE), column(320, 700, TWO)))).toEqual([
      head[0],
      said(ONE, TWO),
    ]);
  });

  it('above and below a line across all of them', async () => {
    const middle: PdfLine = [
      'A long line of the same size that runs across both of the columns of the page here',
      60,
      640,
      11,
    ];
    const below = byRow(column(60, 600, THREE), column(320, 600, TWO));
    const lines = await linesOf(byRow(column(60, 700, ONE), column(320, 700, TWO), [middle]).concat(below));
    expect(lines.join(' ')).toBe(`${said(ONE, TWO)} ${middle[0]} ${said(THREE, TWO)}`);
  });

  it('three of them', async () => {
    expect(await linesOf(byRow(column(40, 700, ONE), column(220, 700, TWO), column(400, 700, THREE)))).toEqual([
      said(ONE, TWO),
      said(THREE),
    ]);
  });

  it('whose lines are not level, and one of which is longer', async () => {
    const right = column(320, 693, [...THREE, ...TWO], 15);
    expect((await linesOf(byRow(column(60, 700, ONE), right))).join(' ')).toBe(said(ONE, THREE, TWO));
  });

  it('but a table and a list are read by rows', async () => {
    const table = byRow(
      column(60, 700, ['Town', 'Leeds', 'York', 'Hull']),
      column(320, 700, ['Votes', '12,000', '3,000', '1,000']),
    );
    expect((await linesOf(table)).join(' ')).toBe('Town Votes Leeds 12,000 York 3,000 Hull 1,000');
    const list = byRow(column(60, 700, ['1.', '2.', '3.', '4.']), column(90, 700, ONE));
    expect((await linesOf(list)).join(' ')).toBe(`1. ${ONE[0]} 2. ${ONE[1]} 3. ${ONE[2]} 4. ${ONE[3]}`);
  });
});

describe('of a PDF', () => {
  it('a drop cap belongs to its word', async () => {
    const text: PdfLine[] = [
      ['T', 60, 672, 42],
      ['he old pier of the town was', 90, 700, 11],
      ['closed on Monday evening by', 90, 686, 11],
      ['the council, which had', 90, 672, 11],
      ['heard of it.', 60, 658, 11],
      ['Then all went home to sleep.', 60, 630, 11],
    ];
    expect(await linesOf(text)).toEqual([
      'The old pier of the town was closed on Monday evening by the council, which had heard of it.',
      'Then all went home to sleep.',
    ]);
  });

  it('powers are powers and marks of notes no text', async () => {
    const text: PdfLine[] = [
      ['It covers 5 km', 60, 700, 11],
      ['2', 134, 704, 6],
      [' of sand.', 138, 700, 11],
      ['7', 180, 704, 6],
      ['Nobody has counted the birds of the bay.', 60, 686, 11],
    ];
    expect(await linesOf(text)).toEqual(['It covers 5 km² of sand. Nobody has counted the birds of the bay.']);
  });

  it('running heads of two pages and page numbers in words are furniture', async () => {
    const page = (n: number): PdfLine[] => [
      [n % 2 ? `The Gazette ${n}` : `${n} Monday`, 60, 815, 9],
      ...column(60, 700, n === 1 ? ONE : TWO),
      [`Page ${n} of 4`, 280, 25, 9],
    ];
    expect(await linesOf(page(1), page(2), page(3), page(4))).toEqual([said(ONE, TWO), said(TWO), said(TWO)]);
    const twice = (lines: readonly string[]): PdfLine[] => [
      ['The Daily Gazette', 60, 815, 9],
      ...column(60, 700, lines),
    ];
    expect(await linesOf(twice(ONE), twice(TWO))).toEqual([said(ONE, TWO)]);
  });
});
