import { textLength } from '../../text/text-length.ts';
import type { AlignSide, IndexBead } from '../alignment.ts';
import { associations } from '../model/associations.ts';
import { type PairCorpus, readCorpus } from '../model/corpus.ts';
import { ratioOfPath } from '../model/length-ratio.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { learnAssociations } from '../model/model-one.ts';
import { subset } from '../model/side-tokens.ts';
import { PARAMETERS, type Parameters } from '../parameters.ts';
import { countSteps } from '../search/rates.ts';
import type { Stretch } from '../search/stretch.ts';
import { isFreeAlignment, learnedPrior } from '../search/styles.ts';
import { type KnownPairs, linkKinds, type WordLink, wordLinker } from './explain-links.ts';
import { type Passage, passageAround, type Readings, readingsOf, stepsOf } from './explain-readings.ts';

/** What spoke for a bead, and what else the passage could be. */
export interface BeadExplanation extends Readings {
  readonly links: readonly WordLink[];
  /** Characters without spaces, dense scripts counted more than once; and how many were to be expected. */
  readonly lengths: { readonly source: number; readonly target: number; readonly expected: number };
}

export interface ExplainOptions {
  readonly lexicon?: Lexicon;
  readonly memory?: readonly (readonly [source: string, target: string])[];
  readonly parameters?: Parameters;
}

/** Two texts as they are aligned, the beads in order. */
export interface AlignedText {
  readonly source: AlignSide;
  readonly target: AlignSide;
  readonly beads: readonly IndexBead[];
}

/**
 * Explains one bead of an alignment: the words linked in it, its lengths, and
 * the best other reading of the passage with its probability. What the other
 * beads teach is taken into account; the bead itself teaches nothing.
 * @param at which of the beads
 */
export function explainBead(
  { source, target, beads }: AlignedText,
  at: number,
  { lexicon = new Map(), memory = [], parameters = PARAMETERS }: ExplainOptions = {},
): BeadExplanation {
  const bead = beads[at]!;
  const corpus = readCorpus([{ source, target }], memory);
  const kinds = linkKinds(corpus, lexicon, parameters);
  const known = knownTable(corpus, kinds);
  const others = [...corpus.fixed, ...beads.filter((_, k) => k !== at)];
  const table = learnAssociations(corpus, others, known, parameters.learning);
  const path = stepsOf(beads);
  const passage = passageAround(beads, at);
  const stretch = stretchOf(corpus, passage, ratioOfPath(corpus.source, corpus.target, path));
  const prior = learnedPrior(
    [countSteps(path)],
    parameters.passes.at(-1)!,
    isFreeAlignment(path, parameters.passes.at(-1)!),
    parameters,
  );
  const readings = readingsOf(stretch, passage, bead, { prior, table, parameters });
  return {
    links: wordLinker({ corpus, source, target, table, kinds })(bead),
    lengths: lengthsOf(source, target, bead, stretch.ratio),
    ...readings,
  };
}

/** The linked words of each bead of an alignment, by the bead's number. */
export type BeadLinks = (bead: number) => WordLink[];

/** Links the words of all beads of an alignment, from what is known of the languages and what the beads teach. */
export function linkedWords(
  { source, target, beads }: AlignedText,
  lexicon: Lexicon,
  parameters: Parameters = PARAMETERS,
): BeadLinks {
  const corpus = readCorpus([{ source, target }], []);
  const kinds = linkKinds(corpus, lexicon, parameters);
  const known = knownTable(corpus, kinds);
  const table = learnAssociations(corpus, beads, known, parameters.learning);
  const link = wordLinker({ corpus, source, target, table, kinds });
  return (bead) => link(beads[bead]!);
}

function knownTable({ source, target }: PairCorpus, kinds: readonly KnownPairs[]) {
  return associations(
    source.types.length,
    target.types.length,
    kinds.flatMap(({ pairs }) => pairs),
  );
}

function stretchOf(corpus: PairCorpus, { source, target }: Passage, ratio: number): Stretch {
  const whole = corpus.wholes[0]!;
  return {
    source: subset(whole.source, source),
    target: subset(whole.target, target),
    ratio,
    paragraphs: whole.paragraphs && {
      source: source.map((i) => whole.paragraphs!.source[i]!),
      target: target.map((j) => whole.paragraphs!.target[j]!),
    },
  };
}

function lengthsOf(source: AlignSide, target: AlignSide, bead: IndexBead, ratio: number): BeadExplanation['lengths'] {
  const length = (side: AlignSide, ids: readonly number[]) =>
    ids.reduce((sum, i) => sum + textLength(side.segments[i]!), 0);
  const from = length(source, bead.source);
  return { source: from, target: length(target, bead.target), expected: from * ratio };
}
