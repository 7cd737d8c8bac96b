import type { LinkKind } from './align/explain/explain-links.ts';
import type { Evidence } from './align/explain/explain-readings.ts';
import type { Side } from './bitext/bitext.ts';
import type { Operation } from './bitext/operation.ts';
import type { Group } from './bitext/regroup.ts';
import type { UnitProp } from './bitext/unit-origin.ts';
import type { TermField } from './glossary/term-cells.ts';

/**
 * What the pages send to the server, and what it answers in JSON, by method and address: the one
 * contract of the two. A GET is sent its query, a POST its body. Pages and pieces of HTML are not in it.
 */
export interface Wire {
  'GET /bitexts/:id/status': { sent: Nothing; answer: AlignmentStatus };
  'GET /bitexts/:id/rows': {
    sent: PageSearch & ({ readonly at: number; readonly count: number } | { readonly around: number });
    answer: RowsPiece;
  };
  'GET /bitexts/:id/doubtful': { sent: { readonly after: number }; answer: { readonly bead: number | null } };
  'GET /bitexts/:id/map': { sent: Nothing; answer: BitextMap };
  'GET /bitexts/:id/rows/:bead/why': { sent: Nothing; answer: RowExplanation };
  'GET /bitexts/:id/rows/:bead/memory': { sent: Nothing; answer: RowMatches };
  'GET /bitexts/:id/realign': { sent: RealignRange; answer: RealignPreview };
  'GET /bitexts/:id/confirm-by-confidence': { sent: { readonly from: number }; answer: { readonly count: number } };

  'POST /bitexts/:id/edits': { sent: Edited<Operation & Seen & Shown>; answer: EditAnswer };
  'POST /bitexts/:id/realign': { sent: Edited<RealignRange & { readonly key: string }>; answer: EditAnswer };
  'POST /bitexts/:id/proposal': { sent: Edited<{ readonly beads: readonly number[] }>; answer: EditAnswer };
  'POST /bitexts/:id/confirm-by-confidence': { sent: Edited<{ readonly from: number } & Shown>; answer: EditAnswer };
  'POST /bitexts/:id/undo': { sent: Edited<Nothing>; answer: EditAnswer };
  'POST /bitexts/:id/redo': { sent: Edited<Nothing>; answer: EditAnswer };

  'POST /bitexts/:id/comments': { sent: NewComment; answer: { readonly bead: number; readonly html: string } };
  'POST /bitexts/:id/candidates': {
    sent: FormFields & { readonly action: CandidateDecision };
    answer: { readonly concept: number | null };
  };

  'GET /glossary/:concept/lines': { sent: Nothing; answer: ConceptLines };
  'POST /glossary/:concept/lines': { sent: CellsChange; answer: ConceptLines & { readonly batch: number } };
  'POST /glossary/history/:batch/undo': { sent: Nothing; answer: Nothing };

  'POST /memories': { sent: Nothing; answer: { readonly address: string } };
  'GET /progress/:job': { sent: Nothing; answer: { readonly done: number | null } };
}

/** What an address sends as events (server-sent events), each as JSON. */
export interface WireEvents {
  'GET /bitexts/:id/events': LiveChange;
}

export type WireRoute = keyof Wire;
export type SentTo<Route extends WireRoute> = Wire[Route]['sent'];
export type AnswerOf<Route extends WireRoute> = Wire[Route]['answer'];

/** The values of an address's parameters: of `GET /bitexts/:id/map` an `id`. */
export type ParametersOf<Route extends string> = Route extends `${string}/:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string | number } & ParametersOf<`/${Rest}`>
  : Route extends `${string}/:${infer Name}`
    ? { readonly [Key in Name]: string | number }
    : Nothing;

/** Routes that change a bitext's rows and answer with them. */
export type EditRoute = { [Route in WireRoute]: AnswerOf<Route> extends EditAnswer ? Route : never }[WireRoute];

type Nothing = Readonly<Record<never, never>>;

/** The fields of a form of a page, by the names that they have there. */
type FormFields = Readonly<Record<string, string>>;

/** An edit with an id that the page gives it, so that sending it twice does it once. */
type Edited<Edit> = Edit & { readonly id?: string };

/** Per row that an edit is of, the key of its state as the page shows it. */
interface Seen {
  readonly seen?: Readonly<Record<number, string>>;
}

/** The rows that a filter shows: an edit that reaches beyond them is refused. */
interface Shown {
  readonly shown?: readonly number[];
}

/** What a refused request is answered with (RFC 9457), in the reader's language. */
export interface RefusedProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
}

export interface AlignmentStatus {
  readonly state: 'importing' | 'queued' | 'aligning' | 'ready' | 'failed' | 'deleting';
  /** From 0 to 1. */
  readonly progress: number;
  /** Why the alignment failed; empty where it has not. */
  readonly problem: string;
}

/** What the page of rows is narrowed to, as its address has it, and the last edit that it showed when it was opened. */
type PageSearch = Readonly<Partial<Record<SearchField, string>>> & { readonly seq?: number };
export type SearchField = 'show' | 'find' | 'in' | 'regex' | 'word' | 'case' | 'from' | 'to' | 'term';

/** Some rows of a long bitext, or of those that a search has found. */
export interface RowsPiece {
  /** Place of the first, from 0. */
  readonly from: number;
  readonly count: number;
  readonly html: string;
}

/** How far the review of a bitext has come, in rows. */
export interface RowCounts {
  readonly beads: number;
  readonly confirmed: number;
  readonly flagged: number;
  readonly excluded: number;
  readonly doubtful: number;
}

/** What undo and redo would take back or do again; null where there is nothing. */
export interface HistoryLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What has become of an edit, for a page that shows the rows. */
export interface EditAnswer {
  /** The number of the edit; those of a bitext follow each other without a gap. */
  readonly seq: number;
  /** What was done, in the reader's language, as all words here are. */
  readonly label: string;
  /** Rows that are gone or changed. */
  readonly removed: readonly number[];
  /** Rows that are there now, in order. */
  readonly rows: readonly { readonly id: number; readonly html: string }[];
  readonly counts: RowCounts;
  readonly history: HistoryLabels;
}

/** An edit as others make it. */
export interface LiveChange {
  /** The id that its page gave it. */
  readonly id: string;
  readonly change: EditAnswer;
}

/** The whole of a bitext at a glance. */
export interface BitextMap {
  readonly beads: readonly number[];
  /** A letter for each row: p proposed, d doubtful, c confirmed, f flagged, x excluded. */
  readonly states: string;
  /** Places, from 0, of rows that do not follow the glossary; null in a text too long to check at once. */
  readonly findings: readonly number[] | null;
  /** Places of rows that somebody has commented on. */
  readonly comments: readonly number[];
}

/** Which rows to align again: from one on, to another or the next that is confirmed. */
export interface RealignRange {
  readonly bead: number;
  readonly to?: number | undefined;
}

/** Rows that the aligner would lay out otherwise. */
export interface RealignPreview {
  /** Names the state of the rows that the proposal is for; accepting it takes this key along. */
  readonly key: string;
  /** Passages that would change, each as it is and as it would be. */
  readonly passages: readonly { readonly now: readonly PreviewRow[]; readonly proposed: readonly PreviewRow[] }[];
}

/** A row as texts. */
export interface PreviewRow extends Readonly<Record<Side, readonly string[]>> {
  readonly confidence: number | null;
}

/** Why a row is held for right or doubtful. */
export interface RowExplanation {
  readonly links: readonly ExplainedLink[];
  /** Characters without spaces, and how many the translation was expected to have. */
  readonly lengths: { readonly source: number; readonly target: number; readonly expected: number };
  /** Rows that the alternative would replace, in order. */
  readonly beads: readonly number[];
  readonly current: RowReading;
  readonly alternative: RowReading | null;
}

export interface ExplainedLink extends Readonly<Record<Side, LinkedWord>> {
  readonly kind: LinkKind;
}

/** A word of a segment, in UTF-16 units of its text. */
export interface LinkedWord {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to lay out the rows of a passage. */
export interface RowReading {
  readonly probability: number;
  readonly evidence: Evidence;
  readonly groups: readonly Group[];
}

/** What is stored that is like a row's source. */
export interface RowMatches {
  readonly matches: readonly RowMatch[];
  /** What other tools noted of the row itself. */
  readonly props: readonly UnitProp[];
  /** Whether some of what is stored cannot be found yet. */
  readonly isIndexing: boolean;
}

export interface RowMatch {
  /** In per cent. */
  readonly score: number;
  /** Its source in pieces: what both have, what the match alone has, what the row alone has. */
  readonly source: readonly { readonly text: string; readonly change: 'ins' | 'del' | null }[];
  readonly target: string;
  readonly title: string;
  readonly bitext: number;
  readonly bead: number;
  readonly props: readonly UnitProp[];
}

export interface NewComment {
  readonly side: Side;
  readonly segment: number;
  readonly text: string;
}

/** `extend` adds to a concept that is near, where there is one. */
export type CandidateDecision = 'accept' | 'merge' | 'extend' | 'reject' | 'unreject';

/** The lines of a concept in the table of terms. */
export interface ConceptLines {
  readonly html: string;
}

/** A change of a term's cells: what they were shown as, null for a new term, and what is set in them. */
export interface CellsChange {
  /** Place of the term in its concept, from 0. */
  readonly at: number;
  readonly was: Readonly<Partial<Record<TermField, string>>> | null;
  readonly set: Readonly<Partial<Record<TermField, string>>>;
}
