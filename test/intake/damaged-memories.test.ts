import { escapeUTF8 } from 'entities/escape';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { readTbx } from '../../src/intake/glossaries/read-tbx.ts';
import { languageFromCode } from '../../src/intake/language-codes.ts';
import { memoryReader } from '../../src/intake/memories/memory-reader.ts';
import { readTmx, tmxReader } from '../../src/intake/memories/read-tmx.ts';
import { xmlDecoder } from '../../src/intake/xml/decode-pieces.ts';
import { xmlRepairer } from '../../src/intake/xml/repair-xml.ts';
import { english } from '../support/english.ts';
import fc from '../support/random-cases.ts';

const unit = (a: string, b: string) =>
  `<tu><tuv xml:lang="en"><seg>${a}</seg></tuv><tuv xml:lang="fr"><seg>${b}</seg></tuv></tu>\n`;
const tmx = (units: string) => `<tmx version="1.4">\n<header srclang="en"/>\n<body>\n${units}</body>\n</tmx>\n`;
const texts = (xml: string) => readTmx(xml, 'm.tmx').map(({ variants }) => variants.map(({ text }) => text));

function detailOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return english((error as Problem).detail);
  }
  return '';
}

describe('what is no XML but is meant clearly', () => {
  it('is read as it is meant, and counted', () => {
    const xml = tmx(
      unit('AT&T & Co &amp; Sons &#38; &#x26;', 'R&D<![CDATA[ & &amp; < ]]>&') +
        unit('a < b, c <5, d]]>', 'Caf&eacute;&nbsp;&LT;') +
        unit('x\u0001y\u001fz&#x1E;&#9;&#x20;', '<!-- a -- b -->Deux<!-- c -->.'),
    );
    const reader = tmxReader('m.tmx');
    expect(reader.write(xml).map(({ variants }) => variants.map(({ text }) => text))).toEqual([
      ['AT&T & Co & Sons & &', 'R&D & &amp; < &'],
      ['a < b, c <5, d]]>', 'Café\u00a0<'],
      ['xyz\t ', 'Deux.'],
    ]);
    expect([reader.end(), reader.repaired()]).toEqual([null, 13]);
  });

  it('is told wherever the file is cut in pieces', () => {
    const xml = tmx(
      `${unit('a & b', '<![CDATA[c & d]]> &lt;')}<!-- e & f -->${unit('g &amp; h&', '&eacute < &nbsp;')}`,
    );
    const whole = xmlRepairer();
    const expected = whole.write(xml) + whole.end();
    expect(expected).toContain('a &amp; b');
    expect(expected).toContain('<![CDATA[c & d]]> &lt;');
    expect(expected).not.toContain('e & f');
    expect(expected).toContain('g &amp; h&amp;</seg>');
    expect(expected).toContain('&amp;eacute &lt; \u00a0<');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
        const repairer = xmlRepairer();
        let mended = '';
        for (let at = 0, i = 0; at < xml.length; at += sizes[i++ % sizes.length]!) {
          mended += repairer.write(xml.slice(at, at + sizes[i % sizes.length]!));
        }
        expect(mended + repairer.end()).toBe(expected);
        expect(repairer.count()).toBe(whole.count());
      }),
    );
  });

  it('leaves what is XML as it is, whatever it says', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((raw) => raw.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (parts) => {
        const xml = tmx(
          parts.map((part) => unit(escapeUTF8(part), `<![CDATA[${part.replaceAll(']]>', '')}]]>`)).join(''),
        );
        const repairer = xmlRepairer();
        expect([repairer.write(xml) + repairer.end(), repairer.count()]).toEqual([xml, 0]);
      }),
    );
  });

  it('is not guessed where nobody can know', () => {
    expect(detailOf(() => texts(tmx(unit('a&nothing;b', 'c'))))).toBe('Line 4, column 38: undefined entity.');
    expect(detailOf(() => texts(tmx(`${unit('One.', 'Un.')}<!-- no end`)))).toMatch(/^Line 7, column \d+: un/u);
  });
});

describe('the encoding of a memory', () => {
  const decoded = (bytes: Uint8Array, size: number) => {
    const decoder = xmlDecoder();
    let text = '';
    for (let at = 0; at < bytes.length; at += size) text += decoder.write(bytes.subarray(at, at + size));
    return [text + decoder.end(), decoder.strays()];
  };
  const text = `<?xml version="1.0"?><a>${'é€😀ß '.repeat(60)}</a>`;

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-8 after white space', Buffer.from(`\n  ${text}`)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the high byte first', Buffer.from(text, 'utf16le').swap16()],
  ])('%s is read wherever it is cut', (_name, bytes) => {
    for (const size of [1, 2, 3, 5, 7, 64, 10_000]) expect(decoded(bytes, size)).toEqual([text, 0]);
  });

  it('that is mixed is read as UTF-8 and Windows-1252, and what was is counted', () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from('<b>d\xe9j\xe0 \x80\xe9</b>', 'latin1')]);
    for (const size of [1, 3, 64, 10_000]) expect(decoded(bytes, size)).toEqual([`${text}<b>déjà €é</b>`, 4]);
  });

  it('with half a letter is damage, with its place', () => {
    for (const bytes of [
      Buffer.concat([Buffer.from('<tmx>\n'), Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62])]),
      Buffer.from('\ufeff<tmx>\na\ud800b', 'utf16le'),
    ]) {
      const reader = memoryReader({ name: 'm.tmx' });
      reader.write(bytes);
      expect(english(reader.end().problem?.detail)).toBe('Line 2, column 2: disallowed character.');
    }
  });
});

describe('the languages of a memory', () => {
  it('are those of the first unit that has two', () => {
    const alone = '<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu><tu><tuv><seg>?</seg></tuv></tu>';
    const parts = (units: string, wanted = {}) => {
      const reader = memoryReader({ name: 'm.tmx', ...wanted });
      const read = [reader.write(Buffer.from(tmx(units))), reader.end()];
      return [read.at(-1)!.pair, read.reduce((sum, { rows }) => sum + (rows?.count ?? 0), 0)];
    };
    expect(parts(alone + unit('One.', 'Un.'))).toEqual([['en', 'fr'], 2]);
    expect(parts(alone, { from: 'en', to: 'fr' })).toEqual([['en', 'fr'], 1]);
    expect(() => parts(alone)).toThrow('The languages of m.tmx could not be detected. Its first unit names “en”.');
  });

  it.each([
    ['EN-US', 'en-US'],
    ['en_us', 'en-US'],
    ['eng', 'en'],
    ['English', 'en'],
    ['English (United Kingdom)', 'en-GB'],
    ['Portuguese (Brazil)', 'pt-BR'],
    ['ENU', 'en-US'],
    ['DEU', 'de'],
    ['zh_CN', 'zh-CN'],
    ['', 'und'],
    ['1033', 'und'],
    ['x-none', 'und'],
  ])('are known as %s', (code, tag) => {
    expect(languageFromCode(code)).toBe(tag);
  });
});

describe('a damaged unit', () => {
  const good = (i: number) => unit(`One ${i}.`, `Un ${i}.`);
  const damages = [
    '<tu><tuv xml:lang="en"><seg>x</tuv></tu>',
    '<tu><tuv xml:lang=en><seg>x</seg></tuv></tu>',
    '<tu><tuv xml:lang="en"><seg>a\0b</seg></tuv></tu>',
    '<tu><tuv xml:lang="en"><seg>a&nothing;b</seg></tuv></tu>',
    '<tu><tuv xml:lang="en"><seg><bpt i="1">never ended</seg></tuv>',
    '</body></tmx><tmx version="1.4"><body>',
  ];
  const read = (xml: string, size: number) => {
    const reader = tmxReader('m.tmx');
    const units = [];
    for (let at = 0; at < xml.length; at += size) units.push(...reader.write(xml.slice(at, at + size)));
    return {
      first: units.map(({ variants }) => variants[0]?.text),
      problem: reader.end(),
      restarts: reader.restarts(),
    };
  };

  it.each(damages)('is left out, and those behind it are read: %s', (damage) => {
    const xml = tmx(good(1) + damage + good(2) + good(3));
    for (const size of [1, 7, 100, 100_000]) {
      const { first, problem, restarts } = read(xml, size);
      expect([first, restarts]).toEqual([['One 1.', 'One 2.', 'One 3.'], 1]);
      expect(english(problem?.detail)).toMatch(/^Line 5, column \d+: /u);
    }
  });

  it('may be one of many, of which the first is told', () => {
    const all = Array.from({ length: 200 }, (_, i) => good(i) + (i % 10 === 9 ? damages[Math.floor(i / 10) % 3]! : ''));
    const { first, problem, restarts } = read(tmx(all.join('')), 5000);
    // Behind the last damage nothing is left to read.
    expect([first.length, restarts]).toEqual([200, 19]);
    expect(english(problem?.detail)).toMatch(/^Line 14, column \d+: /u);
  });

  it('ends the reading where there are too many, or where the file was made to do harm', () => {
    const { first, restarts } = read(tmx((good(1) + damages[0]!).repeat(2000)), 10_000);
    expect([first.length, restarts]).toEqual([1001, 1000]);
    const deep = read(tmx(`${good(1)}${'<tu>'.repeat(100)}${good(2)}`), 1000);
    expect([deep.first, deep.restarts]).toEqual([['One 1.'], 0]);
  });
});

describe('what is wrong with a memory is said with its place:', () => {
  it.each([
    ['a tag that nothing opened', tmx(`${unit('One.', 'Un.')}</x>`), 'Line 5, column 4: unexpected close tag.'],
    ['a file cut off', tmx(unit('One.', 'Un.')).slice(0, 90), /^Line 4, column \d+: unclosed tag: /u],
    [
      'entities of its own',
      '<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx/>',
      /^Line 1, column 32: It declares its own entities/u,
    ],
    ['another format', '<?xml version="1.0"?>\n<html/>', 'Line 2, column 7: Its root element is “html”.'],
    [
      'elements too deep',
      `${'<tmx>\n'.repeat(100)}`,
      /^Line 61, column 5: Its elements are nested more than 60 deep\./u,
    ],
    [
      'a tag without end',
      `<tmx>\n<tu a="${'a'.repeat(2_100_000)}">`,
      /^Line 1, column 5: One of its tags or comments/u,
    ],
    [
      'a segment without end',
      `<tmx><tu><tuv><seg>${'<ph/>a'.repeat(2_000_000)}`,
      /^Line 1, column \d+: One of its segments/u,
    ],
    ['a NUL', tmx(unit('One.\0', 'Un.')), 'Line 4, column 33: disallowed character.'],
  ])('%s', (_name, xml, detail) => {
    expect(detailOf(() => texts(xml))).toMatch(detail);
  });

  it('a glossary, too', () => {
    expect(detailOf(() => readTbx('<martif>\n<text></body>', 'g.tbx'))).toBe(
      'Line 2, column 13: unexpected close tag.',
    );
  });
});
