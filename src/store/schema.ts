import type { Generated } from 'kysely';
import type { LabelKind } from '../core/article.ts';
import type { BeadStatus, SegmentKind, Side } from '../core/bitext/bitext.ts';
import type { InlineCode } from '../core/bitext/inline/codes.ts';
import type { TextStyle } from '../core/bitext/inline/styled-spans.ts';
import type { AccountTables } from './accounts/tables.ts';
import type { GlossaryTables } from './glossary/tables.ts';
import type { SourceTables } from './sources/tables.ts';
import type { TrashTables } from './trash/tables.ts';
import type { WebhookTables } from './webhooks/tables.ts';
import type { WorkflowTables } from './workflow/tables.ts';

/** The tables as Kysely sees them; `migrations/` makes them. Times are ISO 8601 in UTC. */
export interface Tables
  extends AccountTables,
    GlossaryTables,
    SourceTables,
    TrashTables,
    WebhookTables,
    WorkflowTables {
  article: {
    id: Generated<number>;
    language: string;
    title: string;
    publisher: string;
    url: string;
    published_on: string | null;
    translation_of: number | null;
    created_at: string;
    author: Generated<string>;
    licence: Generated<string>;
    /** Raised with every change of what stands about it. */
    version: Generated<number>;
    /** 1 where it stands for a side of a memory, which has no text of its own. */
    memory: Generated<number>;
  };
  article_label: { article_id: number; kind: LabelKind; name: string };
  revision: {
    id: Generated<number>;
    article_id: number;
    number: number;
    text: string;
    blocks: string;
    created_at: string;
  };
  revision_style: { revision_id: number; begins: number; ends: number; style: TextStyle };
  bitext: {
    id: Generated<number>;
    source_revision_id: number;
    target_revision_id: number;
    source_language: string;
    target_language: string;
    title: string;
    state: BitextState;
    progress: number;
    /** Why it could not be aligned, a message as `stored-message.ts` writes it; empty where nothing is wrong. */
    problem: string;
    next_id: number;
    kinship: number | null;
    archived_at: string | null;
    created_at: string;
    updated_at: string;
    /** Who changed its words last; empty where nobody has since it was aligned. */
    worded_by: Generated<string>;
  };
  segment: {
    bitext_id: number;
    side: Side;
    id: number;
    position: number;
    paragraph: number;
    kind: SegmentKind;
    text: string;
    /** White space before it where a person has split it off. */
    joint: Generated<string | null>;
  };
  bead: {
    bitext_id: number;
    id: number;
    position: number;
    status: BeadStatus;
    confidence: number | null;
    note: string;
    /** Who changed it last and when; empty where nobody has since it was aligned. */
    changed_by: Generated<string>;
    changed_at: Generated<string>;
    /** Who flagged it and when; empty where it is not flagged or that is not known. */
    flagged_by: Generated<string>;
    flagged_at: Generated<string>;
    /** 1 where its file says no status and both sides have text. */
    assumed: Generated<number>;
    /** Who changed its words, or what stands face to face, last; empty where nobody has since it was aligned. */
    worded_by: Generated<string>;
  };
  /** Kept by triggers; `migrations/0052-bead-tally.ts` says what a row stands for. */
  bead_tally: { bitext_id: number; status: BeadStatus; percent: number; beads: number };
  inline_code: {
    bitext_id: number;
    point: number;
    kind: InlineCode['kind'];
    element: string;
    pair: string;
    data: string;
    attributes: string;
  };
  /** Segments that the full-text index has not yet: those of a bitext from a row number to another. */
  unindexed: { bitext_id: number; first: number; last: number };
  /** Pairs of type and value as JSON, and a `UnitOrigin`. */
  unit_props: { bitext_id: number; bead_id: number; props: string; origin: Generated<string> };
  import_journal: {
    id: Generated<number>;
    name: string;
    job: string;
    begun_at: string;
    process: number;
    total: number;
    stored: Generated<number>;
    stopped: Generated<number>;
  };
  program: { id: string; host: string; process: number; serves: number; beat_at: string };
  lease: { bitext_id: number; program_id: string };
  bead_before: { bitext_id: number; bead_id: number; source: string; target: string };
  person: { id: string; name: string; updated_at: string };
  comment: {
    id: Generated<number>;
    bitext_id: number;
    side: Side;
    segment_id: number;
    author: string;
    at: string;
    text: string;
    /** The comment that begins its thread; null for one that begins one. */
    reply_to: number | null;
    /** Who settled the thread that it begins, and when; empty while it is open. */
    resolved_by: Generated<string>;
    resolved_at: Generated<string>;
  };
  bead_segment: { bitext_id: number; side: Side; segment_id: number; bead_id: number };
  edit: {
    bitext_id: number;
    seq: number;
    client_id: string;
    author: string;
    at: string;
    /** A message as `stored-message.ts` writes it. */
    label: string;
    state: EditState;
    /** 1 where the text of the translation follows it. */
    revises: Generated<number>;
    forward: string;
    inverse: string;
  };
  lexicon_entry: { source_language: string; target_language: string; source: string; target: string; weight: number };
  publisher_line: { publisher: string; line: string; kind: SegmentKind; updated_at: string };
  break_rule: {
    id: Generated<number>;
    position: number;
    language: string;
    breaks: number;
    before_break: string;
    after_break: string;
    origin: string;
  };
  embedding: { model: string; hash: string; vector: Buffer };
  check_profile: {
    id: Generated<number>;
    name: string;
    content: string;
    active: Generated<number>;
    updated_at: string;
  };
  bitext_check_profile: { bitext_id: number; profile_id: number };
  dismissal: {
    id: Generated<number>;
    bitext_id: number | null;
    finding: string;
    reason: string;
    author: string;
    at: string;
  };
  /** A request of a program by its key; status and answer are null until it was answered. */
  api_answer: {
    author: string;
    key: string;
    /** A hash of what was asked. */
    fingerprint: string;
    begun_at: string;
    status: number | null;
    answer: string | null;
  };
}

/** How far a bitext is on its way to review. This is also the queue of alignments. */
export type BitextState = 'queued' | 'aligning' | 'ready' | 'failed' | HiddenState;
/** What nobody sees: its rows come or go some at a time. */
type HiddenState = 'importing' | 'deleting';

/**
 * `done` edits can be undone, `undone` ones redone; `dropped` ones were undone
 * and then overtaken by another change. `reverse` ones are themselves an undo or redo.
 */
export type EditState = 'done' | 'undone' | 'dropped' | 'reverse';
