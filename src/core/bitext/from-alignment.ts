import type { AlignedBead } from '../align/alignment.ts';
import type { Sentence } from '../text/segment.ts';
import type { Bead, Bitext, Segment } from './bitext.ts';

/** A sentence as it is aligned, and with bold and italics as codes where it has any. */
export type AlignedSentence = Pick<Sentence, 'text' | 'paragraph' | 'kind'> & { readonly coded?: string };

/** One side of a new bitext: its sentences without boilerplate, and its language. */
export interface BitextSide {
  readonly language: string;
  readonly sentences: readonly AlignedSentence[];
}

/** Makes a bitext of two sides and the beads that the aligner found between them. */
export function bitextFrom(source: BitextSide, target: BitextSide, aligned: readonly AlignedBead[]): Bitext {
  let nextId = 1;
  const segmentsOf = (side: BitextSide): Segment[] =>
    side.sentences.map(({ text, coded = text, paragraph, kind }) => ({ id: nextId++, text: coded, paragraph, kind }));
  const sources = segmentsOf(source);
  const targets = segmentsOf(target);
  const beads = aligned.map(
    (bead): Bead => ({
      id: nextId++,
      source: bead.source.map((i) => idAt(sources, i)),
      target: bead.target.map((j) => idAt(targets, j)),
      status: 'proposed',
      confidence: bead.confidence,
      note: '',
    }),
  );
  return {
    sourceLanguage: source.language,
    targetLanguage: target.language,
    source: sources,
    target: targets,
    beads,
    nextId,
  };
}

function idAt(segments: readonly Segment[], index: number): number {
  const segment = segments[index];
  if (!segment) throw new RangeError(`no segment ${index} among ${segments.length}`);
  return segment.id;
}
