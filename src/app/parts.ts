import type { Alignment } from '../core/align/alignment.ts';
import type { BeadExplanation } from '../core/align/explain/explain.ts';
import type { Embeddings } from '../core/align/model/embeddings.ts';
import type { Bitext } from '../core/bitext/bitext.ts';
import type { Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import type { Block } from '../core/text/blocks.ts';
import type { KnownLines } from '../core/text/kinds.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import type { Sentence } from '../core/text/segment.ts';
import type { UserBreakRule } from '../core/text/user-rules.ts';
import type { RawArticle } from '../intake/articles/read-file.ts';
import type { MemoryEnd, MemoryPart, WantedMemory } from '../intake/memories/memory-reader.ts';
import type { SeedFor } from '../intake/seed-lexicon.ts';
import type { StoredBreakRule } from '../store/break-rules.ts';
import type { RunningProgram } from '../store/leases.ts';
import type { Db, Store } from '../store/open-store.ts';
import type { AlignmentJob, ExplanationJob } from './alignment-job.ts';

// The services that use cases find in an `App`, as interfaces: the rooms implement them, `open-app.ts` puts them together.

/** What is known of languages before anybody has said anything. */
export interface Languages {
  readonly packs: PackFor;
  /** Words that translate each other, as they ship with the program. */
  readonly seeds: SeedFor;
}

/** Where work is done: a database to read, and what is known of languages. */
export interface Desk extends Languages {
  readonly store: Store;
  /** The time, ISO 8601 in UTC. */
  now(): string;
}

/** Work of one nature, which does not wait for that of another: strangers' files, what a page waits for, what takes minutes. */
export type WorkRoom = 'reading' | 'page' | 'long';

export interface WorkLimits {
  /** From when it is begun, in ms. */
  readonly time: number;
  /** What the heap of its thread may hold, in MB. */
  readonly memory: number;
}

/** A kind of work that is done beside the server's thread; `jobs/work.ts` makes one. */
export interface Work<Input, Output> {
  readonly name: string;
  readonly room: WorkRoom;
  readonly limits: WorkLimits;
  /** What is said where it was given up. */
  refused(input: Input, why: Message): Problem;
  /** What is said where something broke that a stranger made; without it the fault is ours. */
  readonly broken?: ((input: Input, why: string) => Problem) | undefined;
  run(desk: Desk, input: Input, turn: WorkTurn): Promise<Output>;
}

/** What work says while it is done. */
export interface WorkTurn {
  /** How far it has come, in its own measure. */
  told(done: number): void;
}

/** How a piece of work is wanted. */
export interface WorkOrder {
  /** Ends it at once. */
  readonly signal?: AbortSignal | undefined;
  readonly told?: ((done: number) => void) | undefined;
}

/** Does work beside the server's thread. */
export interface Pool {
  /**
   * @throws Problem what the work throws, what `refused` says where it passes its limits, `cancelled`,
   *   `too-many-requests` where too much waits already
   */
  run<Input, Output>(kind: Work<Input, Output>, input: Input, order?: WorkOrder): Promise<Output>;
  close(): Promise<void>;
}

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
  /** Takes up what waits and nobody works on, such as what a stop of the program had interrupted. */
  resume(): Promise<void>;
  /** Stops the alignment of a bitext, which fails then and can be tried again. */
  cancel(id: number): Promise<void>;
  /** Resolves when the bitext is ready, or has failed, or is gone. */
  settled(id: number): Promise<void>;
  /** Leaves off, once what is being written is written; what is not aligned yet waits for the next start. */
  stop(): Promise<void>;
}

/** What this program has taken on in the store, so that no other works on the same. */
export interface Leases {
  /** The name of this program among those that work on the database. */
  readonly id: string;
  /** Takes a bitext on. Returns whether this program has it now; another may. */
  take(db: Db, bitextId: number): Promise<boolean>;
  holds(db: Db, bitextId: number): Promise<boolean>;
  /** Other programs that work on the database. What those that are gone had taken on is anybody's then. */
  others(): Promise<readonly RunningProgram[]>;
  /** Does some work now and every few seconds: taking up what others have left. */
  watch(work: () => Promise<void>): Promise<void>;
  /** Lets go of everything. */
  stop(): Promise<void>;
}

/** A place on the disk for files that are on their way in. */
export interface Scratch {
  /** This program's own folder; it is there. */
  folder(): Promise<string>;
  /** Removes what programs that are gone have left. @param running the names of those that are not */
  sweep(running: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** How far long imports have come, by the names that the pages gave them. */
export interface Progress {
  /** Does work that says how far it has come, from 0 to 1. */
  track<T>(job: string | undefined, work: (told: (share: number) => void) => Promise<T>): Promise<T>;
  /** How far it has come; null where nothing of this name is under way. */
  of(job: string): number | null;
}

/** Gives the meanings of texts as vectors. */
export interface Embedder {
  /**
   * The vectors of all segments of a text and of their runs.
   * @throws Problem `embeddings-unavailable` where the server does not give them
   */
  embed(segments: readonly string[], language: string): Promise<Embeddings>;
}

/** A side as a person brings it: a file, pasted text, or what was pasted with its formatting. */
export type ArticleInput = {
  readonly name: string;
  readonly language?: string | undefined;
} & (
  | { readonly bytes: Uint8Array; readonly encoding?: string | undefined }
  | { readonly text: string }
  | { readonly html: string }
);

/** An article as it was read, in the language that it is said to be in or was found to be in. */
export interface ArticleInLanguage extends RawArticle {
  readonly language: string;
}

/** What helps to read an article. */
export interface IntakeTools {
  /** Reads articles; by default in the thread that asks. */
  readonly read?: (input: ArticleInput, signal?: AbortSignal) => Promise<RawArticle>;
  /** Says of each block what it is; likewise. */
  readonly classify?: (article: ArticleInLanguage, known: KnownLines, signal?: AbortSignal) => Promise<Block[]>;
  /** What people have said of a publisher's lines before. */
  readonly knownLines?: (publisher: string) => Promise<KnownLines>;
}

/** A text whose blocks have kinds, in one language: what can be cut into sentences. */
export interface SortedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string;
}

/**
 * Reads a memory as rows: what stood in each piece, and at last what is known of all.
 * @throws Problem `bad-input` where its languages cannot be told
 */
export type ReadMemory = (
  wanted: WantedMemory,
  pieces: AsyncIterable<Uint8Array>,
) => AsyncGenerator<{ readonly part: MemoryPart; readonly bytes: number } | { readonly end: MemoryEnd }>;

/**
 * People's own rules for where sentences end, and texts cut by them. A rule is a regular expression of a
 * stranger's, so it never runs on the server's thread: the packs of an `App` know nothing of it.
 */
export interface Segmentation {
  /**
   * The sentences of a text that take part in an alignment.
   * @throws Problem `too-large` where the rules or the text take too long
   */
  sentences(text: SortedText, signal?: AbortSignal): Promise<Sentence[]>;
  /** A few lines cut as a text of this language would be. */
  tryOut(text: string, language: string, signal?: AbortSignal): Promise<string[]>;
  /** In the order in which they are tried. */
  rules(): readonly StoredBreakRule[];
  /** Adds a rule before all others. @throws Problem `bad-input` where it is no regular expression, or one that may never end */
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
