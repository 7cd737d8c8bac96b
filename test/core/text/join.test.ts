import { describe, expect, it } from 'vitest';
import { isRightToLeft, joinSegments } from '../../../src/core/text/join.ts';

describe('joinSegments', () => {
  it.each([
    ['en', 'A. B.'],
    ['zh', 'A.B.'],
    ['zh-TW', 'A.B.'],
    ['yue', 'A.B.'],
    ['ja', 'A.B.'],
    ['ko', 'A. B.'],
    ['zh-Latn', 'A. B.'],
    ['und', 'A. B.'],
    ['not a tag', 'A. B.'],
  ])('in %s: %s', (language, joined) => expect(joinSegments(['A.', 'B.'], language)).toBe(joined));
});

describe('isRightToLeft', () => {
  it.each(['ar', 'iw', 'he', 'fa', 'ur', 'ps', 'yi', 'dv', 'ckb', 'az-Arab', 'pa-PK', 'nqo'])('%s', (language) =>
    expect(isRightToLeft(language)).toBe(true),
  );

  it.each(['en', 'az', 'ur-Latn', 'hi', 'und', ''])('not: %s', (language) =>
    expect(isRightToLeft(language)).toBe(false),
  );
});
