import { describe, expect, it } from 'vitest';
import { runPattern } from '../../../src/app/jobs/run-pattern.ts';

/** A text that takes a pattern of repetitions within repetitions a good while, and no end of time. */
const slow = (letters: number) => `${'a'.repeat(letters)}!`;
const PATTERN = /(a+)+$/gu;

describe('a person’s pattern', () => {
  it('is found and replaced in each text', () => {
    const run = runPattern(/n(\d)/gu);
    const texts = ['n1 n2', '', 'none', 'n3\n"n4"'];
    expect(run.foundIn(texts)).toEqual([true, false, false, true]);
    expect(run.replacedIn(texts, '<$1>')).toEqual(['<1> <2>', '', 'none', '<3>\n"<4>"']);
  });

  it('may take as long as there are texts, where it is soon through with each', () => {
    const texts = Array.from({ length: 60 }, () => slow(20));
    // All together they take several times what one may take.
    expect(runPattern(PATTERN, 1500).foundIn([...texts, 'aaa'])).toEqual([...texts.map(() => false), true]);
  });

  it('is given up where it does not get through with one', () => {
    expect(() => runPattern(PATTERN, 100).foundIn(['aaa', slow(60)])).toThrow('takes too long');
  });
});
