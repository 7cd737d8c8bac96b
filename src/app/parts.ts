import type { Alignment } from '../core/align/alignment.ts';
import type { BeadExplanation } from '../core/align/explain/explain.ts';
import type { Embeddings } from '../core/align/model/embeddings.ts';
import type { Bitext } from '../core/bitext/bitext.ts';
import type { Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import type { CompanyNow } from '../core/wire/edits.ts';
import type { RunningProgram } from '../store/leases.ts';
import type { Db } from '../store/open-store.ts';
import type { AlignmentJob, ExplanationJob } from './alignment-job.ts';

// The services that use cases find in an `App`, as interfaces: the rooms implement them, `open-app.ts` puts them together.

/** Aligns in worker threads. */
export interface Aligner {
  /**
   * @param onProgress how far the work has come, from 0 to 1
   * @param signal stops the work, at once
   */
  align(
    job: Omit<AlignmentJob, 'progress'>,
    onProgress?: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<Alignment>;
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
  /** Enters this program among those that work on the database, for what it takes on otherwise. */
  enter(db: Db): Promise<void>;
  /** Other programs that work on the database. What those that are gone had taken on is anybody's then. */
  others(): Promise<readonly RunningProgram[]>;
  /** Does some work now and every few seconds: taking up what others have left. */
  watch(work: () => Promise<void>): Promise<void>;
  /** Lets go of everything. */
  stop(): Promise<void>;
}

/** Lets long bitexts come and go some rows at a time, seen by nobody meanwhile. */
export interface Staging {
  /** @param begin stores one bitext or several, in state "importing", and answers with their numbers */
  open(begin: (tx: Db) => Promise<readonly number[]>): Promise<Stage>;
  /** Clears away what was left unfinished by programs that are gone. */
  sweep(): Promise<void>;
}

/** Bitexts on their way in. */
export interface Stage {
  readonly ids: readonly number[];
  /** Stores some of its rows, few enough that nobody waits long. */
  write(work: (tx: Db) => Promise<void>): Promise<void>;
  /** Stores the last of them and lets people see them, all at once. */
  finish<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Deletes what there is of them. */
  abandon(): Promise<void>;
}

/** Looks whether the file of the database is whole, beside the server's thread. */
export interface DamageWatch {
  /** What was found last, in SQLite's words; null where nothing was. */
  found(): string | null;
  look(): Promise<string | null>;
}

/** A place on the disk for files that are on their way in. */
export interface Scratch {
  /** This program's own folder; it is there. */
  folder(): Promise<string>;
  /** Removes what programs that are gone have left. @param running the names of those that are not */
  sweep(running: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A file that somebody has sent and looks at before it is stored. */
export interface HeldUpload {
  /** Where it lies on the disk. */
  readonly path: string;
  readonly name: string;
}

/** What has come of it. */
export interface StoredUpload {
  readonly id: number;
  readonly units: number;
  readonly findings: readonly Finding[];
}

/** Holds such files for a while. */
export interface HeldUploads {
  /** @returns the name by which a page asks for the file again; it is removed once it is stored, or after an hour */
  hold(file: HeldUpload): Promise<string>;
  /** null where it is held no longer. */
  get(id: string): HeldUpload | null;
  /** Stores a file that is held, once: whoever asks again, as by a double click, gets what the first one gets. */
  store(id: string, work: (file: HeldUpload) => Promise<StoredUpload>): Promise<StoredUpload>;
}

/** How far long imports have come, by the names that the pages gave them. */
export interface Progress {
  /** Does work that says how far it has come, from 0 to 1. */
  track<T>(job: string | undefined, work: (onProgress: (share: number) => void) => Promise<T>): Promise<T>;
  /** How far it has come; null where no work of this name is running. */
  of(job: string): number | null;
}

/** Rows that a query has found, in order, as two columns: so they go from thread to thread at no cost. */
export interface FoundRows {
  readonly beads: Int32Array;
  /** Their numbers in the bitext, from 1. */
  readonly numbers: Int32Array;
}

/** What searches have found last, so that the pieces of a page fit together whatever is edited meanwhile. */
export interface FoundLists {
  /** What is kept under a key; else what is found now, which is kept from then on. */
  get(key: string, find: () => Promise<FoundRows>): Promise<FoundRows>;
}

/** A page as it came from the web. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** By which it is called. */
  readonly name: string;
  /** Where it was found in the end. */
  readonly address: string;
  /** The encoding that its server names. */
  readonly charset: string | undefined;
}

/** What is asked for: a page, as it was some minutes ago or now, or a feed. */
export type WantedPage = 'page' | 'page as it is now' | 'feed';

/** Fetches pages of the web: all that the program asks of the internet, and only what a person has named, or a feed that one has added. */
export interface PageFetcher {
  /**
   * @throws Problem `bad-request` where it is no address, `forbidden` where it is not on the public internet or the site does not let
   *   programs read it, `unsupported-type`, `too-large`, `cancelled`, and `page-unavailable` for what fails on the way
   */
  fetch(address: string, signal?: AbortSignal, wanted?: WantedPage): Promise<FetchedPage>;
}

/** Gives the meanings of texts as vectors. */
export interface Embedder {
  /**
   * The vectors of all segments of a text and of their runs.
   * @throws Problem `embeddings-unavailable` where the server does not give them
   */
  embed(segments: readonly string[], language: string): Promise<Embeddings>;
}

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

/** A page of somebody's on which a bitext is open. */
export interface Visitor {
  /** The page's own name for itself. */
  readonly page: string;
  readonly author: string;
  /** The author's name; empty where none was given. */
  readonly name: string;
}

/** What the pages of a bitext are told that is no edit: who else is there, or that a row has a new comment. */
export type CompanyNews = CompanyNow | { readonly commented: number };

/** Who looks at which bitext and at which row, as long as they do. Nothing of it is stored. */
export interface Company {
  /** @returns a function that ends the visit */
  join(bitext: number, visitor: Visitor, listener: (news: CompanyNews) => void): () => void;
  /** A page is at another row now; of a page that has not joined, nothing happens. */
  move(bitext: number, at: Pick<Visitor, 'page' | 'author'> & { readonly bead: number | null }): void;
  /** Tells all who look at a bitext that something was said of a row. */
  commented(bitext: number, bead: number): void;
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
  /** How many edits there have been since the program was started. */
  count(): number;
}
