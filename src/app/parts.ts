import type { Alignment } from '../core/align/alignment.ts';
import type { BeadExplanation } from '../core/align/explain/explain.ts';
import type { Embeddings } from '../core/align/model/embeddings.ts';
import type { Bitext } from '../core/bitext/bitext.ts';
import type { Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import type { KnownLines } from '../core/text/kinds.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import type { UserBreakRule } from '../core/text/user-rules.ts';
import type { readFile } from '../intake/articles/read-file.ts';
import type { MemoryEnd, MemoryPart, WantedMemory } from '../intake/memories/memory-reader.ts';
import type { StoredBreakRule } from '../store/break-rules.ts';
import type { AlignmentJob, ExplanationJob } from './alignment-job.ts';

// The services that use cases find in an `App`, as interfaces: the rooms implement them, `open-app.ts` puts them together.

/** Aligns in worker threads. */
export interface Aligner {
  /**
   * @param told how far the work has come, from 0 to 1
   * @param signal stops the work, at once
   */
  align(job: Omit<AlignmentJob, 'progress'>, told?: (done: number) => void, signal?: AbortSignal): Promise<Alignment>;
  explain(job: ExplanationJob): Promise<BeadExplanation>;
  close(): Promise<void>;
}

/** Aligns what is queued in the store, a bitext at a time per thread. */
export interface AlignmentQueue {
  /** Takes up a bitext that has been stored as queued. */
  add(id: number): void;
  /** Takes up again what a stop of the program had interrupted. */
  resume(): Promise<void>;
  /** Stops the alignment of a bitext, which fails then and can be tried again. */
  cancel(id: number): Promise<void>;
  /** Resolves when the bitext is ready, or has failed, or is gone. */
  settled(id: number): Promise<void>;
  /** Takes up nothing more and waits for what is being written. */
  stop(): Promise<void>;
}

/** Gives the meanings of texts as vectors. */
export interface Embedder {
  /**
   * The vectors of all segments of a text and of their runs.
   * @throws Problem `embeddings-unavailable` where the server does not give them
   */
  embed(segments: readonly string[], language: string): Promise<Embeddings>;
}

/** Reads an article from a file's bytes. */
export type ReadFile = typeof readFile;

/** What helps to read an article. */
export interface IntakeTools {
  /** Reads files; by default in the thread that asks. */
  readonly read?: ReadFile;
  /** What people have said of a publisher's lines before. */
  readonly knownLines?: (publisher: string) => Promise<KnownLines>;
}

/**
 * Reads a memory as rows: what stood in each piece, and at last what is known of all.
 * @throws Problem `bad-input` where its languages cannot be told
 */
export type ReadMemory = (
  wanted: WantedMemory,
  pieces: AsyncIterable<Uint8Array>,
) => AsyncGenerator<{ readonly part: MemoryPart; readonly bytes: number } | { readonly end: MemoryEnd }>;

/** People's own rules for where sentences end, and the language packs with them. */
export interface Segmentation {
  readonly packs: PackFor;
  /** In the order in which they are tried. */
  rules(): readonly StoredBreakRule[];
  /** Adds a rule before all others. @throws Problem `bad-input` where it is no regular expression */
  add(rule: UserBreakRule): Promise<void>;
  /** Adds rules of a file, SRX, for some languages, behind all others; those of the same file before are replaced. Returns how many, and what was left out. */
  importFile(
    bytes: Uint8Array,
    name: string,
    languages: readonly string[],
  ): Promise<{ count: number; findings: readonly Finding[] }>;
  /** Takes one rule away, or all that came from a file. */
  remove(which: { id: number } | { origin: string }): Promise<void>;
}

export type SegmentationRule = StoredBreakRule;

/** The full-text index, which long imports leave behind so that they are stored sooner. */
export interface SearchIndex {
  /** Whether something that is stored cannot be found yet. */
  isIndexing(): Promise<boolean>;
  /**
   * Resolves when all that is stored can be found, or when patience is over; works
   * on it, others getting their turn in between.
   */
  ready(): Promise<void>;
  /** Begins with it while nobody waits. */
  start(): void;
  /** Leaves off after what is being written; the rest is done another time. */
  stop(): Promise<void>;
}

/** What became of an edit: the rows that are there now where the old ones stood. */
export interface EditResult {
  readonly seq: number;
  readonly label: Message;
  /** Beads that the edit took away or changed. */
  readonly removed: readonly number[];
  /** Beads that stand there now, in order. */
  readonly beads: readonly number[];
  /** The part of the bitext around them. */
  readonly slice: Bitext;
}

/** An edit that has been stored, with who made it. */
export interface LiveEdit {
  /** Given by the client, so that it knows its own. */
  readonly clientId: string;
  readonly author: string;
  readonly result: EditResult;
}

/** Tells those who look at a bitext of its edits as they are made. */
export interface LiveEdits {
  publish(id: number, edit: LiveEdit): void;
  /** @returns a function that ends it */
  subscribe(id: number, listener: (edit: LiveEdit) => void): () => void;
}
