import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bitext } from '../../../src/core/bitext/bitext.ts';
import {
  createCodeBook,
  type InlineCode,
  type InlineCodes,
  pairedParts,
} from '../../../src/core/bitext/inline/codes.ts';
import type { FormatName } from '../../../src/core/formats/format.ts';
import { FORMATS } from '../../../src/core/formats/index.ts';
import { createLeftOut } from '../../../src/intake/memories/left-out.ts';
import { parseLadder } from '../../../src/intake/memories/read-ladder.ts';
import { cellsOf, cellsOfJsonLines, unitColumns } from '../../../src/intake/memories/read-unit-table.ts';
import { bitextOf } from '../../support/bitexts.ts';
import fc from '../../support/random-cases.ts';
import { READERS, segmentTexts } from '../../support/read-units.ts';

async function written(format: FormatName, bitext: Bitext, codes?: InlineCodes): Promise<string> {
  async function* documents() {
    yield codes ? { title: 'T', bitext, codes } : { title: 'T', bitext };
  }
  let text = '';
  const options = { status: 'all' as const, minConfidence: 0, sourceLanguage: 'en', now: '2026-03-04T05:06:07.890Z' };
  for await (const chunk of FORMATS[format].write(documents(), options)) text += chunk;
  return text;
}

function withTexts(pairs: readonly (readonly [string, string])[]): Bitext {
  const bitext = bitextOf(pairs.map(() => '1-1').join(' '));
  const texts = (side: 0 | 1) => (segment: Bitext['source'][number], i: number) => ({
    ...segment,
    text: pairs[i]![side],
  });
  return { ...bitext, source: bitext.source.map(texts(0)), target: bitext.target.map(texts(1)) };
}

/** Everything that Unicode has and XML 1.0 can hold, white space among it. */
const anyText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 30 })
  .map((text) =>
    text.replace(
      /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}|[\u{f0000}-\u{10ffff}]/gu,
      (char) => SPACES[char.codePointAt(0)! % SPACES.length]!,
    ),
  )
  .filter((text) => text.trim() !== '');

/** What white space there is in texts, in runs, too. */
const SPACES = [' ', '  ', '\t', '\n', '\r\n', '\u2003', '\u3000', '\u2028', '\u00a0', '\u202f', '\u200b'];

/** A text as a format has it: TMX without white space at the ends, TSV without what parts its cells and lines. */
function inFormat(text: string, format: keyof typeof READERS): string {
  if (format === 'tmx') return text.trim();
  return format === 'tsv' ? text.replace(/[\t\r\n\u2028\u2029\v\f]+/gu, ' ') : text;
}

describe.each(['tmx', 'xliff', 'xliff2', 'csv', 'tsv', 'jsonl'] as const)('%s', (format) => {
  it('is the same after writing and reading, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 }), async (pairs) => {
        // A first row that reads like a header is one.
        fc.pre(format !== 'tsv' || !/^[a-z]{2,3}$/iu.test(pairs[0]![0]));
        const back = segmentTexts(READERS[format](await written(format, withTexts(pairs))));
        expect(back).toEqual(pairs.map((pair) => pair.map((text) => inFormat(text, format))));
      }),
      { numRuns: 200 },
    );
  });
});

/** What a text with codes says, whatever the elements are called. */
function saying(text: string, codes: InlineCodes): unknown[] {
  return pairedParts(text, codes).map((part) =>
    typeof part === 'string'
      ? part
      : [
          part.paired ? part.code.kind : `lone ${part.code.kind === 'alone' ? 'alone' : 'half'}`,
          part.number,
          part.code.data,
        ],
  );
}

describe('inline codes', () => {
  const bold: InlineCode = { kind: 'open', element: 'bpt', pair: '1', data: '<b>', attributes: {} };
  const bolder: InlineCode = { kind: 'close', element: 'ept', pair: '1', data: '</b>', attributes: {} };
  const hole: InlineCode = { kind: 'alone', element: 'ph', pair: '', data: '{0}', attributes: {} };

  it.each(['tmx', 'xliff', 'xliff2'] as const)('come back from %s, in pairs and alone', async (format) => {
    const book = createCodeBook();
    const [open, close, alone] = [bold, bolder, hole].map((code) => book.charFor(code)!);
    const texts: [string, string][] = [
      [`A ${open}b${close} c${alone}.`, `${open}x${close}${alone}`],
      [`${open}${open}nested${close}${close}`, `y${alone}`],
    ];
    const file = await written(format, withTexts(texts), book.codes);
    const again = createCodeBook();
    const back = segmentTexts(READERS[format](file, again));
    expect(back.map((pair) => pair.map((text) => saying(text, again.codes)))).toEqual(
      texts.map((pair) => pair.map((text) => saying(text, book.codes))),
    );
  });

  it('that have lost their other half become isolated tags', async () => {
    const book = createCodeBook();
    const open = book.charFor(bold)!;
    const bitext = withTexts([[`A ${open}b`, 'c']]);
    expect(await written('tmx', bitext, book.codes)).toContain('<it pos="begin">&lt;b&gt;</it>');
    expect(await written('xliff', bitext, book.codes)).toContain('<it id="1" pos="open">&lt;b&gt;</it>');
    expect(await written('xliff2', bitext, book.codes)).toContain('<sc id="1" isolated="yes"');
  });
});

describe('a ladder', () => {
  it('leads back to the beads it was written of', async () => {
    const text = await written('ladder', bitextOf('1-1 2-1 1-0 0-1 1-2'));
    expect(
      parseLadder(text, 'a')
        .map(([s, t]) => `${s.length}-${t.length}`)
        .join(' '),
    ).toBe('1-1 2-1 1-0 0-1 1-2');
    expect(() => parseLadder('1\tx\t0', 'a')).toThrow('line 1: not a rung');
  });

  it('puts rows that cross into one rung', async () => {
    const bitext = bitextOf('1-1 1-1 1-1');
    const [a, b] = [bitext.beads[0]!.target, bitext.beads[1]!.target];
    const crossing = {
      ...bitext,
      beads: bitext.beads.map((bead, i) => ({ ...bead, target: [b, a, bead.target][i]! })),
    };
    expect(parseLadder(await written('ladder', crossing), 'a').map(([s, t]) => `${s.length}-${t.length}`)).toEqual([
      '2-2',
      '1-1',
    ]);
  });
});

describe('tables', () => {
  it('protect spreadsheets from formulas, and come back as they were', async () => {
    const file = await written(
      'csv',
      withTexts([
        ['=1+1', "@x, 'y'"],
        ["'=a", '-b'],
      ]),
    );
    expect(file).toContain(",'=1+1,");
    expect(segmentTexts(READERS.csv(file))).toEqual([
      ['=1+1', "@x, 'y'"],
      ["'=a", '-b'],
    ]);
  });

  it('are known by their header, and refused with the line where they are none', () => {
    const cells = cellsOf('English;French\na;b\n', 'a.csv');
    expect(cells).toEqual([
      ['English', 'French'],
      ['a', 'b'],
    ]);
    expect(unitColumns(cells, 'a.csv')).toEqual({ headed: true, from: 'en', to: 'fr', columns: ['source', 'target'] });
    expect(unitColumns([['Source', 'Traduction', 'Statut']], 'a.csv').columns).toEqual(['source', 'target', 'status']);
    expect(() => unitColumns([['one column']], 'a.csv')).toThrow('not have two columns');
    const lines = (text: string) => cellsOfJsonLines(text, 'a.jsonl', createLeftOut());
    expect(() => lines('{"source":"a","target":"b"}\n{"x":1}')).toThrow('line 2');
    expect(lines('{"source":["一。","二"],"target":["One.","Two"],"confidence":0.5}')[1]).toEqual([
      '一。二',
      'One. Two',
      '',
      '0.5',
      '',
      '',
    ]);
  });
});

const translateToolkit = existsSync('/usr/lib/python3/dist-packages/translate');

describe.skipIf(!translateToolkit)('translate-toolkit, where it is installed', () => {
  it('reads our TMX and XLIFF 1.2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
    try {
      const bitext = withTexts([
        ['One & two', 'Un et deux'],
        ['Three', 'Trois'],
      ]);
      for (const [format, module] of [
        ['tmx', 'tmx.tmxfile'],
        ['xliff', 'xliff.xlifffile'],
      ] as const) {
        const file = join(folder, `a.${format}`);
        writeFileSync(file, await written(format, bitext));
        const script = `from translate.storage import ${module.split('.')[0]}\nfor u in ${module}.parsefile('${file}').units:\n  print(u.source + '|' + u.target)`;
        const out = execFileSync('/usr/bin/python3', ['-c', script], { encoding: 'utf8' });
        expect(out).toBe('One & two|Un et deux\nThree|Trois\n');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
