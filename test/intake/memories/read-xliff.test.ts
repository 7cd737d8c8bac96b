import { describe, expect, it } from 'vitest';
import { createCodeBook } from '../../../src/core/bitext/inline/codes.ts';
import { xliffReader } from '../../../src/intake/memories/read-xliff.ts';
import type { TranslationUnit } from '../../../src/intake/memories/units.ts';

const file12 = (units: string, languages = 'source-language="en" target-language="fr"') =>
  `<xliff version="1.2" xmlns:s="urn:s"><file original="a" ${languages} datatype="plaintext"><body>${units}</body></file></xliff>`;
const file2 = (units: string) => `<xliff version="2.1" srcLang="en" trgLang="fr"><file id="f">${units}</file></xliff>`;

/** Reads a file as a whole; codes are shown as “{”, “}” and “|”. */
function read(xml: string) {
  const book = createCodeBook();
  const reader = xliffReader('a.xlf', book.charFor);
  const units = reader.write(xml);
  expect(reader.end()).toBeNull();
  const marks = { open: '{', close: '}', alone: '|' };
  const shown = (text: string) =>
    [...text].map((char) => (book.codes.has(char) ? marks[book.codes.get(char)!.kind] : char)).join('');
  const texts = units.map(({ variants }) => variants.map(({ text }) => shown(text)));
  return { units, texts, leftOut: Object.fromEntries(reader.leftOut()), letters: reader.letters(), codes: book.codes };
}

const statuses = (units: readonly TranslationUnit[]) => units.map(({ status }) => status);

describe('the status of a unit of XLIFF 1.2', () => {
  it.each([
    ['', '', undefined],
    [' approved="yes"', '', 'confirmed'],
    [' approved="no"', '', 'proposed'],
    ['', ' state="final"', 'confirmed'],
    ['', ' state="signed-off"', 'confirmed'],
    ['', ' state="translated"', 'proposed'],
    ['', ' state="new"', 'proposed'],
    ['', ' state="needs-translation"', 'proposed'],
    ['', ' state="needs-review-translation"', 'flagged'],
    [' approved="yes"', ' state="needs-adaptation"', 'proposed'],
    ['', ' state-qualifier="mt-suggestion"', 'proposed'],
    ['', ' state-qualifier="exact-match"', 'proposed'],
    ['', ' state="final" state-qualifier="leveraged-mt"', 'proposed'],
    [' approved="yes"', ' state="final" state-qualifier="mt-suggestion"', 'confirmed'],
    ['', ' state="translated" state-qualifier="rejected-grammar"', 'flagged'],
    [' translate="no"', '', 'excluded'],
    [' s:status="ManuallyConfirmed"', '', 'confirmed'],
    [' s:status="Pretranslated"', '', 'proposed'],
    [' s:status="Rejected"', '', 'flagged'],
    [' s:status="NotStarted"', '', 'proposed'],
    [' s:confirmed="1"', '', 'confirmed'],
    [' s:confirmed="0"', '', 'proposed'],
  ] as const)('%s%s: %s', (unit, target, status) => {
    const xml = file12(`<trans-unit id="1"${unit}><source>One.</source><target${target}>Un.</target></trans-unit>`);
    expect(statuses(read(xml).units)).toEqual([status]);
  });

  it.each([
    ['conf="Draft"', 'proposed'],
    ['conf="Translated"', undefined],
    ['conf="Translated" origin="nmt"', 'proposed'],
    ['conf="ApprovedTranslation" origin="mt"', 'confirmed'],
    ['conf="ApprovedSignOff"', 'confirmed'],
    ['conf="RejectedSignOff"', 'flagged'],
    ['origin="tm"', 'proposed'],
  ] as const)('as SDL says it: %s', (definition, status) => {
    const xml = file12(
      `<trans-unit id="1"><source>One.</source><seg-source><mrk mtype="seg" mid="4">One.</mrk></seg-source><target><mrk mtype="seg" mid="4">Un.</mrk></target><s:seg-defs><s:seg id="4" ${definition}/></s:seg-defs></trans-unit>`,
    );
    expect(statuses(read(xml).units)).toEqual([status]);
  });

  it('is that of what stands around it where it does not translate', () => {
    const xml = file12(
      '<group translate="no"><trans-unit id="1"><source>a</source></trans-unit><trans-unit id="2" translate="yes"><source>b</source></trans-unit></group><trans-unit id="3"><source>c</source></trans-unit>',
    );
    expect(statuses(read(xml).units)).toEqual(['excluded', undefined, undefined]);
  });
});

describe('the status of a segment of XLIFF 2', () => {
  it.each([
    ['', 'proposed'],
    ['state="initial"', 'proposed'],
    ['state="translated"', 'proposed'],
    ['state="reviewed"', 'confirmed'],
    ['state="final"', 'confirmed'],
    ['state="final" subState="tool:rejected"', 'flagged'],
    ['state="translated" subState="visavis:flagged"', 'flagged'],
    ['state="translated" subState="visavis:assumed"', undefined],
  ] as const)('%s: %s', (state, status) => {
    const xml = file2(`<unit id="u"><segment ${state}><source>One.</source><target>Un.</target></segment></unit>`);
    expect(statuses(read(xml).units)).toEqual([status]);
  });
});

describe('languages of XLIFF', () => {
  const unit = '<trans-unit id="1"><source>One.</source><target>Un.</target></trans-unit>';
  const languages = (xml: string) =>
    read(xml).units.map(({ variants }) => variants.map(({ language }) => language).join('>'));

  it('are those of each file, and of a target that names its own', () => {
    const target = '<trans-unit id="2"><source>b</source><target xml:lang="it">c</target></trans-unit>';
    const xml = `<xliff version="1.2"><file source-language="en" target-language="de"><body>${unit}</body></file><file source-language="fr"><body>${unit}${target}</body></file></xliff>`;
    expect(languages(xml)).toEqual(['en>de', 'fr>', 'fr>it']);
  });
});

describe('segments that are marked in a unit', () => {
  const unit = (source: string, target: string) =>
    file12(
      `<trans-unit id="1"><source>x</source><seg-source>${source}</seg-source><target>${target}</target></trans-unit>`,
    );
  const mrk = (mid: number, text: string) => `<mrk mtype="seg" mid="${mid}">${text}</mrk>`;

  it.each([
    [
      'are units of their own',
      `${mrk(1, 'One.')} ${mrk(2, 'Two.')}`,
      `${mrk(1, 'Un.')} ${mrk(2, 'Deux.')}`,
      ['One.=Un.', 'Two.=Deux.'],
    ],
    [
      'keep codes that stand around and between them',
      `<g id="9">${mrk(1, 'One.')}<x id="3"/>${mrk(2, 'Two.')}</g>`,
      `<g id="9">${mrk(1, 'Un.')}<x id="3"/>${mrk(2, 'Deux.')}</g>`,
      ['{One.|={Un.|', 'Two.}=Deux.}'],
    ],
    ['keep codes in front of the first', `<x id="1"/>${mrk(1, 'One.')}`, mrk(1, 'Un.'), ['|One.=Un.']],
    [
      'are one unit where the target has text besides',
      `${mrk(1, 'One.')} ${mrk(2, 'Two.')}`,
      `${mrk(1, 'Un.')} Deux.`,
      ['x=Un. Deux.'],
    ],
    ['are one unit where the source has', `${mrk(1, 'One.')} and two.`, mrk(1, 'Un.'), ['x=Un.']],
    ['are one unit where the target has another', mrk(1, 'One.'), `${mrk(1, 'Un.')}${mrk(2, 'Deux.')}`, ['x=Un.Deux.']],
    [
      'may be without a translation',
      `${mrk(1, 'One.')} ${mrk(2, 'Two.')}`,
      `<g id="2">${mrk(1, '')} ${mrk(2, '')}</g>`,
      ['One.={', 'Two.=}'],
    ],
    [
      'may have other marks within and around',
      `<mrk mtype="protected">${mrk(1, 'O<mrk mtype="term">n</mrk>e.')}</mrk>`,
      mrk(1, 'Un.'),
      ['One.=Un.'],
    ],
  ] as const)('%s', (_what, source, target, expected) => {
    expect(read(unit(source, target)).texts.map((pair) => pair.join('='))).toEqual(expected);
  });

  it('account for every letter', () => {
    const xml = unit(`${mrk(1, 'One.')} ${mrk(2, 'Two.')}`, `${mrk(1, 'Un.')} Deux.`);
    const { letters, texts } = read(xml);
    // The source comes twice; what is kept of it is the shorter “x”.
    expect(letters).toMatchObject({ read: 1 + 6 + 6, leftOut: 0 });
    expect(texts).toEqual([['x', 'Un. Deux.']]);
  });
});

describe('what no unit has', () => {
  it('is counted by its name, with its letters', () => {
    const xml = `<xliff version="1.2"><file original="a" source-language="en" target-language="fr" datatype="x"><header><skl><internal-file>abc</internal-file></skl></header><body>
      <group id="g"><trans-unit id="1" resname="r"><source>One<ph id="1">p<sub>q</sub></ph>.</source><target phase-name="p">Un.</target><alt-trans><target>Une.</target></alt-trans><note from="x">n</note></trans-unit></group>
      <bin-unit id="b"><bin-source>d</bin-source></bin-unit></body></file><file source-language="en"><body/></file></xliff>`;
    const { leftOut, letters, units } = read(xml);
    expect(leftOut).toEqual({
      skl: 1,
      group: 1,
      'trans-unit resname': 1,
      'ph sub': 1,
      'target phase-name': 1,
      'alt-trans': 1,
      'note from': 1,
      'bin-unit': 1,
      file: 1,
    });
    const kept = units
      .flatMap(({ variants, notes }) => [...variants.map(({ text }) => text), ...notes])
      .join('')
      .match(/\p{L}/gu);
    expect(letters.read).toBe(letters.inCodes + letters.leftOut + kept!.length);
    expect(units[0]).toMatchObject({ notes: ['n'], origin: { id: '1' } });
  });

  it('is counted in version 2', () => {
    const xml = file2(
      '<notes><note>of the file</note></notes><unit id="u" name="n"><mtc:matches><mtc:match/></mtc:matches><notes><note category="c">mine</note></notes><segment state="final"><source>A <mrk id="1" type="term">b</mrk><sm id="2"/>c</source><target>D</target></segment><ignorable><source> e </source></ignorable><segment><source>F</source></segment></unit>',
    );
    const { leftOut, units, letters } = read(xml.replace('<xliff', '<xliff xmlns:mtc="urn:m"'));
    expect(leftOut).toEqual({
      notes: 1,
      'unit name': 1,
      matches: 1,
      'note category': 1,
      'mrk term': 1,
      sm: 1,
      ignorable: 1,
    });
    expect(units.map(({ notes }) => notes)).toEqual([['mine'], []]);
    expect(letters).toEqual({ read: 9 + 4 + 4 + 1 + 1, inCodes: 0, leftOut: 9 + 1 });
  });
});

describe('white space', () => {
  it('is kept as it is, in texts and notes', () => {
    const text = ' a  b\tc\u3000d\u2003\ne\u2028 ';
    const xml = file12(
      `<trans-unit id="1"><source>${text}</source><target xml:space="preserve">${text}</target><note>x\n y</note></trans-unit>`,
    );
    const { units } = read(xml);
    expect(units[0]?.variants.map((variant) => variant.text)).toEqual([text, text]);
    expect(units[0]?.notes).toEqual(['x\n y']);
  });
});
