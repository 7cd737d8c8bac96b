import type { MessagePort } from 'node:worker_threads';
import type { IndexBead } from '../core/align/alignment.ts';
import type { Embeddings } from '../core/align/model/embeddings.ts';
import type { Lexicon } from '../core/align/model/lexicon.ts';

/** What the store knows of a language pair that helps to align texts in it. */
export interface Knowledge {
  /** Segments that reviewers have confirmed to translate each other, and glossary terms. */
  readonly memory: readonly (readonly [source: string, target: string])[];
  /** Words from imported lexicons. */
  readonly lexicon: Lexicon;
}

/** One side of a text pair as a worker thread gets it. */
export interface JobSide {
  readonly language: string;
  readonly segments: readonly string[];
  readonly paragraphs: readonly number[];
  readonly embeddings?: Embeddings | undefined;
}

export interface Job {
  readonly source: JobSide;
  readonly target: JobSide;
  readonly memory: Knowledge['memory'];
  readonly lexicon: Lexicon;
}

/** A bead of an alignment that a worker thread is asked to explain. */
export interface ExplanationJob extends Job {
  readonly beads: readonly IndexBead[];
  readonly at: number;
}

/** What a worker thread is asked to align. */
export interface AlignmentJob extends Job {
  /** Beads that stand already; nothing is aligned across them. */
  readonly fixed?: readonly IndexBead[];
  /** Whether somebody waits for it: a long text is then aligned a little less well in half the time. */
  readonly quick?: boolean;
  /** Where progress from 0 to 1 is reported, if anybody listens. */
  readonly progress?: MessagePort;
}
