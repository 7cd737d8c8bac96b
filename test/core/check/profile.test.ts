import { describe, expect, it } from 'vitest';
import { type CheckProfile, readProfile, severityIn, writeProfile } from '../../../src/core/check/profile.ts';

const HOUSE: CheckProfile = {
  name: 'House',
  levels: { negation: 'off', spaces: 'error', 'term-missing': 'hint' },
  patterns: [
    {
      name: 'No “leverage”',
      isOn: true,
      severity: 'error',
      searches: [{ side: 'target', expression: '\\bleverage', matchCase: false, absent: false }],
    },
  ],
};

describe('a profile of checks', () => {
  it('is read as it was written', () => {
    expect(readProfile(writeProfile(HOUSE), 'house.json')).toEqual(HOUSE);
  });

  it('changes the severity of what it names, and nothing else', () => {
    expect(severityIn(HOUSE, 'spaces', 'hint')).toBe('error');
    expect(severityIn(HOUSE, 'negation', 'hint')).toBeNull();
    expect(severityIn(HOUSE, 'number', 'warning')).toBe('warning');
  });

  it.each([
    ['no JSON', 'levels: off', 'unreadable-file', 'not a profile'],
    ['another JSON', '{"name": "x"}', 'unreadable-file', 'not a profile'],
    ['a later version', '{"visavisChecks": 2, "name": "x"}', 'unreadable-file', 'another version'],
    [
      'a check that there is not',
      '{"visavisChecks": 1, "name": "x", "levels": {"nombre": "off"}}',
      'bad-input',
      'nombre',
    ],
    ['a level that there is not', '{"visavisChecks": 1, "name": "x", "levels": {"number": "no"}}', 'bad-input', '“no”'],
    [
      'a pattern that is not complete',
      '{"visavisChecks": 1, "name": "x", "patterns": [{"name": "p", "severity": "hint"}]}',
      'unreadable-file',
      'not complete',
    ],
    [
      'an expression that is none',
      '{"visavisChecks": 1, "name": "x", "patterns": [{"name": "p", "severity": "hint", "searches": [{"side": "source", "expression": "("}]}]}',
      'bad-input',
      '“(”',
    ],
  ])('with %s is refused, and says why', (_what, text, code, words) => {
    expect(() => readProfile(text, 'x.json')).toThrow(expect.objectContaining({ code }));
    try {
      readProfile(text, 'x.json');
    } catch (error) {
      expect(String((error as Error).message)).toContain(words);
    }
  });
});
