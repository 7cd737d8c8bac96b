import { describe, expect, it } from 'vitest';
import { createCodeBook } from '../../../src/core/bitext/inline/codes.ts';
import { readTbx } from '../../../src/intake/glossaries/read-tbx.ts';
import { tmxReader } from '../../../src/intake/memories/read-tmx.ts';
import { xliffReader } from '../../../src/intake/memories/read-xliff.ts';
import { english } from '../../support/english.ts';
import { READERS, segmentTexts } from '../../support/read-units.ts';

describe('other tools’ XLIFF', () => {
  it('is read by its marked segments, states and notes; proposals of others are not', () => {
    const xml = `<xliff version="1.2"><file source-language="en-US" target-language="fr"><body>
      <trans-unit id="1"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1"><g id="5">Two</g>.</mrk></seg-source>
      <target><mrk mtype="seg" mid="0">Un.</mrk> <mrk mtype="seg" mid="1"><g id="5">Deux</g>.</mrk></target><note>n</note></trans-unit>
      <trans-unit id="2" approved="yes"><source>Three</source><target state="translated">Trois</target><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>
      <trans-unit id="3"><source>Four</source></trans-unit>
      <trans-unit id="4" translate="no"><source>Five</source><target>Cinq</target></trans-unit></body></file></xliff>`;
    const book = createCodeBook();
    const units = READERS.xliff(xml, book);
    expect(segmentTexts(units).map(([, target]) => target?.replace(/[\u{f0000}-\u{10ffff}]/gu, '|'))).toEqual([
      'Un.',
      '|Deux|.',
      'Trois',
      '',
      'Cinq',
    ]);
    expect(units.map(({ status }) => status)).toEqual([undefined, undefined, 'confirmed', undefined, 'excluded']);
    expect(units[0]?.notes).toEqual(['n']);
  });

  it('is read in version 2 with its original data and escaped characters', () => {
    const xml = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f"><unit id="u">
      <originalData><data id="d1">&lt;i&gt;</data></originalData><segment state="final"><source>A <pc id="1" dataRefStart="d1">b</pc><cp hex="0041"/></source><target>C</target></segment>
      <segment><source>D</source></segment></unit></file></xliff>`;
    const book = createCodeBook();
    const units = READERS.xliff2(xml, book);
    expect(units).toHaveLength(2);
    expect([...book.codes.values()][0]).toMatchObject({ kind: 'open', element: 'pc', data: '<i>' });
    expect(units[0]?.variants[0]?.text.endsWith('A')).toBe(true);
  });
});

describe('hostile and damaged XML', () => {
  const readers = [tmxReader, xliffReader] as const;

  it.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><ROOT/>'],
    ['an entity bomb', `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "${'&a;'.repeat(100)}">]><ROOT>&b;</ROOT>`],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ROOT>&x;</ROOT>'],
    ['a million elements within each other', `<ROOT>${'<a>'.repeat(1_000_000)}`],
    ['a NUL', '<ROOT>\0</ROOT>'],
    ['a lone surrogate', '<ROOT><body>&#xD800;</body></ROOT>'],
    ['another root', '<html><body/></html>'],
    ['nothing', ''],
  ])('with %s is refused within its first thousand characters, saying why', (_name, xml) => {
    for (const [reader, root] of [
      [readers[0], 'tmx'],
      [readers[1], 'xliff'],
    ] as const) {
      const reading = reader('a.xml');
      reading.write(xml.replaceAll('ROOT', root));
      const problem = reading.end();
      expect(problem?.code).toBe('unreadable-file');
      const [, column, reason] = /^Line 1, column (\d+): (.+)$/su.exec(english(problem?.detail)) ?? [];
      expect(Number(column)).toBeLessThan(1000);
      expect(reason).toBeTruthy();
    }
  });

  it('with an attribute that does not end is refused long before its end', () => {
    for (const [reader, root] of [
      [tmxReader('a.tmx'), 'tmx'],
      [xliffReader('a.xlf'), 'xliff'],
    ] as const) {
      reader.write(`<${root} x="`);
      for (let i = 0; i < 5; i += 1) reader.write('a'.repeat(1_000_000));
      expect(english(reader.end()?.detail)).toContain('two million');
    }
    expect(() => readTbx(`<tbx x="${'a'.repeat(7_000_000)}`, 'a.tbx')).toThrow('two million');
  });

  it('is read up to where it breaks, and the place is said', () => {
    const reader = xliffReader('a.xlf');
    const units = reader.write(
      '<xliff version="1.2"><file source-language="en" target-language="fr"><body>\n<trans-unit id="1"><source>One</source><target>Un</target></trans-unit>\n<trans-unit><source>Tw</sorce>',
    );
    expect(units).toHaveLength(1);
    expect(english(reader.end()?.detail)).toBe('Line 3, column 30: unexpected close tag.');
  });
});
