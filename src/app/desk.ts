import type { Bitext, Row, Side } from '../core/bitext/bitext.ts';
import type { InlineCodes } from '../core/bitext/inline/codes.ts';
import type { BeadFinding } from '../core/check/check-rows.ts';
import type { CheckSeverity, RowFinding } from '../core/check/row-finding.ts';
import type { RowFindingKeys } from '../core/check/row-finding-keys.ts';
import type { CheckedRow } from '../core/glossary/check.ts';
import type { StoredConcept } from '../core/glossary/concept.ts';
import type { Message } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import type { SeedFor } from '../intake/seed-lexicon.ts';
import type { Store } from '../store/open-store.ts';

/** What is known about languages beforehand. */
export interface Languages {
  readonly packs: PackFor;
  /** Words that translate each other, as they ship with the program. */
  readonly seeds: SeedFor;
}

/** Checks the terms and titles of a bitext's rows. */
export type TermChecker = (row: Row) => CheckedRow<StoredConcept>;

/** A bitext whose rows are checked: its languages, glossaries and day. */
export interface CheckedBitext {
  readonly id: number;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The day of the article, ISO 8601; empty where it is not known. */
  readonly date: string;
}

/** Makes checkers of terms, each once for a state of the glossaries. */
export interface TermCheckers {
  checkerFor(desk: Pick<Desk, 'store' | 'packs'>, bitext: CheckedBitext): Promise<TermChecker>;
}

/** A finding of a row, with the texts of the row, without codes, and what it is dismissed by. */
export interface KeyedFinding extends BeadFinding {
  readonly texts: Readonly<Record<Side, string>>;
  readonly keys: RowFindingKeys;
}

/** The texts of a row without codes. */
export type RowText = Readonly<Record<Side, string>>;

/** What the texts of a row alone tell, which takes longest of all that is checked. */
export interface TextsRead {
  readonly findings: readonly RowFinding[];
  /** Whether a side is in another language than it should be. */
  readonly isForeign: boolean;
}

/** Reads the texts of rows, in order. */
export interface TextReader {
  read(texts: readonly RowText[]): Promise<readonly TextsRead[]>;
  close(): Promise<unknown>;
}

/** Languages of rows, and whether ; : ! ? and » stand behind a space in them, where that is known. */
export interface TextLanguages {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly spacedSigns?: boolean | undefined;
}

/** The texts of a row, and its bead. */
export interface TextOfBead {
  readonly bead: number;
  readonly texts: RowText;
}

/** Checks the rows of one bitext. */
export interface RowChecker {
  /** What the checks of a row find in the rows of a part of the bitext that are not excluded, dismissed or not. */
  check(part: Bitext, codes: InlineCodes): Promise<KeyedFinding[]>;
  /** What the checks find in the texts of a row alone, as severe as they hold it. */
  of(texts: RowText): readonly RowFinding[];
  /** What that is in rows of this bitext, and what its checklist finds beside. */
  judge(rows: readonly TextOfBead[], findings: readonly (readonly RowFinding[])[]): Promise<KeyedFinding[]>;
  /** Whether ; : ! ? and » stand behind a space in its texts, where that is known. */
  readonly spacedSigns: boolean | undefined;
  /** Whether somebody has said of a finding, by one of its keys, that it is none. */
  isDismissed(finding: Pick<KeyedFinding, 'keys'>): boolean;
  /** How much the findings of a check matter here; null where the check is switched off. */
  severityOf(code: string, own: CheckSeverity): CheckSeverity | null;
}

/** Makes checkers of rows; what they find is kept, so that rows that read as before are not checked again. */
export interface RowCheckers {
  checkerFor(desk: Pick<Desk, 'store' | 'packs'>, bitext: Omit<CheckedBitext, 'date'>): Promise<RowChecker>;
}

/** Where work is done: a database to read, and what is known of languages and terms. */
export interface Desk extends Languages {
  readonly store: Store;
  readonly terms: TermCheckers;
  readonly checks: RowCheckers;
  /** Opens a thread that reads texts beside this one; without it there is none. */
  readonly textsBeside?: ((languages: TextLanguages) => TextReader) | undefined;
  /** The time, ISO 8601 in UTC. */
  now(): string;
}

/** Work of one nature, which does not wait for that of another: strangers’ files, what a page waits for, files that go out, what takes minutes, and what nobody waits for. */
export const WORK_ROOMS = ['reading', 'page', 'files', 'long', 'upkeep'] as const;
export type WorkRoom = (typeof WORK_ROOMS)[number];

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
  /** The problem where it was given up. */
  refused(input: Input, why: Message): Problem;
  /** The problem where something from outside broke; without it the fault is ours. */
  readonly broken?: ((input: Input, why: string) => Problem) | undefined;
  run(desk: Desk, input: Input, turn: WorkTurn): Promise<Output>;
}

/** What work says while it is done. */
export interface WorkTurn {
  /** How far it has come, in its own measure. */
  onProgress(done: number): void;
}

/** How a piece of work is wanted. */
export interface WorkOrder {
  /** Ends it at once. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Does work beside the server's thread. */
export interface Pool {
  /**
   * @throws Problem what the work throws, what `refused` says where it passes its limits, `cancelled`,
   *   `too-many-requests` where too much waits already
   */
  run<Input, Output>(kind: Work<Input, Output>, input: Input, order?: WorkOrder): Promise<Output>;
  /** How much is being done in a room now, how much waits, and how much can be done at once. */
  load(room: WorkRoom): { readonly running: number; readonly waiting: number; readonly threads: number };
  close(): Promise<void>;
}
