import type { LineSize } from '../../text/page/line-shape.ts';
import type { Counterpart } from './counterparts.ts';

/** What the first alignment says of a line of a page. */
export interface LineEvidence {
  /** Share of the line that has a counterpart, from 0 to 1; null where it took no part in the alignment. */
  readonly covered: number | null;
  /** How likely that is right, from 0 to 1. */
  readonly confidence: number;
  readonly links: number;
  /** Its length, as `textLength` has it; 0 where it took no part. */
  readonly weight: number;
  /** The line of the other side that most of its counterparts lie in, or -1. */
  readonly mate: number;
}

/** A segment of a line, by its number among those that were aligned. */
export interface LineSegment {
  readonly line: number;
  readonly weight: number;
}

/** Gathers what is known of segments for the lines that they lie in. */
export function evidenceOf(
  lines: number,
  segments: readonly LineSegment[],
  counterparts: readonly Counterpart[],
  others: readonly LineSegment[],
): LineEvidence[] {
  const own: number[][] = Array.from({ length: lines }, () => []);
  segments.forEach(({ line }, i) => {
    own[line]?.push(i);
  });
  return own.map((ids): LineEvidence => {
    if (ids.length === 0) return { covered: null, confidence: 0, links: 0, weight: 0, mate: -1 };
    const weight = (of: readonly number[]) => of.reduce((sum, i) => sum + segments[i]!.weight, 0);
    const filled = ids.filter((i) => counterparts[i]!.mates.length > 0);
    const mates = new Map<number, number>();
    for (const i of filled) {
      for (const j of counterparts[i]!.mates)
        mates.set(others[j]!.line, (mates.get(others[j]!.line) ?? 0) + others[j]!.weight);
    }
    const sure = filled.reduce((sum, i) => sum + segments[i]!.weight * counterparts[i]!.confidence, 0);
    return {
      covered: weight(filled) / Math.max(1, weight(ids)),
      confidence: sure / Math.max(1, weight(filled)),
      weight: weight(ids),
      links: filled.reduce((sum, i) => sum + counterparts[i]!.links, 0),
      mate: [...mates].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1,
    };
  });
}

/** A side of a pair as its features are made. */
export interface EvidencedSide {
  readonly sizes: readonly LineSize[];
  /** What is known of each line besides its form, as `PageLine` has it. */
  readonly marks: readonly (readonly string[])[];
  readonly evidence: readonly LineEvidence[];
  /** How likely each line is not to belong to the article, by its own text alone. */
  readonly outside: readonly number[];
  /** The numbers of two digits and more in each line. */
  readonly numbers: readonly (readonly string[])[];
}

/**
 * What the other text says of each line, as names of features: whether it has a
 * counterpart and what kind of line that is, whether its neighbours have, and
 * where it stands to the lines that surely have one.
 */
export function pairFeatures(own: EvidencedSide, other: EvidencedSide): string[][] {
  const { sizes, evidence } = own;
  const strong = evidence.map(({ covered, confidence, links }, i) => {
    const sound = (covered ?? 0) > 0.5 && confidence > 0.7;
    return sound && links > 1 && (sizes[i] === 'full' || sizes[i] === 'sentence');
  });
  const [first, last] = [strong.indexOf(true), strong.lastIndexOf(true)];
  const state = evidence.map(({ covered, confidence, links }) => {
    if (covered === null) return 'left';
    if (covered < 0.2) return 'none';
    return confidence > 0.7 ? (links > 1 ? 'strong' : 'sure') : confidence > 0.4 ? 'weak' : 'poor';
  });
  return evidence.map(({ covered, confidence, links, mate }, i) => {
    const size = sizes[i]!;
    const standing = state[i]!;
    const where = first < 0 ? 'none' : i < first ? 'above' : i > last ? 'below' : 'within';
    const near = (step: number) => state[i + step] ?? 'edge';
    const partner =
      mate < 0
        ? gapFeatures(size, i, evidence, other)
        : [...matePair(size, mate, other), ...bondFeatures(size, i, evidence, other), ...alikeFeatures(i, own, other)];
    return [
      `ev:${standing}`,
      `${size}|ev:${standing}`,
      `ev:covered:${covered === null ? 'left' : covered === 0 ? 0 : covered < 0.6 ? 1 : 2}`,
      `ev:sure:${Math.floor(confidence * 5)}`,
      `ev:links:${Math.min(4, links)}`,
      `${size}|ev:links:${Math.min(4, links)}`,
      `ev:where:${where}`,
      `${size}|ev:where:${where}`,
      `${standing}|ev:where:${where}`,
      `${size}|${standing}|ev:where:${where}`,
      ...[-2, -1, 1, 2].map((step) => `ev:at${step}:${near(step)}`),
      `ev:between:${near(-1)}:${near(1)}`,
      `${standing}|ev:between:${near(-1)}:${near(1)}`,
      ...crowdFeatures(i, standing, own),
      ...partner,
    ];
  });
}

/** How sure a page is by itself that a line is no part of the article. */
function judgedOf(p: number): string {
  return p < 0.1 ? 'in' : p < 0.5 ? 'likely' : p < 0.9 ? 'unlikely' : p < 0.99 ? 'out' : 'surely';
}

/** What the lines around one are by their own page alone: a line among furniture is most often furniture. */
function crowdFeatures(i: number, standing: string, { sizes, outside }: EvidencedSide): string[] {
  const near = [-2, -1, 1, 2].map((step) => outside[i + step]).filter((p) => p !== undefined);
  const crowd = Math.round((near.reduce((sum, p) => sum + p, 0) / Math.max(1, near.length)) * 4);
  return [`ev:crowd:${crowd}:${standing}`, `${sizes[i]}|ev:crowd:${crowd}:${standing}`];
}

/**
 * What a line and its counterpart have in common besides words: sites in two languages have the same labels
 * and links in both, and these go together as well as sentences do.
 */
function alikeFeatures(i: number, own: EvidencedSide, other: EvidencedSide): string[] {
  const { mate, links } = own.evidence[i]!;
  const size = own.sizes[i]!;
  const both = `${judgedOf(own.outside[i]!)}:${judgedOf(other.outside[mate]!)}`;
  const marks = (other.marks[mate] ?? []).map((mark) => `ev:mate:${mark}`);
  const isLabel = (side: EvidencedSide, k: number) => side.marks[k]?.includes('phrase:lines') ?? false;
  const above = [isLabel(own, i - 1), isLabel(other, mate - 1)].filter(Boolean).length;
  return [
    ...marks,
    ...marks.map((mark) => `${size}|${mark}`),
    `ev:both:${both}`,
    `${size}|ev:both:${both}`,
    `ev:both:${both}:${Math.min(3, links)}`,
    ...(above > 0 ? [`ev:labelled:${above}`, `${size}|ev:labelled:${above}`] : []),
  ];
}

function matePair(size: LineSize, mate: number, { sizes, outside }: EvidencedSide): string[] {
  const judged = judgedOf(outside[mate]!);
  return [`ev:mate:${judged}`, `${size}|ev:mate:${judged}`, `ev:mate:${size}:${sizes[mate]}`];
}

/** How firmly a line and its counterpart hold together: each other's, as long, with common words, beside those of the neighbours. */
function bondFeatures(size: LineSize, i: number, own: readonly LineEvidence[], { evidence }: EvidencedSide): string[] {
  const { mate, weight, links, confidence } = own[i]!;
  const theirs = evidence[mate]!;
  const mutual = theirs.mate === i ? 'mutual' : 'aside';
  const ratio = Math.abs(Math.log(Math.max(1, weight) / Math.max(1, theirs.weight)));
  const alike = ratio < 0.35 ? 'alike' : ratio < 0.8 ? 'near' : 'other';
  const share = (links * 6) / Math.max(6, weight);
  const common = links === 0 ? 'none' : share < 0.15 ? 'few' : share < 0.35 ? 'some' : 'many';
  const steps = [-1, 1].filter((step) => own[i + step]?.mate === mate + step).length;
  const bond = `${mutual}:${alike}:${common}`;
  return [
    `ev:${mutual}`,
    `ev:length:${alike}`,
    `ev:common:${common}`,
    `ev:steps:${steps}`,
    `ev:bond:${bond}`,
    `${size}|ev:bond:${bond}`,
    `${size}|ev:steps:${steps}:${common}`,
    `ev:steps:${steps}:${alike}:${Math.floor(confidence * 3)}`,
  ];
}

/** How many lines of the other side lie between the counterparts of the lines around one that has none. */
function gapFeatures(size: LineSize, i: number, own: readonly LineEvidence[], { evidence }: EvidencedSide): string[] {
  const before = own.slice(0, i).findLast(({ mate }) => mate >= 0)?.mate ?? -1;
  const behind = own.slice(i + 1).find(({ mate }) => mate >= 0)?.mate ?? evidence.length;
  const free = evidence.slice(before + 1, behind).filter(({ mate, covered }) => mate < 0 && covered !== null).length;
  const gap = free <= 0 ? '0' : free <= 2 ? '1' : 'more';
  return [`ev:gap:${gap}`, `${size}|ev:gap:${gap}`];
}
