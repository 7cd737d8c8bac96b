import { guideThrough } from '../model/anchors.ts';
import type { Association, Associations } from '../model/associations.ts';
import { type BeadModel, scoreBeads } from '../model/bead-scores.ts';
import { subset } from '../model/side-tokens.ts';
import type { Parameters } from '../parameters.ts';
import { type Band, bandAlong, fullBand, touchesEdge } from './band.ts';
import type { Step } from './path.ts';
import { columnsOf } from './path.ts';
import { range } from './range.ts';
import { ratesOf } from './rates.ts';
import { bestPath } from './search.ts';
import { beadPrior } from './shapes.ts';
import type { Stretch } from './stretch.ts';
import { widePath } from './wide-pass.ts';

/**
 * The first path through a stretch, from lengths and the words known so far.
 * A short one is searched everywhere; a long one along a guide that rare
 * look-alikes give; one without a guide in a wide band, window by window, each
 * beginning where the one before was still sure of its way.
 */
export function firstPath(
  stretch: Stretch,
  table: Associations,
  known: readonly Association[],
  parameters: Parameters,
): Step[] {
  const [n, m] = [stretch.source.size, stretch.target.size];
  const { reach, largest } = parameters.passes[0]!;
  const prior = beadPrior(ratesOf(parameters), largest);
  const model: BeadModel = { prior, table, parameters };
  const exact = (stretch: Stretch, band: Band) => bestPath(scoreBeads(stretch, band, model));
  if ((n + 1) * (m + 1) <= parameters.fullUpTo) return exact(stretch, fullBand(n, m));
  const guide = guideThrough(stretch.source, stretch.target, known);
  if (guide.trusted) return pathAlong(guide.path, reach, stretch, exact);
  const wide = (stretch: Stretch, band: Band) => widePath(stretch, band, table, parameters);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const window = windowFrom(stretch, i, j);
    const { path } = guideThrough(window.source, window.target, []);
    const width = Math.max(reach, Math.round(UNGUIDED_BAND.share * window.target.size));
    const found = pathAlong(path, width, window, wide);
    const last = i + window.source.size === n && j + window.target.size === m;
    const kept = last ? found : found.slice(0, sureUntil(found, window.source.size));
    for (const step of kept) steps.push({ ...step, sourceEnd: step.sourceEnd + i, targetEnd: step.targetEnd + j });
    if (last) return steps;
    const end = steps.at(-1)!;
    [i, j] = [end.sourceEnd, end.targetEnd];
  }
}

/**
 * Without a guide: source segments in a window, how much of it is kept, and the
 * share of the window's target that the band reaches to either side.
 */
const UNGUIDED_BAND = { window: 3000, kept: 0.6, share: 0.08 };

/** How often the band is laid again, wider and around the path just found, where that path runs along its edge. */
const MAX_ATTEMPTS = 3;

function pathAlong(
  guide: ArrayLike<number>,
  width: number,
  stretch: Stretch,
  pathIn: (stretch: Stretch, band: Band) => Step[],
): Step[] {
  let along = guide;
  for (let attempt = 1; ; attempt++) {
    const band = bandAlong(along, stretch.target.size, Math.round(width * Math.sqrt(attempt)));
    const path = pathIn(stretch, band);
    along = columnsOf(path, stretch.source.size);
    if (attempt === MAX_ATTEMPTS || !touchesEdge(band, along)) return path;
  }
}

/** The next part of a stretch, as long on the target side as the lengths of what is left let expect. */
function windowFrom(stretch: Stretch, i: number, j: number): Stretch {
  const { source, target } = stretch;
  const rest = source.size - i;
  if (rest <= 1.5 * UNGUIDED_BAND.window) return part(stretch, [i, source.size], [j, target.size]);
  const end = i + UNGUIDED_BAND.window;
  const left = {
    source: source.chars[source.size]! - source.chars[i]!,
    target: target.chars[target.size]! - target.chars[j]!,
  };
  const wanted = target.chars[j]! + ((source.chars[end]! - source.chars[i]!) * left.target) / Math.max(1, left.source);
  let stop = j;
  while (stop < target.size && target.chars[stop]! < wanted) stop += 1;
  return part(stretch, [i, end], [j, stop]);
}

function part(stretch: Stretch, source: readonly [number, number], target: readonly [number, number]): Stretch {
  return {
    ...stretch,
    source: subset(stretch.source, range(...source)),
    target: subset(stretch.target, range(...target)),
    paragraphs: stretch.paragraphs && {
      source: stretch.paragraphs.source.slice(...source),
      target: stretch.paragraphs.target.slice(...target),
    },
  };
}

/** How many steps of a window's path are kept: up to a bead with both sides well before the window's end. */
function sureUntil(path: readonly Step[], size: number): number {
  const far = path.findIndex((step) => step.sourceEnd > UNGUIDED_BAND.kept * size);
  let end = far < 0 ? path.length : far;
  while (end > 1 && (path[end - 1]!.source === 0 || path[end - 1]!.target === 0)) end -= 1;
  return Math.max(1, end);
}
