import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import type { FileFormatName } from '../../../src/app/export/file-formats.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { importTable, isTable } from '../../../src/app/import/import-table.ts';
import { importTei } from '../../../src/app/import/import-tei.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import { rowsOf } from '../../../src/core/bitext/bitext.ts';
import { createCodeBook } from '../../../src/core/bitext/codes.ts';
import { content12, namedParts } from '../../../src/core/formats/xliff-codes.ts';
import { inEnglish } from '../../../src/core/translator.ts';
import { readSheet } from '../../../src/intake/memories/read-sheet.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { openTestApp } from '../../support/app.ts';
import { bytes } from '../../support/chunks.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function imported(name: string, text: string, languages: { from?: string; to?: string } = {}) {
  async function* pieces() {
    yield bytes(text);
  }
  const { id, findings } = await importMemory(app, { name, pieces: pieces(), ...languages });
  return { id, codes: findings.map(({ code }) => code), messages: findings.map(({ message }) => inEnglish(message)) };
}

async function exported(id: number, format: FileFormatName): Promise<string> {
  let text = '';
  const file = await exportBitexts(app, { bitexts: [id], format, status: 'all', minConfidence: 0 });
  for await (const chunk of file.chunks) text += chunk;
  return text;
}

const body = (xml: string) => xml.replace(/^[\s\S]*<body>/u, '');

const rows = async (id: number) =>
  rowsOf(await readBitext(app.store.db, id)).map(
    ({ bead, segments }) =>
      `${bead.status}: ${segments.source.map(({ text }) => text).join('+')} = ${segments.target.map(({ text }) => text).join('+')}`,
  );

const confirm = async (id: number, place: number) => {
  const bead = (await readBitext(app.store.db, id)).beads[place]!.id;
  await editBitext(app, id, {
    clientId: randomUUID(),
    author: 'ann',
    operation: { action: 'setStatus', beads: [bead], status: 'confirmed' },
  });
};

const tmx = (units: string) =>
  `<tmx version="1.4"><header creationtool="other" srclang="en"/><body>${units}</body></tmx>`;
const tuv = (language: string, text: string, more = '', about = '') =>
  `<tuv xml:lang="${language}"${more}>${about}<seg>${text}</seg></tuv>`;
const xliff = (units: string, languages = 'source-language="en" target-language="fr"') =>
  `<xliff version="1.2"><file original="a" ${languages} datatype="plaintext"><body>${units}</body></file></xliff>`;
const unit = (id: string, target: string, more = '') =>
  `<trans-unit id="${id}"${more}><source>One ${id}.</source>${target}</trans-unit>`;

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
    const chunks: (string | Uint8Array)[] = [];
    const file = await exportBitexts(app, { bitexts: [id], format, status: 'all', minConfidence: 0 });
    for await (const chunk of file.chunks) chunks.push(chunk);
    return typeof chunks[0] === 'string' ? bytes(chunks.join('')) : (chunks[0] ?? bytes(''));
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

describe('codes of XLIFF that wrap text', () => {
  const sides = (xml: string) =>
    xml
      .match(/<(?:source|seg|target)\b[^>]*>.*?<\/(?:source|seg|target)>/gu)
      ?.map((side) => side.replace(/<target[^>]*>/u, '<target>'));

  it('come back as they were, in pairs within pairs, and across each other', async () => {
    const text =
      '<source>A <g id="1" ctype="bold">b<x id="2" ctype="x-foo"/> <g id="5">c</g></g> d</source><target>E <g id="5">f</g><bx id="7"/>g<g id="1" ctype="bold">h<ex id="7"/></g></target>';
    const { id } = await imported('a.xlf', xliff(`<trans-unit id="1">${text}</trans-unit>`));
    expect(sides(await exported(id, 'xliff'))?.join('')).toBe(text);
    expect(sides(await exported(id, 'xliff2'))?.[0]).toBe(
      '<source>A <pc id="1">b<ph id="2"/> <pc id="5">c</pc></pc> d</source>',
    );
    expect(sides(await exported(id, 'tmx'))?.[0]).toBe(
      '<seg>A <bpt i="1" type="bold"></bpt>b<ph type="x-foo"></ph> <bpt i="3"></bpt>c<ept i="3"></ept><ept i="1"></ept> d</seg>',
    );
  });

  it('of version 2 with their original data and what they say of themselves', async () => {
    const pair = 'dataRefStart="d1" dataRefEnd="d2" type="fmt" canCopy="no" dispStart="[" dispEnd="]" subType="xlf:b"';
    const text = `<source>A <pc id="1" ${pair}>b <ph id="3" type="ui" disp="x"/></pc> c</source><target>D <sc id="4"/><pc id="1" ${pair}>e<ec startRef="4"/></pc></target>`;
    const { id } = await imported(
      'a.xlf',
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u"><originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData><segment state="final">${text}</segment></unit></file></xliff>`,
    );
    expect(sides(await exported(id, 'xliff2'))?.join('')).toBe(text);
    // In version 1.2 an element that wraps text has no room for the original data.
    expect(sides(await exported(id, 'xliff'))?.[0]).toBe(
      '<source>A <bpt id="1">&lt;b&gt;</bpt>b <x id="3"/><ept id="1">&lt;/b&gt;</ept> c</source>',
    );
  });

  it('that open one way round and close the other are written apart', async () => {
    const book = createCodeBook();
    const half = (kind: 'open' | 'close', pair: string) =>
      book.charFor({ kind, element: 'g', pair, data: '', attributes: {} })!;
    const crossed = `${half('open', '1')}a${half('open', '2')}b${half('close', '1')}c${half('close', '2')}`;
    const [parts] = namedParts([crossed], book.codes);
    expect(content12(parts!)).toBe('<bx id="1"/>a<g id="2">b<ex id="1"/>c</g>');
  });
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

describe('texts of a unit in one language', () => {
  it('become rows, the source again with each', async () => {
    const { id, codes } = await imported(
      'm.tmx',
      tmx(`<tu>${tuv('en', 'Hello.')}${tuv('fr', 'Bonjour.')}${tuv('fr', 'Salut.')}</tu>`),
    );
    expect(await rows(id)).toEqual(['confirmed: Hello. = Bonjour.', 'confirmed: Hello. = Salut.']);
    expect(codes).toEqual(['variants-as-rows']);
  });

  it('of another script or variety are named, and never the source itself', async () => {
    const text = tmx(
      `<tu>${tuv('en-US', 'Color.')}${tuv('zh-TW', '顏色')}</tu><tu>${tuv('en-US', 'Honor.')}${tuv('zh-CN', '荣誉')}</tu>`,
    );
    const { id, messages } = await imported('m.tmx', text, { from: 'en', to: 'zh-Hans' });
    expect(await rows(id)).toEqual(['proposed: Color. = ', 'confirmed: Honor. = 荣誉']);
    expect(messages[0]).toContain('zh-TW');
    await expect(imported('m.tmx', text, { from: 'en', to: 'fr' })).rejects.toMatchObject({
      message: /m.tmx has no unit in these two languages. Wanted: en, fr. The file also has zh-TW, zh-CN./u,
    });
    await expect(imported('m.tmx', text, { from: 'en', to: 'en' })).rejects.toThrow('are in one language');
  });

  it('are told apart by their varieties where a memory has no other language', async () => {
    const text = tmx(`<tu>${tuv('en-US', 'Color.')}</tu><tu>${tuv('en-US', 'Honor.')}${tuv('en-GB', 'Honour.')}</tu>`);
    const { id } = await imported('m.tmx', text);
    expect(await rows(id)).toEqual(['proposed: Color. = ', 'confirmed: Honor. = Honour.']);
  });
});

describe('languages that an XLIFF leaves out', () => {
  it('are those that are named, and nothing is dropped', async () => {
    const text = xliff(unit('1', '<target>Un.</target>'), 'source-language="en"');
    await expect(imported('a.xlf', text)).rejects.toThrow('The languages of a.xlf could not be detected.');
    const { id } = await imported('a.xlf', text, { to: 'fr' });
    expect(await rows(id)).toEqual(['confirmed: One 1. = Un.']);
  });

  it('that names one for both sides is refused', async () => {
    const text = xliff(unit('1', '<target>Un.</target>'), 'source-language="en" target-language="en"');
    await expect(imported('a.xlf', text)).rejects.toThrow('Source and translation of a.xlf are in one language.');
  });

  it('of one file are not those of the next', async () => {
    const text =
      xliff(unit('1', '<target>Un.</target>')).replace('</xliff>', '') +
      xliff(unit('2', '<target>Zwei.</target>'), 'source-language="en" target-language="de"').replace(
        /^<xliff[^>]*>/u,
        '',
      );
    const { id, messages } = await imported('a.xlf', text);
    expect(await rows(id)).toEqual(['confirmed: One 1. = Un.', 'proposed: One 2. = ']);
    expect(messages).toEqual([expect.stringContaining(': de.'), 'Left out, having no place here: file (1).']);
  });
});

describe('a state of XLIFF', () => {
  const states = (xml: string) =>
    [...xml.matchAll(/<(?:trans-unit|unit) id="([^"]*)"([^>]*)>[\s\S]*?(?:<(?:target|segment)([^>]*)>)/gu)].map(
      ([, id, unitMarks, marks]) => `${id}:${unitMarks}${marks}`,
    );

  it('comes back as it was, and is approved only where it was or a person has confirmed the row', async () => {
    const text = xliff(
      [
        unit('a', '<target>Un.</target>'),
        unit('b', '<target state="signed-off">Un.</target>', ' approved="yes"'),
        unit('c', '<target state="translated" state-qualifier="mt-suggestion">Un.</target>'),
        unit('d', '<target state="new">Un.</target>'),
        unit('e', '<target state="needs-review-l10n">Un.</target>', ' approved="no"'),
        unit('f', '<target state="purple">Un.</target>'),
        unit('g', '<target state="x-mine">Un.</target>', ' translate="no"'),
      ].join(''),
    );
    const { id } = await imported('a.xlf', text);
    expect(states(await exported(id, 'xliff'))).toEqual([
      'a:',
      'b: approved="yes" state="signed-off"',
      'c: state="translated" state-qualifier="mt-suggestion"',
      'd: state="new"',
      'e: approved="no" state="needs-review-l10n"',
      'f: state="translated"',
      'g: translate="no" state="x-mine"',
    ]);
    expect(states(await exported(id, 'xliff2'))).toEqual([
      'a: state="translated" subState="visavis:assumed"',
      'b: state="final"',
      'c: state="translated"',
      'd: state="initial"',
      'e: state="translated" subState="visavis:flagged"',
      'f: state="translated"',
      'g: translate="no" state="translated"',
    ]);
    for (const place of [0, 3]) await confirm(id, place);
    const confirmed = states(await exported(id, 'xliff'));
    expect([confirmed[0], confirmed[3]]).toEqual([
      'a: approved="yes" state="final"',
      'd: approved="yes" state="final"',
    ]);
    for (const format of ['xliff', 'xliff2', 'tmx'] as const) {
      const back = await imported(`back.${format === 'tmx' ? 'tmx' : 'xlf'}`, await exported(id, format));
      const left = format === 'tmx' ? 6 : 7;
      expect(await rows(back.id), format).toEqual((await rows(id)).slice(0, left));
    }
  });

  it('of version 2 comes back as it was', async () => {
    const segment = (id: string, marks: string) =>
      `<unit id="${id}"><segment${marks}><source>One.</source><target>Un.</target></segment></unit>`;
    const text = `<xliff version="2.1" srcLang="en" trgLang="fr"><file id="f">${segment('a', '')}${segment('b', ' state="reviewed" subState="t:x"')}${segment('c', ' state="final"')}</file></xliff>`;
    const { id } = await imported('a.xlf', text);
    expect(await rows(id)).toEqual(['proposed: One. = Un.', 'confirmed: One. = Un.', 'confirmed: One. = Un.']);
    expect(states(await exported(id, 'xliff2'))).toEqual([
      'a: state="initial"',
      'b: state="reviewed" subState="t:x"',
      'c: state="final"',
    ]);
    expect(states(await exported(id, 'xliff'))).toEqual([
      'a: state="needs-translation"',
      'b: approved="yes" state="final"',
      'c: approved="yes" state="final"',
    ]);
  });

  it('is not confirmed where one side is codes alone, and is named', async () => {
    const text = xliff(unit('1', '<target state="final"><x id="1"/> <x id="2"/></target>', ' approved="yes"'));
    const { id, codes } = await imported('a.xlf', text);
    expect((await readBitext(app.store.db, id)).beads.map(({ status }) => status)).toEqual(['proposed']);
    expect(codes).toEqual(['confirmed-without-text']);
    const out = await exported(id, 'xliff');
    expect(out).not.toContain('approved="yes"');
    expect(await exported(id, 'tmx')).not.toContain('<tu');
  });

  it('that was only assumed is assumed again behind other formats', async () => {
    const { id } = await imported('m.tmx', tmx(`<tu>${tuv('en', 'One.')}${tuv('fr', 'Un.')}</tu>`));
    const back = await imported('b.tmx', await exported(id, 'tmx'));
    expect(await exported(back.id, 'xliff')).not.toContain('approved');
    const third = await imported('c.xlf', await exported(back.id, 'xliff2'));
    expect(await exported(third.id, 'xliff')).not.toContain('approved');
    expect(await rows(third.id)).toEqual(['confirmed: One. = Un.']);
  });
});

describe('codes of XLIFF', () => {
  it('keep their names and what they are, in whatever order the sides have them', async () => {
    const text = xliff(
      '<trans-unit id="1"><source><g id="g7" ctype="bold">A</g><x id="x2" ctype="lb" equiv-text="&#10;"/><ph id="p">&lt;p&gt;</ph></source><target><ph id="p">&lt;p&gt;</ph><x id="x2" ctype="lb" equiv-text="&#10;"/><g id="g7" ctype="bold">B</g></target></trans-unit>',
    );
    const { id } = await imported('a.xlf', text);
    const out = await exported(id, 'xliff');
    expect(out).toContain(
      '<source><g id="g7" ctype="bold">A</g><x id="x2" ctype="lb" equiv-text="&#10;"/><ph id="p">&lt;p&gt;</ph></source>',
    );
    expect(out).toContain(
      '>&lt;p&gt;</ph><x id="x2" ctype="lb" equiv-text="&#10;"/><g id="g7" ctype="bold">B</g></target>',
    );
  });
});

describe('a table', () => {
  it('says its statuses in other words, and what it does not know is named', async () => {
    const text =
      'source,target,status,confidence,id\nOne,Un,approved,0.5,1\nTwo,Deux,Draft,,2\nThree,Trois,lila,7,3\nFour,Quatre,,,4\n';
    const { id, findings } = await importTable(app, { name: 'a.csv', bytes: bytes(text), from: 'en', to: 'fr' });
    expect(await rows(id)).toEqual([
      'confirmed: One = Un',
      'proposed: Two = Deux',
      'proposed: Three = Trois',
      'confirmed: Four = Quatre',
    ]);
    expect(findings.map(({ message }) => inEnglish(message))).toEqual([
      'Left out, having no place here: column “id” (4), status “lila” (1) and confidence “7” (1).',
    ]);
  });
});

describe('letters', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '字', '١', ' ', '-', '\n'), maxLength: 8 });
  const language = fc.constantFrom('en', 'en-US', 'fr', 'de', '');

  it('are all stored or named, whatever a memory holds', { timeout: 60_000 }, async () => {
    const variant = fc.tuple(language, text).map(([tag, words]) => tuv(tag, words, '', `<note>${words}</note>`));
    const units = fc.array(
      fc.array(variant, { maxLength: 4 }).map((some) => `<tu><prop type="p">x</prop>${some.join('')}</tu>`),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(units, async (some) => {
        const { codes } = await imported(
          'm.tmx',
          tmx(`${some.join('')}<tu>${tuv('en', 'One')}${tuv('fr', 'Un')}</tu>`),
          { from: 'en', to: 'fr' },
        );
        expect(codes).not.toContain('letters-missing');
      }),
      { numRuns: 60 },
    );
  });
});
