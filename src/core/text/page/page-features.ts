import type { BlockRole } from '../blocks.ts';
import { type LineShape, type LineSize, shapeOf } from './line-shape.ts';
import { repetitionOf } from './repetition.ts';
import { overlapOf } from './topic.ts';

/** A line of a page before it is judged. */
export interface PageLine {
  readonly text: string;
  readonly role: BlockRole;
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
  /** Share of its letters that are links, from 0 to 1, where the file has markup. */
  readonly links?: number | undefined;
  /** What else is known of it: kinds of phrases that it matches, a credit, a date in words. */
  readonly marks: readonly string[];
}

/** What can be seen of the lines of a page: how large each is, and names of features. */
export interface SeenPage {
  readonly sizes: readonly LineSize[];
  /** What else is known of each, as `PageLine` has it. */
  readonly marks: readonly (readonly string[])[];
  readonly features: readonly (readonly string[])[];
}

/**
 * What can be seen of each line of a page: its own form, its neighbours, where
 * it stands among the paragraphs, what it repeats and how far it is about what
 * the paragraphs are about. None of it depends on a language or on wording, but
 * for the phrases among `marks`.
 */
export function seenPage(lines: readonly PageLine[]): SeenPage {
  const shapes = lines.map(({ text }) => shapeOf(text));
  const place = placesOf(shapes);
  const overlap = overlapOf(
    lines.map(({ text }) => text),
    shapes,
  );
  const repeated = repetitionOf(lines.map(({ text }) => text));
  const spaced = spacingOf(lines, shapes);
  const crowd = crowdOf(shapes);
  const around = surroundingsOf(shapes);
  const features = lines.map(({ role, links, marks }, i) => {
    const shape = shapes[i]!;
    const where = place.where(i);
    const size = shape.size;
    const neighbour = (step: number) => shapes[i + step]?.size ?? 'edge';
    const near = [-2, -1, 1, 2].map((step) => `at${step}:${neighbour(step)}`);
    const marked = (step: number) => (lines[i + step]?.marks ?? []).map((mark) => `at${step}:${mark}`);
    return [
      ...shape.traits,
      ...marks,
      ...marked(-1),
      ...marked(1),
      ...marked(-2),
      ...marked(2),
      ...near,
      `${size}|at-1:${neighbour(-1)}`,
      `${size}|at1:${neighbour(1)}`,
      ...neighbourTraits(shapes[i - 1], -1),
      ...neighbourTraits(shapes[i + 1], 1),
      `where:${where}`,
      `${size}|where:${where}`,
      `run:${place.run(i)}`,
      `${where}|run:${place.run(i)}`,
      `toNext:${place.toNext(i)}`,
      `toLast:${place.toLast(i)}`,
      `${size}|toNext:${place.toNext(i)}`,
      `${size}|toLast:${place.toLast(i)}`,
      `share:${place.share(i)}`,
      `${size}|share:${place.share(i)}`,
      `spaced:${spaced(i)}`,
      `${size}|spaced:${spaced(i)}`,
      `topic:${overlap[i]}`,
      `${size}|topic:${overlap[i]}`,
      `${size}|crowd:${crowd}`,
      `around:${around(i)}`,
      `${size}|around:${around(i)}`,
      ...(repeated[i] ? [`repeated:${repeated[i]}`] : []),
      ...(role === 'paragraph' ? [] : [`role:${role}`]),
      ...(links === undefined
        ? []
        : [`links:${links > 0.8 ? 'all' : links > 0.4 ? 'many' : links > 0 ? 'some' : 'none'}`]),
      ...(i < 3 ? [`from:${i}`] : []),
      ...(i > lines.length - 4 ? [`until:${lines.length - 1 - i}`] : []),
      ...shape.traits
        .filter((trait) => PLACED_TRAITS.has(trait))
        .flatMap((trait) => [`${trait}|${size}`, `${trait}|${where}`]),
      'any',
    ];
  });
  return { sizes: shapes.map(({ size }) => size), marks: lines.map(({ marks }) => marks), features };
}

/** Traits that say something else of a short line than of a long one, and above the text than below it. */
const PLACED_TRAITS = new Set([
  'label',
  'numbered',
  'dashed',
  'quoted',
  'bracketed',
  'equals',
  'date',
  'time',
  'tag',
  'slash',
  'gaps',
  'end:asks',
  'end:dots',
  'end:colon',
  'begin:quote',
  'begin:dash',
  'capitals:large',
  'capitals:all',
]);

const NEIGHBOUR_TRAITS = new Set([
  'date',
  'time',
  'crumbs',
  'manyBars',
  'numbered',
  'rights',
  'digits:alone',
  'label',
  'quoted',
  'tag',
  'address',
  'end:colon',
  'end:asks',
  'capitals:large',
]);

function neighbourTraits(shape: LineShape | undefined, step: number): string[] {
  return (shape?.traits ?? []).filter((trait) => NEIGHBOUR_TRAITS.has(trait)).map((trait) => `at${step}:${trait}`);
}

/** Where lines stand among the paragraphs of a page: before the first, between them, or behind the last. */
function placesOf(shapes: readonly LineShape[]) {
  const isFull = shapes.map(({ size }) => size === 'full');
  const first = isFull.indexOf(true);
  const last = isFull.lastIndexOf(true);
  const total = shapes.reduce((sum, { size, weight }) => sum + (size === 'full' ? weight : 0), 0);
  const [ahead, behind, runs, sums]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let i = 0, since = Infinity, sum = 0; i < shapes.length; i++) {
    since = isFull[i] ? 0 : since + 1;
    behind[i] = since;
    sums[i] = sum;
    if (isFull[i]) sum += shapes[i]!.weight;
  }
  for (let i = shapes.length - 1, until = Infinity; i >= 0; i--) {
    until = isFull[i] ? 0 : until + 1;
    ahead[i] = until;
  }
  for (let i = 0; i < shapes.length; ) {
    const begun = i;
    while (i < shapes.length && isFull[i] === isFull[begun]) i += 1;
    runs.push(...Array.from({ length: i - begun }, () => (isFull[begun] ? 0 : i - begun)));
  }
  return {
    where: (i: number) =>
      first < 0 ? 'none' : isFull[i] ? 'in' : i < first ? 'above' : i > last ? 'below' : 'between',
    run: (i: number) => bucket(runs[i]!, [0, 1, 2, 3, 5, 8, 14]),
    toNext: (i: number) => bucket(ahead[i]!, [0, 1, 2, 4, 8, 16, 1e9]),
    toLast: (i: number) => bucket(behind[i]!, [0, 1, 2, 4, 8, 16, 1e9]),
    share: (i: number) => bucket(total === 0 ? -1 : sums[i]! / total, [-1, 0, 0.15, 0.4, 0.7, 0.9, 0.999]),
  };
}

/** Whether paragraphs of the page stand apart by blank lines, and whether this line does. */
function spacingOf(lines: readonly PageLine[], shapes: readonly LineShape[]): (i: number) => string {
  const full = shapes.flatMap(({ size }, i) => (size === 'full' && i > 0 ? [i] : []));
  const apart = full.filter((i) => lines[i]!.apart).length;
  const style =
    full.length < 2 ? 'few' : apart > full.length * 0.7 ? 'wide' : apart < full.length * 0.3 ? 'tight' : 'mixed';
  return (i) => {
    if (style === 'tight') return style;
    const [before, after] = [lines[i]!.apart || i === 0, lines[i + 1]?.apart ?? true];
    return `${style}:${before ? (after ? 'alone' : 'first') : after ? 'last' : 'inside'}`;
  };
}

/** How many lines of the page are short and unfinished: a clean text has few. */
function crowdOf(shapes: readonly LineShape[]): string {
  const loose = shapes.filter(({ size }) => size === 'short' || size === 'tiny' || size === 'middle').length;
  const share = loose / Math.max(1, shapes.length);
  const many = loose <= 3 ? 'few' : loose <= 8 ? 'some' : 'many';
  return `${many}:${share < 0.2 ? 'rare' : share < 0.5 ? 'half' : 'most'}`;
}

/** How long the three lines on each side of a line are on the whole, and how many of them end as sentences do. */
function surroundingsOf(shapes: readonly LineShape[]): (i: number) => string {
  return (i) => {
    const near = [...shapes.slice(Math.max(0, i - 3), i), ...shapes.slice(i + 1, i + 4)];
    const weight = near.reduce((sum, shape) => sum + Math.min(FULL_WEIGHT, shape.weight), 0) / Math.max(1, near.length);
    const ended = near.filter((shape) => shape.ended).length;
    return `${bucket(weight, [12, 20, 35, 60, 90])}:${Math.min(4, ended)}`;
  };
}

/** A paragraph longer than this is no more of a paragraph. */
const FULL_WEIGHT = 120;

function bucket(value: number, bounds: readonly number[]): string {
  const at = bounds.findIndex((bound) => value <= bound);
  return at < 0 ? 'more' : String(at);
}
