import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { ampersandMender } from '../../src/intake/bare-ampersands.ts';
import { readTbx } from '../../src/intake/read-tbx.ts';
import { readTmx, tmxReader } from '../../src/intake/read-tmx.ts';

const unit = (a: string, b: string) =>
  `<tu><tuv xml:lang="en"><seg>${a}</seg></tuv><tuv xml:lang="fr"><seg>${b}</seg></tuv></tu>\n`;
const tmx = (units: string) => `<tmx version="1.4">\n<header srclang="en"/>\n<body>\n${units}</body>\n</tmx>\n`;
const texts = (xml: string) => readTmx(xml, 'm.tmx').map(({ variants }) => variants.map(({ text }) => text));

function detailOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Problem).detail;
  }
  return '';
}

describe('an ampersand that is no XML', () => {
  it('is read as itself, and counted', () => {
    const xml = tmx(unit('AT&T & Co &amp; Sons &#38; &#x26;', 'R&D<![CDATA[ & &amp; ]]>&') + unit('Two.', 'Deux.'));
    const reader = tmxReader('m.tmx');
    expect(reader.write(xml).map(({ variants }) => variants.map(({ text }) => text))).toEqual([
      ['AT&T & Co & Sons & &', 'R&D & &amp; &'],
      ['Two.', 'Deux.'],
    ]);
    expect([reader.end(), reader.mended()]).toEqual([null, 4]);
  });

  it('is told wherever the file is cut in pieces', () => {
    const xml = tmx(`${unit('a & b', '<![CDATA[c & d]]> &lt;')}<!-- e & f -->${unit('g &amp; h&', '&eacute')}`);
    const whole = ampersandMender();
    const expected = whole.write(xml) + whole.end();
    expect(expected).toContain('a &amp; b');
    expect(expected).toContain('<![CDATA[c & d]]> &lt;');
    expect(expected).toContain('<!-- e & f -->');
    expect(expected).toContain('g &amp; h&amp;</seg>');
    expect(expected).toContain('&amp;eacute<');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
        const mender = ampersandMender();
        let mended = '';
        for (let at = 0, i = 0; at < xml.length; at += sizes[i++ % sizes.length]!) {
          mended += mender.write(xml.slice(at, at + sizes[i % sizes.length]!));
        }
        expect(mended + mender.end()).toBe(expected);
        expect(mender.count()).toBe(whole.count());
      }),
    );
  });

  it('leaves references that are none of XML’s to be refused', () => {
    expect(detailOf(() => texts(tmx(unit('a&nbsp;b', 'c'))))).toBe('Line 4, column 35: undefined entity.');
  });
});

describe('what is wrong with a memory is said with its place:', () => {
  it.each([
    ['a tag that nothing opened', tmx(`${unit('One.', 'Un.')}</x>`), 'Line 5, column 4: unexpected close tag.'],
    ['a file cut off', tmx(unit('One.', 'Un.')).slice(0, 90), /^Line 4, column \d+: unclosed tag: /u],
    ['entities of its own', '<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx/>', /^Line 1, column 32: It declares entities/u],
    ['another format', '<?xml version="1.0"?>\n<html/>', 'Line 2, column 7: Its outermost element is “html”.'],
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
    ['a control character', tmx(unit('One.\u0001', 'Un.')), 'Line 4, column 33: disallowed character.'],
  ])('%s', (_name, xml, detail) => {
    expect(detailOf(() => texts(xml))).toMatch(detail);
  });

  it('a glossary, too', () => {
    expect(detailOf(() => readTbx('<martif>\n<text></body>', 'g.tbx'))).toBe(
      'Line 2, column 13: unexpected close tag.',
    );
  });
});
