import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { abbreviationRule, compileRules, rulesFor, type UserBreakRule } from '../../../src/core/text/user-rules.ts';
import { packs } from '../../support/packs.ts';

function cut(text: string, ...rules: UserBreakRule[]): string[] {
  const pack = { ...packs('en'), decisions: compileRules(rules) };
  return splitSentences(text, pack).map(({ start, end }) => text.slice(start, end));
}

describe('rules of one’s own', () => {
  it('keep an abbreviation from ending a sentence', () => {
    const text = 'It took abt. Ten days. Nobody knew.';
    expect(cut(text)).toEqual(['It took abt.', 'Ten days.', 'Nobody knew.']);
    expect(cut(text, abbreviationRule('en', 'abt.'))).toEqual(['It took abt. Ten days.', 'Nobody knew.']);
    expect(cut('The tabt. Ten days.', abbreviationRule('en', 'abt'))).toHaveLength(2);
  });

  it('make breaks where there are none, and the first that matches decides', () => {
    const semicolon: UserBreakRule = { language: 'en', breaks: true, before: ';', after: '\\s' };
    expect(cut('One; two; three.', semicolon)).toEqual(['One;', 'two;', 'three.']);
    expect(cut('One; two; three.', { ...semicolon, breaks: false, before: 'One;' }, semicolon)).toEqual([
      'One; two;',
      'three.',
    ]);
  });

  it('mean the same wherever they put the space', () => {
    expect(cut('Mr X. Smith. Yes.', { language: 'en', breaks: false, before: 'X\\.\\s', after: '' })).toEqual([
      'Mr X. Smith.',
      'Yes.',
    ]);
  });

  it('hold for their language, and "*" for all', () => {
    const rule = (language: string) => ({ language, breaks: true, before: language, after: '' });
    const rules = ['en', 'fr', '*', 'fr-CA'].map(rule);
    expect(rulesFor(rules, 'fr-CA').map(({ language }) => language)).toEqual(['fr', '*', 'fr-CA']);
    expect(rulesFor(rules, 'de').map(({ language }) => language)).toEqual(['*']);
  });

  it('are refused where they are no regular expressions', () => {
    expect(() => compileRules([{ language: 'en', breaks: true, before: '(', after: '' }])).toThrow(Problem);
  });
});
