import { isLeftOut, type Judgement, withGroups } from '../../text/page/judge-page.ts';
import type { LineSize } from '../../text/page/line-shape.ts';
import type { EvidencedSide } from './pair-features.ts';

export interface SettledPages {
  readonly source: readonly Judgement[];
  readonly target: readonly Judgement[];
}

/** A page with what its lines probably are, each judged beside the other page. */
interface JudgedSide extends EvidencedSide {
  readonly judged: readonly Judgement[];
}

/**
 * What the lines of two pages are, so that a line and its counterpart are left out both or kept both. What surely has a
 * counterpart is kept, and so is what both pages do not agree on: a line of the article that is left out is the worse
 * fault. Labels that sites have in both languages, and links below them, are left out though they go together.
 */
export function reconciled(source: JudgedSide, target: JudgedSide): SettledPages {
  const settled = { source: trusted(source), target: trusted(target) };
  source.evidence.forEach(({ mate }, i) => {
    if (mate < 0 || target.evidence[mate]!.mate !== i || !isPair(source, i, target, mate)) return;
    const [a, b] = [settled.source[i]!, settled.target[mate]!];
    const put = (change: Partial<Judgement>) => {
      settled.source[i] = { ...a, ...change };
      settled.target[mate] = { ...b, ...change };
    };
    if (isLink(source, i, target, mate)) put({ outside: 1 });
    else if (isStrong(source, i, target, mate)) {
      settled.source[i] = { ...a, outside: Math.min(a.outside, 0.5), paired: true };
      settled.target[mate] = { ...b, outside: Math.min(b.outside, 0.5), paired: true };
    } else if (isLeftOut(a) !== isLeftOut(b)) put({ outside: Math.min(a.outside, b.outside) >= MIN_AGREED ? 1 : 0 });
  });
  leaveOutTwins(settled.source, source, settled.target, target);
  leaveOutTwins(settled.target, target, settled.source, source);
  return settled;
}

/** Where one of two counterparts is left out, the other is, too, if this much speaks for it. */
const MIN_AGREED = 0.8;

/** What is said of lines, where a line that its own page takes for text needs more to be left out than that it stands alone. */
function trusted({ judged, outside, sizes, marks }: JudgedSide): Judgement[] {
  return withGroups(judged, { marks, sizes }).map((judgement, i) =>
    outside[i]! < SURE_TEXT_TO && !SHORT_SIZES.has(sizes[i]!) && judgement.outside < ALONE_FROM
      ? { ...judgement, outside: Math.min(judgement.outside, 0.5) }
      : judgement,
  );
}

const SURE_TEXT_TO = 0.1;
const ALONE_FROM = 0.995;

/** Names of authors and of sections go together on both pages, too. */
export const SHORT_SIZES: ReadonlySet<LineSize> = new Set(['tiny', 'short']);

/** Two lines with less confidence are together because nothing else was left. */
const MIN_CONFIDENCE = 0.5;
const MIN_COVERED = 0.6;

function isPair(own: JudgedSide, i: number, other: JudgedSide, mate: number): boolean {
  const { covered, confidence } = own.evidence[i]!;
  const least = Math.min(covered ?? 0, other.evidence[mate]!.covered ?? 0);
  return least >= MIN_COVERED && confidence >= MIN_CONFIDENCE;
}

/** What speaks for two lines where nothing else could bring them together. */
const STRONG_PAIR = { confidence: 0.7, links: 2 };
/** Where both pages say by themselves that a line is furniture with more than this, it is that, in two languages. */
const SURE_FURNITURE_FROM = 0.95;

function isStrong(own: JudgedSide, i: number, other: JudgedSide, mate: number): boolean {
  const { confidence, links } = own.evidence[i]!;
  const isShort = SHORT_SIZES.has(own.sizes[i]!) || SHORT_SIZES.has(other.sizes[mate]!);
  const isDoubted = Math.min(own.outside[i]!, other.outside[mate]!) < SURE_FURNITURE_FROM;
  return confidence > STRONG_PAIR.confidence && links >= STRONG_PAIR.links && !isShort && isDoubted;
}

const ENDED_SIZES: ReadonlySet<LineSize> = new Set(['full', 'sentence', 'words']);

/** Whether two counterparts are a label that is known on one page, or stand below one and look like links to other stories. */
function isLink(own: JudgedSide, i: number, other: JudgedSide, mate: number): boolean {
  if (ENDED_SIZES.has(own.sizes[i]!) || ENDED_SIZES.has(other.sizes[mate]!)) return false;
  const isLabel = (side: JudgedSide, k: number) => side.marks[k]?.includes('phrase:lines') ?? false;
  if (isLabel(own, i) || isLabel(other, mate)) return true;
  const isBelow = isLabel(own, i - 1) || isLabel(other, mate - 1);
  return isBelow && own.evidence[i]!.links < 2 && own.outside[i]! + other.outside[mate]! >= 1;
}

/** A line that is surely text has no twin among what is left out. */
const MIN_TWIN = 0.4;

/**
 * Leaves out a short line without a counterpart where the other page has one at the same place that is left out and
 * has the same number in it: "Updated at 4:15 p.m." and "Mis à jour à 16 h 15".
 */
function leaveOutTwins(settled: Judgement[], own: JudgedSide, others: readonly Judgement[], other: JudgedSide): void {
  settled.forEach((judgement, i) => {
    const { size, outside } = judgement;
    if (isLeftOut(judgement) || outside < MIN_TWIN || own.evidence[i]!.mate >= 0 || size === 'full') return;
    const before = own.evidence.slice(0, i).findLast(({ mate }) => mate >= 0)?.mate ?? -1;
    const behind = own.evidence.slice(i + 1).find(({ mate }) => mate >= 0)?.mate ?? others.length;
    const numbers = new Set(own.numbers[i]);
    const hasTwin = others.some(
      (twin, k) =>
        k > before && k < behind && isLeftOut(twin) && other.numbers[k]!.some((number) => numbers.has(number)),
    );
    if (hasTwin) settled[i] = { ...judgement, outside: 1 };
  });
}
