import type { Block, RawBlock } from '../../text/blocks.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { creditFinder } from '../../text/page/credits.ts';
import { isLeftOut, type JudgedPage, type Judgement, judgeLines, worthOf } from '../../text/page/judge-page.ts';
import type { LineSize } from '../../text/page/line-shape.ts';
import { segmentBlocks } from '../../text/segment.ts';
import { textLength } from '../../text/text-length.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { counterpartsOf } from './counterparts.ts';
import { type EvidencedSide, evidenceOf, type LineSegment, pairFeatures } from './pair-features.ts';

/** One text of a pair: its blocks, and what each probably is by its own text alone. */
export interface PageSide extends JudgedPage {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly pack: LanguagePack;
}

export interface SettledPages {
  readonly source: readonly Judgement[];
  readonly target: readonly Judgement[];
}

/** Lines that are outside with more than this need no counterpart to be looked for. */
const SURELY_OUTSIDE_FROM = 0.995;
/** Lines of both sides: what has more is a book, whose alignment takes seconds, and no page. */
const MAX_LINES = 1500;
/** Texts that hardly translate each other say nothing about one another. */
const MIN_PARALLELISM = 0.28;

/**
 * Judges the lines of two pages again, each by the other: the translation is
 * evidence. What has a strong counterpart is text; what has none, at the edges or
 * among short lines, is furniture; two lines do not pair merely because both are short.
 */
export function settlePages(source: PageSide, target: PageSide, lexicon: Lexicon): SettledPages {
  const long = source.blocks.length + target.blocks.length > MAX_LINES;
  const evidenced = long ? null : pairEvidence(source, target, lexicon);
  if (!evidenced) return { source: source.judged, target: target.judged };
  const judge = (side: PageSide, features: readonly (readonly string[])[]) => {
    const model = side.pack.pageModels?.paired;
    if (!model) return side.judged;
    const paired = worthOf(features, model);
    const worth = side.worth.map((own, i) => own.map((value, s) => model.scale * value + paired[i]![s]!));
    return judgeLines(worth, side.sizes, model);
  };
  return reconcile(
    judge(source, evidenced.source.features),
    judge(target, evidenced.target.features),
    evidenced.source.side,
    evidenced.target.side,
  );
}

/** What each side says of the other's lines, as features; null where it says nothing. */
export function pairEvidence(source: PageSide, target: PageSide, lexicon: Lexicon) {
  const [from, to] = [segmentsOf(source), segmentsOf(target)];
  if (from.texts.length === 0 || to.texts.length === 0) return null;
  const found = counterpartsOf(from.side, to.side, lexicon);
  if (found.parallelism !== null && found.parallelism < MIN_PARALLELISM) return null;
  const evidenced = (page: PageSide, own: Cut, other: Cut, counterparts: typeof found.source): EvidencedSide => ({
    sizes: page.sizes,
    evidence: evidenceOf(page.blocks.length, own.segments, counterparts, other.segments),
    outside: page.judged.map(({ outside }) => outside),
  });
  const sides = {
    source: evidenced(source, from, to, found.source),
    target: evidenced(target, to, from, found.target),
  };
  return {
    source: { side: sides.source, features: pairFeatures(sides.source, sides.target) },
    target: { side: sides.target, features: pairFeatures(sides.target, sides.source) },
  };
}

interface Cut {
  readonly texts: readonly string[];
  readonly segments: readonly LineSegment[];
  readonly side: { segments: string[]; paragraphs: number[]; pack: LanguagePack };
}

/** The sentences of the lines that may belong to the article, without the credits at their ends. */
function segmentsOf({ text, blocks, pack, judged, sizes }: PageSide): Cut {
  const creditIn = creditFinder(pack.creditMarks);
  const kept = blocks.flatMap(({ start, end }, line): (Block & { line: number })[] => {
    const ended = sizes[line] === 'full' || sizes[line] === 'sentence' || sizes[line] === 'words';
    if (judged[line]!.outside > SURELY_OUTSIDE_FROM && !ended) return [];
    const credit = creditIn(text.slice(start, end));
    if (credit === 0) return [];
    const kind = judged[line]!.state === 'headline' ? 'headline' : 'body';
    return [{ start, end: credit > 0 ? start + credit : end, kind, reason: null, line }];
  });
  const sentences = segmentBlocks(text, kept, pack).filter((sentence) => sentence.text !== '');
  const texts = sentences.map((sentence) => sentence.text);
  return {
    texts,
    segments: sentences.map(({ paragraph, text }) => ({ line: kept[paragraph]!.line, weight: textLength(text) })),
    side: { segments: texts, paragraphs: sentences.map(({ paragraph }) => paragraph), pack },
  };
}

/**
 * Where one line is left out and its counterpart is not, the surer judgement holds for both; what surely has a
 * counterpart is kept.
 */
function reconcile(
  source: readonly Judgement[],
  target: readonly Judgement[],
  from: EvidencedSide,
  to: EvidencedSide,
): SettledPages {
  const settled = { source: [...source], target: [...target] };
  from.evidence.forEach(({ mate, covered, confidence, links }, i) => {
    if (mate < 0 || to.evidence[mate]!.mate !== i) return;
    if ((covered ?? 0) < 0.6 || (to.evidence[mate]!.covered ?? 0) < 0.6 || confidence < MIN_CONFIDENCE) return;
    const [a, b] = [source[i]!, target[mate]!];
    const strong =
      confidence > STRONG_PAIR.confidence &&
      links >= STRONG_PAIR.links &&
      !SHORT_SIZES.has(a.size) &&
      !SHORT_SIZES.has(b.size);
    if (strong) {
      settled.source[i] = { ...a, outside: Math.min(a.outside, 0.5), paired: true };
      settled.target[mate] = { ...b, outside: Math.min(b.outside, 0.5), paired: true };
      return;
    }
    if (isLeftOut(a) === isLeftOut(b)) return;
    const outside = odds((logit(a.outside) + logit(b.outside)) / 2);
    const both = [a, b].map((judgement): Judgement => ({ ...judgement, outside }));
    const left = both.some(isLeftOut);
    settled.source[i] = { ...a, outside: left ? 1 : 0 };
    settled.target[mate] = { ...b, outside: left ? 1 : 0 };
  });
  return settled;
}

/** Two lines with less than this are together because nothing else was left. */
const MIN_CONFIDENCE = 0.5;

/** What speaks for two lines where nothing else could bring them together. */
const STRONG_PAIR = { confidence: 0.7, links: 2 };
/** Names of authors and of sections go together on both pages, too. */
const SHORT_SIZES: ReadonlySet<LineSize> = new Set(['tiny', 'short']);

function logit(p: number): number {
  const q = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(q / (1 - q));
}

function odds(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
