import { alignAll } from '../../core/align/align.ts';
import { type BlockRow, blockRows } from '../../core/align/pages/block-rows.ts';
import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import { type Sentence, sentencesToAlign } from '../../core/text/segment.ts';
import type { Languages } from '../desk.ts';
import type { SortedText } from '../intake-tools.ts';
import { work } from '../jobs/work.ts';

/** Two articles beside each other, before anything is stored. */
export interface FaceToFace {
  /** Their blocks lined up, each in one row. */
  readonly rows: readonly BlockRow[];
  /** How far they translate each other, from 0 to 1, by how both begin; null where that is too short to tell. */
  readonly parallelism: number | null;
  /** Sentences that would be aligned. */
  readonly sentences: Readonly<Record<Side, number>>;
}

type Pair = Readonly<Record<Side, SortedText>>;

/** Sentences of each side by which two texts are lined up: a whole article, and of a book as much as is shown at first. */
const SAMPLE = 80;

/** Looks two articles over: how their lines stand beside each other, how far they translate each other. */
export const lineUp = work<Pair, FaceToFace>('line two articles up', { room: 'reading' }, async (desk, pair) =>
  linedUp(pair, desk),
);

function linedUp(pair: Pair, { packs, seeds }: Languages): FaceToFace {
  const all = { source: sentencesToAlign(pair.source, packs), target: sentencesToAlign(pair.target, packs) };
  const sample = { source: all.source.slice(0, SAMPLE), target: all.target.slice(0, SAMPLE) };
  const blocks = { source: pair.source.blocks.length, target: pair.target.blocks.length };
  const sentences = { source: all.source.length, target: all.target.length };
  if (SIDES.some((side) => sample[side].length === 0))
    return { rows: blockRows(blocks, []), parallelism: null, sentences };
  const [from, to] = [packs(pair.source.language), packs(pair.target.language)];
  const side = (sentences: readonly Sentence[]) => ({
    segments: sentences.map(({ text }) => text),
    paragraphs: sentences.map(({ paragraph }) => paragraph),
  });
  const [aligned] = alignAll(
    [{ source: { ...side(sample.source), pack: from }, target: { ...side(sample.target), pack: to } }],
    { lexicon: seeds(from, to) },
  );
  const links = aligned!.beads.flatMap((bead) =>
    bead.source.flatMap((s) =>
      bead.target.map((t) => [sample.source[s]!.paragraph, sample.target[t]!.paragraph] as const),
    ),
  );
  return { rows: blockRows(blocks, links), parallelism: aligned!.parallelism, sentences };
}
