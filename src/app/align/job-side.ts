import type { Segment } from '../../core/bitext/bitext.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { JobSide } from '../alignment-job.ts';
import type { Embedder } from '../parts.ts';

/** One side of a text pair as the aligner takes it, as it is read, with the meanings of its segments where a server gives them. */
export async function jobSide(
  { embedder }: { readonly embedder: Embedder | null },
  language: string,
  sentences: readonly Pick<Segment, 'text' | 'paragraph'>[],
): Promise<JobSide> {
  const segments = sentences.map(({ text }) => plainText(text));
  return {
    language,
    segments,
    paragraphs: sentences.map(({ paragraph }) => paragraph),
    ...(embedder && { embeddings: await embedder.embed(segments, language) }),
  };
}
