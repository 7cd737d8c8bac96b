import type { Cue } from './cues.ts';

/**
 * By how many ms the subtitles of a translation are shown later than those of its
 * source, where a whole file is shifted, as for another cut of a film; 0 where it
 * is not. The difference that most subtitles agree in is taken, if far more begin
 * together with it than without.
 */
export function shiftBetween(source: readonly Cue[], target: readonly Cue[]): number {
  const least = Math.min(source.length, target.length);
  if (least < FEWEST) return 0;
  const [own, other] = [source.slice(0, MOST), target.slice(0, MOST)];
  const counts = new Map<number, number>();
  for (const { start } of own) {
    for (const { start: theirs } of other) {
      const difference = theirs - start;
      if (Math.abs(difference) > FARTHEST) continue;
      const bin = Math.round(difference / STEP);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
  }
  const near = (bin: number) => [-1, 0, 1].reduce((sum, next) => sum + (counts.get(bin + next) ?? 0), 0);
  const best = [...counts.keys()].reduce(
    (a, b) => (near(b) > near(a) || (near(b) === near(a) && Math.abs(b) < Math.abs(a)) ? b : a),
    0,
  );
  const shift = middleDifference(own, other, best * STEP);
  const [shifted, plain] = [together(own, other, shift), together(own, other, 0)];
  const isClear = shifted >= SHARE * Math.min(own.length, other.length) && shifted > plain * CLEARER;
  return Math.abs(shift) >= LEAST_SHIFT && isClear ? shift : 0;
}

/** Subtitles from which on a shift can be told, and of which it is told. */
const FEWEST = 4;
const MOST = 2000;
/** In ms: the farthest shift that is looked for, how finely, and the least that matters. */
const FARTHEST = 600_000;
const STEP = 200;
const LEAST_SHIFT = 400;
/** The share of subtitles that begin together when shifted, and how many times those that do unshifted. */
const SHARE = 0.6;
const CLEARER = 1.5;

/** How many subtitles of a source have one that begins with them, give or take a step. */
function together(source: readonly Cue[], target: readonly Cue[], shift: number): number {
  const starts = new Set(target.map(({ start }) => Math.round((start - shift) / STEP)));
  return source.filter(({ start }) => [-1, 0, 1].some((next) => starts.has(Math.round(start / STEP) + next))).length;
}

function middleDifference(source: readonly Cue[], target: readonly Cue[], about: number): number {
  const differences: number[] = [];
  for (const { start } of source) {
    const nearest = target.find((cue) => Math.abs(cue.start - start - about) <= STEP * 1.5);
    if (nearest) differences.push(nearest.start - start);
  }
  return differences.sort((a, b) => a - b)[Math.floor(differences.length / 2)] ?? about;
}
