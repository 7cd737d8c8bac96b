import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import type { FileFormatName } from '../../../src/app/export/file-formats.ts';
import { importTable, isTable } from '../../../src/app/import/import-table.ts';
import { importTei } from '../../../src/app/import/import-tei.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import { readSheet } from '../../../src/intake/memories/read-sheet.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { bytes } from '../../support/chunks.ts';
import fc from '../../support/random-cases.ts';
import { app, body, confirm, exported, imported, tmx, tuv } from '../../support/round-trip.ts';

describe('a unit of TMX comes back', () => {
  const full = tmx(
    `<tu tuid="u-1" creationdate="20200101T101010Z" creationid="Ann" changedate="20210101T101010Z" changeid="Bob" usagecount="3" lastusagedate="20220101T000000Z"><note>first</note><note>second</note><prop type="client">C</prop><prop type="empty"></prop>${tuv('en', 'One  two.', ' creationid="Eve"', '<note>of en</note>')}${tuv('fr', 'Un\u00a0deux.', ' changedate="20200505T101010Z" changeid="Dan"', '<prop type="domain">D</prop>')}</tu>`,
  );

  it('with its name, dates, use, notes and properties where they stood', async () => {
    const { id, codes } = await imported('m.tmx', full);
    expect(codes).toEqual([]);
    const out = await exported(id, 'tmx');
    expect(out).toContain(
      '<tu tuid="u-1" creationdate="20200101T101010Z" creationid="Ann" changedate="20210101T101010Z" changeid="Bob" usagecount="3" lastusagedate="20220101T000000Z">',
    );
    expect(out).toContain('<note>first</note>\n      <note>second</note>');
    expect(out).toContain('<prop type="client">C</prop>\n      <prop type="empty"></prop>');
    expect(out).toContain(`${tuv('en', 'One  two.', ' creationid="Eve"', '<note>of en</note>')}\n`);
    expect(out).toContain(
      tuv('fr', 'Un\u00a0deux.', ' changedate="20200505T101010Z" changeid="Dan"', '<prop type="domain">D</prop>'),
    );
    const again = await imported('again.tmx', out);
    expect(body(await exported(again.id, 'tmx'))).toBe(body(out));
  });

  it('with who has changed the row since, and then with no other change', async () => {
    const { id } = await imported('m.tmx', full);
    await confirm(id, 0);
    const out = await exported(id, 'tmx');
    expect(out).toMatch(
      /<tu tuid="u-1" creationdate="20200101T101010Z" creationid="Ann" changedate="20[3-9]|202[3-9]/u,
    );
    expect(out).not.toContain('changeid="Dan"');
    expect(out).not.toContain('changeid="Bob"');
  });

  it('with a note of its own where somebody has written another', async () => {
    const { id } = await imported('m.tmx', full);
    const [bead] = (await readBitext(app.store.db, id)).beads;
    expect(bead?.note).toBe('first\nsecond\nof en');
    await editBitext(app, id, {
      clientId: randomUUID(),
      author: 'ann',
      operation: { action: 'setStatus', beads: [bead!.id], note: 'mine' },
    });
    expect((await exported(id, 'tmx')).match(/<note>.*?<\/note>/gu)).toEqual(['<note>mine</note>']);
  });

  it('in the paragraphs and documents that it came from', async () => {
    const props = (document: string, paragraph: number) =>
      `<prop type="x-document">${document}</prop><prop type="x-paragraph">${paragraph}</prop>`;
    const units = [
      ['A', 1],
      ['A', 3],
      ['A', 3],
      ['A', 4],
      ['B', 1],
    ] as const;
    const text = tmx(
      units
        .map(
          ([document, paragraph], i) =>
            `<tu>${props(document, paragraph)}${tuv('en', `One ${i}.`)}${tuv('fr', `Un ${i}.`)}</tu>`,
        )
        .join(''),
    );
    const { id } = await imported('m.tmx', text.replace('"other"', '"visavis"'));
    const { source, target } = await readBitext(app.store.db, id);
    for (const side of [source, target]) expect(side.map(({ paragraph }) => paragraph)).toEqual([0, 2, 2, 3, 4]);
    const places = [...(await exported(id, 'tmx')).matchAll(/x-(document|paragraph)">(\w+)/gu)].map(
      ([, , value]) => value,
    );
    expect(places.join(' ')).toBe('A 1 A 3 A 3 A 4 B 5');
  });
});

describe('what a format holds comes back', () => {
  const SPACES = fc.constantFrom(' ', '\u00a0', ' - ', '; ', '"');
  const text = fc
    .tuple(fc.stringMatching(/^[A-Z][a-zé]{0,6}$/u), SPACES, fc.stringMatching(/^[=a-z<&']{1,6}$/u))
    .map((parts) => parts.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const stamp = fc.constantFrom(
    '',
    ' creationdate="20200101T101010Z" creationid="Ann"',
    ' changedate="20210101T101010Z"',
  );
  const status = fc.constantFrom('', 'proposed', 'confirmed', 'flagged');
  const aUnit = fc
    .record({ source: text, target: text, stamp, status, isCoded: fc.boolean(), sure: fc.integer({ min: 0, max: 99 }) })
    .map(({ source, target, stamp: life, status: of, isCoded, sure }, i = 0) => {
      const props = `${of && `<prop type="x-status">${of}</prop>`}<prop type="x-confidence">0.${String(sure).padStart(2, '0')}</prop><prop type="client">C${i}</prop>`;
      const coded = (words: string) =>
        isCoded ? `<bpt i="1">&lt;b&gt;</bpt>${words}<ept i="1">&lt;/b&gt;</ept> <ph/>` : words;
      return `<tu tuid="u-${source.length}"${life}><note>n ${target}</note>${props}${tuv('en', coded(source))}${tuv('fr', coded(target))}</tu>`;
    });

  const write = async (id: number, format: FileFormatName) => {
    const chunks: Uint8Array[] = [];
    const file = await exportBitexts(app, { bitexts: [id], format, status: 'all', minConfidence: 0 });
    for await (const chunk of file.chunks) chunks.push(typeof chunk === 'string' ? bytes(chunk) : chunk);
    return new Uint8Array(Buffer.concat(chunks));
  };
  const said = async (format: FileFormatName, file: Uint8Array) =>
    format === 'xlsx' ? JSON.stringify((await readSheet(file, 'm.xlsx')).cells) : new TextDecoder().decode(file);

  it.each(['tmx', 'xliff', 'xliff2', 'csv', 'xlsx', 'tsv', 'jsonl', 'tei'] as const)('from %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(aUnit, { minLength: 1, maxLength: 4 }), async (units) => {
        const { id } = await imported('m.tmx', tmx(units.join('')), { from: 'en', to: 'fr' });
        const first = await write(id, format);
        const given = { title: 'm', from: 'en', to: 'fr' };
        const again = async () => {
          if (format === 'tei')
            return (await importTei(app, { ...given, alignment: { name: 'm.xml', bytes: first } }))[0]!;
          if (isTable(`m.${format}`))
            return (await importTable(app, { ...given, name: `m.${format}`, bytes: first })).id;
          return (await imported(format === 'tmx' ? 'm.tmx' : 'm.xlf', await said(format, first), given)).id;
        };
        expect(plain(await said(format, await write(await again(), format)))).toBe(plain(await said(format, first)));
      }),
      { numRuns: format === 'xlsx' ? 2 : 8 },
    );
  });

  /** Without what every file has anew: its date, and numbers that name things within it. */
  const plain = (file: string) => {
    const ids = new Map<string, string>();
    const place = (id: string) => ids.get(id) ?? ids.set(id, `n${ids.size}`).get(id)!;
    return file
      .replace(/ creationdate="[^"]*"\/>/u, '/>')
      .replace(/(?<=(?:<s id="|xtargets="|;)[\w ;]*)\b[st]\d+\b/gu, place);
  };
});

describe('a row that is only assumed to be confirmed', () => {
  const units = tmx(
    `<tu>${tuv('en', 'One.')}${tuv('fr', 'Un.')}</tu><tu>${tuv('en', 'Two.')}${tuv('fr', 'Deux.')}</tu>`,
  );
  const statuses = async (id: number, format: 'csv' | 'jsonl' | 'xliff2') =>
    (await exported(id, format)).match(/,yes|"assumed":true|visavis:assumed/gu)?.length ?? 0;

  it('is kept apart in every format that can, until somebody confirms it', async () => {
    const { id } = await imported('m.tmx', units);
    for (const format of ['csv', 'jsonl', 'xliff2'] as const) expect(await statuses(id, format)).toBe(2);
    const [first, second] = (await readBitext(app.store.db, id)).beads;
    const set = (of: Partial<{ status: 'confirmed'; note: string }>, beads: number[]) =>
      editBitext(app, id, { clientId: randomUUID(), author: 'ann', operation: { action: 'setStatus', beads, ...of } });
    // Who notes something has not confirmed the row.
    await set({ note: 'see Ann' }, [first!.id]);
    expect(await statuses(id, 'jsonl')).toBe(2);
    await set({ status: 'confirmed' }, [first!.id]);
    for (const format of ['csv', 'jsonl', 'xliff2'] as const) expect(await statuses(id, format)).toBe(1);
    await expect(set({ status: 'confirmed' }, [first!.id])).rejects.toThrow('No change needed.');
    await undoEdit(app, id, { clientId: randomUUID(), author: 'ann' });
    expect(await statuses(id, 'jsonl')).toBe(2);
    await set({ status: 'confirmed' }, [first!.id, second!.id]);
    expect(await statuses(id, 'jsonl')).toBe(0);
  });

  it('is one still if both rows that were merged into it are', async () => {
    const { id } = await imported('m.tmx', units);
    const beads = (await readBitext(app.store.db, id)).beads.map((bead) => bead.id);
    const merge = { action: 'mergeRun', beads } as const;
    await editBitext(app, id, { clientId: randomUUID(), author: 'ann', operation: merge });
    expect(await statuses(id, 'jsonl')).toBe(1);
    await undoEdit(app, id, { clientId: randomUUID(), author: 'ann' });
    expect(await statuses(id, 'jsonl')).toBe(2);
  });
});
