/**
 * Meanings of a text as vectors: `runs[k - 1]` holds, one after another, the
 * vector of each run of k segments (joined), by the segment it begins with.
 * All have length 1.
 */
export interface Embeddings {
  readonly dimensions: number;
  readonly runs: readonly Float32Array[];
}

/** A segment's place among the embeddings of its text. */
export interface EmbeddedSegment {
  readonly of: Embeddings;
  readonly at: number;
}
