import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../src/intake/articles/rtf.ts';

const linesOf = (body: string) => readRtf(body).paragraphs.map(({ text }) => text);
const fonts = String.raw`{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204{\*\panose 02020603050405020304}Times New Roman;}{\f2\fnil\fcharset128 MS Mincho;}{\f3\fcharset238 Calibri;}{\f4\froman Times New Roman CYR;}{\f5\fcharset161 Arial;}{\f6\fcharset134 SimSun;}{\f7\fcharset222 Tahoma;}{\f8\fcharset0\cpg866 Terminal;}{\f9\fcharset178 Arial;}}`;
const file = (body: string) => `${String.raw`{\rtf1\ansi\ansicpg1252\deff0`}${fonts}${body}}`;

describe('rich text is read by the character set of each font', () => {
  it.each([
    [
      'Cyrillic',
      String.raw`\f1 \'cf\'ee\'f0\'f2 \'e7\'e0\'ea\'f0\'fb\'f2.\f0  Fin d\'e9j\'e0.`,
      'Порт закрыт. Fin déjà.',
    ],
    ['within a group alone', String.raw`d\'e9j\'e0 {\f1 \'cf\'ee\'f0\'f2} d\'e9j\'e0`, 'déjà Порт déjà'],
    ['Japanese, the second half as a letter', String.raw`\f2 \'8d\'60 \'83e\'83X\'83g\'81B`, '港 テスト。'],
    ['Central European', String.raw`\f3 \'8aest \'b9en\'edch`, 'Šest ąeních'],
    ['by the name of an old font', String.raw`\f4 \'cf\'ee\'f0\'f2`, 'Порт'],
    ['Greek', String.raw`\f5 \'cb\'e9\'ec\'dc\'ed\'e9`, 'Λιμάνι'],
    ['Chinese', String.raw`\f6 \'b8\'db\'bf\'da`, '港口'],
    ['Thai', String.raw`\f7 \'b7\'e8\'d2\'e0\'c3\'d7\'cd`, 'ท่าเรือ'],
    ['by the code page of a font', String.raw`\f8 \'8f\'ae\'e0\'e2`, 'Порт'],
    ['Arabic', String.raw`\f9 \'c7\'e1\'e3\'ed\'e4\'c7\'c1`, 'الميناء'],
    ['again the file’s own after plain', String.raw`\f1 \'cf \plain \'e9`, 'П é'],
    ['raw bytes', '\\f1 \u00cf\u00ee\u00f0\u00f2 ok', 'Порт ok'],
  ])('%s', (_what, body, text) => {
    expect(linesOf(file(body))).toEqual([text]);
  });
});

describe('of rich text is left out', () => {
  it.each([
    ['hidden text', String.raw`One {\v not this }two\v  nor this\v0  three.`, 'One two three.'],
    ['deleted text', String.raw`One {\deleted gone }{\revised two}.`, 'One two.'],
    [
      'comments and index entries',
      String.raw`One{\*\atnid AL}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atnref 1}a comment}{\xe {\v entry}} two.`,
      'One two.',
    ],
    ['list numbers made by the program', String.raw`{\listtext\f0 1.\tab}One two.`, 'One two.'],
    [
      'the old picture of a box, whose text stays',
      String.raw`One.{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 7}}{\shptxt\pard In a box.\par}}{\shprslt In a box.}}\par Two.`,
      'One.|In a box.|Two.',
    ],
  ])('%s', (_what, body, text) => {
    const lines = linesOf(file(body));
    expect([...lines].sort()).toEqual(text.split('|').sort());
  });

  it('nothing of powers, indices, characters by number and formulas', () => {
    expect(linesOf(file(String.raw`10{\super 6} km{\super 2}, CO{\sub 2}, the 19{\super th}.`))).toEqual([
      '10⁶ km², CO₂, the 19th.',
    ]);
    expect(linesOf(file(String.raw`\uc1\u1055\'3f\u1086?{\uc0\u1088}\uc2\u1090\'83\'5e!`))).toEqual(['Порт!']);
    expect(linesOf(file(String.raw`So {\mmath{\*\moMath{\mr\f0 a=b}}{\*\mmathPr\mmathFont0}} is.`))).toEqual([
      'So a=b is.',
    ]);
  });
});
