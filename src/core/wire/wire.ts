import type { Operation } from '../bitext/operation.ts';
import type {
  CompanyNow,
  EditAnswer,
  Edited,
  Found,
  LiveChange,
  LiveComment,
  NewComment,
  RealignPreview,
  RealignRange,
  Seen,
  Shown,
} from './edits.ts';
import type { CandidateDecision, CellsChange, ConceptLines, ConceptSuggestion } from './glossary.ts';
import type { BitextMap, PageSearch, RowExplanation, RowMatches, RowsPiece } from './rows.ts';

/**
 * What the pages send to the server, and what it answers in JSON, by method and address: the one
 * contract of the two. A GET is sent its query, a POST its body. Pages and pieces of HTML are not in it.
 */
export interface Wire {
  'GET /bitexts/:id/status': { sent: Nothing; answer: AlignmentStatus };
  'GET /bitexts/:id/rows': {
    sent: PageSearch &
      ({ readonly at: number; readonly count: number } | { readonly around: number; readonly count?: number });
    answer: RowsPiece;
  };
  'GET /bitexts/:id/doubtful': { sent: { readonly after: number }; answer: { readonly bead: number | null } };
  'GET /bitexts/:id/next-finding': { sent: { readonly after: number }; answer: { readonly bead: number | null } };
  'GET /bitexts/:id/map': { sent: Nothing; answer: BitextMap };
  'GET /bitexts/:id/map/marks': { sent: Nothing; answer: { readonly beads: readonly number[] } };
  'GET /bitexts/:id/rows/:bead/why': { sent: Nothing; answer: RowExplanation };
  'GET /bitexts/:id/rows/:bead/memory': { sent: Nothing; answer: RowMatches };
  'GET /bitexts/:id/realign': { sent: RealignRange; answer: RealignPreview };
  'GET /bitexts/:id/confirm-by-confidence': { sent: { readonly from: number }; answer: { readonly count: number } };

  'POST /bitexts/:id/edits': { sent: Edited<Operation & Seen & Shown>; answer: EditAnswer };
  'POST /bitexts/:id/realign': { sent: Edited<RealignRange & { readonly key: string }>; answer: EditAnswer };
  'POST /bitexts/:id/proposal': { sent: Edited<{ readonly beads: readonly number[] }>; answer: EditAnswer };
  'POST /bitexts/:id/confirm-by-confidence': {
    sent: Edited<{ readonly from: number } & Shown & Found>;
    answer: EditAnswer;
  };
  'POST /bitexts/:id/undo': { sent: Edited<Nothing>; answer: EditAnswer };
  'POST /bitexts/:id/redo': { sent: Edited<Nothing>; answer: EditAnswer };

  'POST /bitexts/:id/comments': { sent: NewComment; answer: CommentedRow };
  'POST /bitexts/:id/comments/:comment/replies': { sent: { readonly text: string }; answer: CommentedRow };
  'POST /bitexts/:id/comments/:comment/resolve': { sent: { readonly resolved: 'yes' | 'no' }; answer: CommentedRow };
  'POST /bitexts/:id/company': { sent: { readonly page: string; readonly bead: number | null }; answer: Nothing };
  'POST /bitexts/:id/candidates': {
    sent: FormFields & { readonly action: CandidateDecision };
    answer: { readonly concept: number | null; readonly batch: number | null };
  };

  'GET /glossary/suggestions': { sent: { readonly q: string }; answer: readonly ConceptSuggestion[] };
  'GET /glossary/:concept/lines': { sent: Nothing; answer: ConceptLines };
  'POST /glossary/:concept/lines': { sent: CellsChange; answer: ConceptLines & { readonly batch: number } };
  'POST /glossary/history/:batch/undo': { sent: Nothing; answer: Nothing };

  'POST /memories': { sent: Nothing; answer: { readonly address: string } };
  'GET /progress/:job': { sent: Nothing; answer: { readonly done: number | null } };
}

/** What an address sends as events (server-sent events), each as JSON. */
export interface WireEvents {
  'GET /bitexts/:id/events': LiveChange | CompanyNow | LiveComment;
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

/** A row whose comments have changed, as it is now. */
interface CommentedRow {
  readonly bead: number;
  readonly html: string;
}

/** The fields of a form of a page, by the names that they have there. */
type FormFields = Readonly<Record<string, string>>;

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
