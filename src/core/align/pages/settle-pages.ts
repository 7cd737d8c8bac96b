import type { Block, RawBlock } from '../../text/blocks.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { creditFinder } from '../../text/page/credits.ts';
import { type JudgedPage, type Judgement, judgeLines, worthOf } from '../../text/page/judge-page.ts';
import type { LineSize } from '../../text/page/line-shape.ts';
import { segmentBlocks } from '../../text/segment.ts';
import { textLength } from '../../text/text-length.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { counterpartsOf } from './counterparts.ts';
import { type EvidencedSide, evidenceOf, type LineSegment, pairFeatures } from './pair-features.ts';
import { reconciled, type SettledPages, SHORT_SIZES } from './reconcile.ts';

/** One text of a pair: its blocks, and what each probably is by its own text alone. */
export interface PageSide extends JudgedPage {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly pack: LanguagePack;
}

/**
 * Lines that are outside with more than this need no counterpart to be looked for, if they are short or links to other
 * stories behind the text. What is longer and stands above it may be a headline or a caption that looks like a link.
 */
const SURELY_OUTSIDE_FROM = 0.995;
const ENDED_SIZES: ReadonlySet<LineSize> = new Set(['full', 'sentence', 'words']);
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
  const judge = (page: PageSide, { side, features }: typeof evidenced.source) => {
    const model = page.pack.pageModels?.paired;
    if (!model) return page.judged;
    const paired = worthOf(features, model);
    const worth = page.worth.map((own, i) => own.map((value, s) => model.scale * value + paired[i]![s]!));
    return judgeLines(worth, page.sizes, model).map((judgement, i): Judgement => {
      const own = page.judged[i]!;
      // What was so surely outside that no counterpart was looked for is so still: the other page says nothing of it.
      return side.evidence[i]!.covered === null && own.outside > judgement.outside ? own : judgement;
    });
  };
  return reconciled(
    { ...evidenced.source.side, judged: judge(source, evidenced.source) },
    { ...evidenced.target.side, judged: judge(target, evidenced.target) },
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
    marks: page.marks,
    evidence: evidenceOf(page.blocks.length, own.segments, counterparts, other.segments),
    outside: page.judged.map(({ outside }) => outside),
    numbers: page.blocks.map(({ start, end }) => page.text.slice(start, end).match(/\p{N}{2,}/gu) ?? []),
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
    const { outside, state } = judged[line]!;
    if (
      outside > SURELY_OUTSIDE_FROM &&
      (SHORT_SIZES.has(sizes[line]!) || (state === 'after' && !ENDED_SIZES.has(sizes[line]!)))
    )
      return [];
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
