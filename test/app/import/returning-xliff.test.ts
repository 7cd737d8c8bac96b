import { describe, expect, it } from 'vitest';
import { createCodeBook } from '../../../src/core/bitext/inline/codes.ts';
import { content12, namedParts } from '../../../src/core/formats/xliff-codes.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { app, confirm, exported, imported, rows, tmx, tuv, unit, xliff } from '../../support/round-trip.ts';

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
