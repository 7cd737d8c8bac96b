import type { Cue } from './cues.ts';

/**
 * By how many ms the subtitles of a translation are shown later than those of its
 * source, where a whole file is shifted, as for another cut of a film; 0 where it
 * is not. The difference that most subtitles agree in is taken, if far more begin
 * together with it than without.
 */
export function shiftBetween(source: readonly Cue[], target: readonly Cue[]): number {
  const least = Math.min(source.length, target.length);
  if (least < MIN_CUES) return 0;
  const [own, other] = [source.slice(0, MAX_CUES), target.slice(0, MAX_CUES)];
  const counts = new Map<number, number>();
  for (const { start } of own) {
    for (const { start: theirs } of other) {
      const difference = theirs - start;
      if (Math.abs(difference) > MAX_SHIFT_MS) continue;
      const bin = Math.round(difference / STEP_MS);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
  }
  const near = (bin: number) => [-1, 0, 1].reduce((sum, next) => sum + (counts.get(bin + next) ?? 0), 0);
  const best = [...counts.keys()].reduce(
    (a, b) => (near(b) > near(a) || (near(b) === near(a) && Math.abs(b) < Math.abs(a)) ? b : a),
    0,
  );
  const shift = middleDifference(own, other, best * STEP_MS);
  const [shifted, plain] = [together(own, other, shift), together(own, other, 0)];
  const isClear = shifted >= MIN_SHARE * Math.min(own.length, other.length) && shifted > plain * MIN_GAIN;
  return Math.abs(shift) >= MIN_SHIFT_MS && isClear ? shift : 0;
}

/** The least number of subtitles that shows a shift, and the most that are looked at. */
const MIN_CUES = 4;
const MAX_CUES = 2000;
/** In ms: the farthest shift that is looked for, how finely, and the least that matters. */
const MAX_SHIFT_MS = 600_000;
const STEP_MS = 200;
const MIN_SHIFT_MS = 400;
/** The share of subtitles that begin together when shifted, and how many times those that do unshifted. */
const MIN_SHARE = 0.6;
const MIN_GAIN = 1.5;

/** How many subtitles of a source have one that begins with them, give or take a step. */
function together(source: readonly Cue[], target: readonly Cue[], shift: number): number {
  const starts = new Set(target.map(({ start }) => Math.round((start - shift) / STEP_MS)));
  return source.filter(({ start }) => [-1, 0, 1].some((next) => starts.has(Math.round(start / STEP_MS) + next))).length;
}

function middleDifference(source: readonly Cue[], target: readonly Cue[], about: number): number {
  const differences: number[] = [];
  for (const { start } of source) {
    const nearest = target.find((cue) => Math.abs(cue.start - start - about) <= STEP_MS * 1.5);
    if (nearest) differences.push(nearest.start - start);
  }
  return differences.sort((a, b) => a - b)[Math.floor(differences.length / 2)] ?? about;
}
