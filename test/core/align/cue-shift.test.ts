import { describe, expect, it } from 'vitest';
import { shiftBetween } from '../../../src/core/align/cue-shift.ts';

/** Subtitles that begin at these seconds. */
const at = (...seconds: number[]) =>
  seconds.map((second) => ({ start: second * 1000, end: second * 1000 + 1500, text: 'x' }));
const moved = (cues: ReturnType<typeof at>, ms: number) =>
  cues.map((cue) => ({ ...cue, start: cue.start + ms, end: cue.end + ms }));

describe('the shift between two files of subtitles', () => {
  const film = at(1, 4.2, 6, 9.7, 15, 17.1, 22, 30.4, 33, 41);

  it.each([3000, -3000, 25_000, 95_500, 650])('is told: %d ms', (ms) => {
    expect(shiftBetween(film, moved(film, ms))).toBe(ms);
  });

  it('is told where the translation has some more and some fewer, and starts a little off', () => {
    const other = moved(film, 3000)
      .filter((_, i) => i !== 2)
      .map((cue, i) => ({ ...cue, start: cue.start + (i % 2) * 120 }));
    expect(Math.abs(shiftBetween(film, [...other, ...at(60, 61.3)]) - 3000)).toBeLessThan(200);
  });

  it.each([
    ['files that go together', film],
    ['files that hardly differ', moved(film, 200)],
    ['files of other films', at(2.5, 3, 7.9, 8.8, 19, 20, 27, 37, 51, 52.5)],
    ['few subtitles', at(5, 8.2)],
  ])('is none between %s', (_what, other) => {
    expect(shiftBetween(film, other)).toBe(0);
  });

  it('is none where the subtitles come like a clock', () => {
    const clock = at(0, 3, 6, 9, 12, 15, 18);
    expect(shiftBetween(clock, moved(clock, 3000))).toBe(0);
  });
});
