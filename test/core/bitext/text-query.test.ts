import { describe, expect, it } from 'vitest';
import { passagesByParagraph } from '../../../src/core/bitext/passages.ts';
import { patternOf, type TextQuery } from '../../../src/core/bitext/text-query.ts';
import { bitextOf } from '../../support/bitexts.ts';

const query = (text: string, more: Partial<TextQuery> = {}): TextQuery => ({
  text,
  in: 'both',
  regex: false,
  word: false,
  case: false,
  ...more,
});
const finds = (asked: TextQuery, text: string) => [...text.matchAll(patternOf(asked))].map(([found]) => found);

describe('patternOf', () => {
  it.each<[string, TextQuery, string, string[]]>([
    ['any part, capitals or not', query('MIN'), 'the minister’s Mine', ['min', 'Min']],
    ['capitals that count', query('Min', { case: true }), 'the minister’s Mine', ['Min']],
    ['whole words', query('minister', { word: true }), 'ministers, a minister', ['minister']],
    ['whole words with accents beside', query('te', { word: true }), 'été te', ['te']],
    ['signs as they are', query('a.b (c-d)*'), 'axb a.b (c-d)*', ['a.b (c-d)*']],
    ['regular expressions', query('m\\w+r', { regex: true }), 'minister mayor', ['minister', 'mayor']],
    ['another script', query('минис'), 'Министр', ['Минис']],
  ])('finds %s', (_name, asked, text, expected) => {
    expect(finds(asked, text)).toEqual(expected);
  });

  it('says what is wrong with a regular expression', () => {
    expect(() => patternOf(query('(', { regex: true }))).toThrow('cannot be read');
  });
});

describe('passagesByParagraph', () => {
  it('puts rows together up to where a paragraph ends on both sides', () => {
    const bitext = bitextOf('1-1 1-1 1-1 1-1');
    const paragraphs = { source: [0, 0, 1, 2], target: [0, 0, 0, 1] };
    const numbered = {
      ...bitext,
      source: bitext.source.map((segment, i) => ({ ...segment, paragraph: paragraphs.source[i]! })),
      target: bitext.target.map((segment, i) => ({ ...segment, paragraph: paragraphs.target[i]! })),
    };
    expect(passagesByParagraph(numbered).map(({ rows }) => rows.length)).toEqual([3, 1]);
  });
});
