import { describe, expect, it } from 'vitest';
import { alignmentTokens, latinised } from '../../../src/core/align/model/tokens.ts';
import { packs } from '../../support/packs.ts';

describe('alignmentTokens', () => {
  it.each<[string, string, string[]]>([
    ['en', '2.4 billion', ['#2400000000']],
    ['fr', '2,4 milliards', ['#2400000000']],
    ['ar', '2.4 مليار', ['#2400000000']],
    ['ar', '٢٫٤ مليار', ['#2400000000']],
    ['ar', '١٬٢٠٠ و ٣٫١٤١', ['#1200', 'و', '#3.141']],
    ['fa', '۱۲٬۵۰۰', ['#12500']],
    ['hi', '२०२४', ['#2024']],
    ['ar', '١٥ ٠٠٠', ['#15000']],
    ['en', '𝟘𝟙𝟚', ['#12']],
    ['en', '1,200 and 3.5', ['#1200', 'and', '#3.5']],
    ['fr', '1 200', ['#1200']],
    ['fr', '1\u202f200,5', ['#1200.5']],
    ['en', 'twelve', ['#12']],
    ['fr', 'douze', ['#12']],
    ['en', 'on Jan. 16', ['on', '@m1', '#16']],
    ['fr', 'le 16 janvier', ['le', '#16', '@m1']],
    ['en', 'Tuesday?', ['@w2', '!?']],
    ['fr', 'mardi ?', ['@w2', '!?']],
    ['fr', 'l’État', ['etat']],
    ['en', 'Ministries', ['minis']],
    ['ar', 'وكان فقال كتابهم مدينة', ['كان', 'قال', 'كتاب', 'مدين']],
    ['ar', 'ولد واحد', ['ولد', 'واحد']],
  ])('%s: %s', (language, text, tokens) => {
    expect(alignmentTokens(text, packs(language))).toEqual(tokens);
  });

  it('cuts Chinese into words', () => {
    expect(alignmentTokens('部长说', packs('zh')).length).toBeGreaterThan(1);
  });
});

describe('latinised', () => {
  it.each([
    ['лавро', 'lavro'],
    ['ليلى', 'lyla'],
    ['paris', 'paris'],
  ])('%s → %s', (word, latin) => {
    expect(latinised(word)).toBe(latin);
  });
});
