import { describe, expect, it } from 'vitest';
import { createLeftOut } from '../../../src/intake/memories/left-out.ts';
import { lifeIn, timeIn } from '../../../src/intake/memories/stamps.ts';

describe('times of files', () => {
  it.each([
    ['20240116T120000Z', '2024-01-16T12:00:00.000Z'],
    ['2024-01-16T12:00:00Z', '2024-01-16T12:00:00.000Z'],
    ['20240116T120000', '2024-01-16T12:00:00.000Z'],
    ['20240116T120000+0200', '2024-01-16T10:00:00.000Z'],
    ['2024-01-16T23:30:00.250-05:30', '2024-01-17T05:00:00.000Z'],
    ['2024-01-01T00:30+01', '2023-12-31T23:30:00.000Z'],
    ['20240229', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['20241231T240000Z', '2025-01-01T00:00:00.000Z'],
    ['99991231T235959Z', '9999-12-31T23:59:59.000Z'],
  ])('%s is %s', (written, time) => {
    expect(timeIn(written)).toBe(time);
  });

  it.each([
    '',
    '0',
    '20230229T000000Z',
    '20240230',
    '20241301T120000Z',
    '16/01/2024 10:00',
    '20240116T250000Z',
    '20240116T1260',
    'yesterday',
    '20240116T240100Z',
  ])('“%s” is none', (written) => {
    expect(timeIn(written)).toBeNull();
  });

  it('that cannot be are noted, and who did it is kept', () => {
    const leftOut = createLeftOut();
    const life = lifeIn(
      { changedate: '20240230T120000Z', changeid: 'Ann', creationdate: '', usagecount: '7' },
      leftOut,
    );
    expect(life).toEqual({ changed: { by: 'Ann' }, used: { count: '7' } });
    expect([...leftOut.parts()]).toEqual([['changedate="20240230T120000Z"', 1]]);
  });
});
