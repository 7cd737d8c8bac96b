import type { Parameters } from '../parameters.ts';
import { type Band, fullBand } from '../search/band.ts';
import { type BeadScorer, cellAt, type Lattice, scoreLattice } from '../search/lattice.ts';
import { ratesOf } from '../search/rates.ts';
import { beadPrior, type Prior } from '../search/shapes.ts';
import type { PairWorth, Stretch } from '../search/stretch.ts';
import type { Associations } from './associations.ts';
import { embeddingScorer } from './embedding-scorer.ts';
import { lengthModel } from './length-model.ts';
import { paragraphScorer } from './paragraph-scorer.ts';
import { seamScorer } from './seam-scorer.ts';
import { subset } from './side-tokens.ts';
import { wordScorer } from './word-scorer.ts';

/** What beads are scored by. */
export interface BeadModel {
  /** How common each shape is. */
  readonly prior: Prior;
  /** Which words go together. */
  readonly table: Associations;
  readonly parameters: Parameters;
}

/** Scores every bead within a band by words, lengths, paragraph breaks and how common its shape is. */
export function scoreBeads(stretch: Stretch, band: Band, model: BeadModel): Lattice {
  const { shapes, gap } = model.prior;
  return scoreLattice(band, shapes, gap, Object.values(scorersOf(stretch, band, model)));
}

/** The scorers of beads, one for each kind of evidence. */
export function scorersOf(
  stretch: Stretch,
  band: Band,
  { prior: { shapes }, table, parameters }: BeadModel,
): { words: BeadScorer; seams: BeadScorer; lengths: BeadScorer; paragraphs?: BeadScorer; meanings?: BeadScorer } {
  const reach = Math.max(...shapes.map((shape) => Math.max(shape.source, shape.target)));
  const { source, target, paragraphs } = stretch;
  return {
    words: wordScorer(stretch, table, band, { ...parameters.words, reach }),
    seams: seamScorer(source, target, table, band, { ...parameters.seams, reach }),
    lengths: lengthScorer(stretch, parameters),
    ...(paragraphs && { paragraphs: paragraphScorer(paragraphs.source, paragraphs.target, parameters.paragraph) }),
    ...(source.embedded && target.embedded && { meanings: embeddingScorer(source, target, parameters.embeddings) }),
  };
}

/** What single segments are worth as pairs, wherever they stand, against two gaps that are open already. */
export function pairWorth(stretch: Stretch, table: Associations, parameters: Parameters): PairWorth {
  return (sources, targets) => {
    const part: Stretch = {
      source: subset(stretch.source, sources),
      target: subset(stretch.target, targets),
      ratio: stretch.ratio,
      paragraphs: null,
    };
    const band = fullBand(sources.length, targets.length);
    const single: Prior = {
      ...beadPrior(ratesOf(parameters), { run: 0, total: 0 }),
      shapes: [{ source: 1, target: 1, logPrior: 0 }],
    };
    const lattice = scoreBeads(part, band, { prior: single, table, parameters });
    const row = new Map(sources.map((i, k) => [i, k + 1]));
    const column = new Map(targets.map((j, k) => [j, k + 1]));
    return (i, j) => lattice.scores[cellAt(band, row.get(i)!, column.get(j)!)]! - 2 * single.gap.extend;
  };
}

function lengthScorer({ source, target, ratio }: Stretch, { length }: Parameters): BeadScorer {
  // With this power of the ratio the score is the same when the sides change places.
  const model = lengthModel(ratio, length.variance * ratio ** 1.5);
  return {
    addRow({ i, first, last, low, sums }, shapes) {
      const width = shapes.length;
      for (let k = 0; k < width; k++) {
        const shape = shapes[k]!;
        const chars = source.chars[i]! - source.chars[i - Math.min(i, shape.source)]!;
        for (let j = first[k]!, at = (j - low) * width + k; j <= last[k]!; j++, at += width) {
          sums[at] = sums[at]! + length.weight * model.score(chars, target.chars[j]! - target.chars[j - shape.target]!);
        }
      }
    },
  };
}
