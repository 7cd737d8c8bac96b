import type { BitextHead } from '../../app/app.ts';
import type { FoundFindings } from '../../app/check/find-findings.ts';
import type { Dismissal } from '../../app/check/findings.ts';
import type { NamedProfile } from '../../app/check/profiles.ts';
import type { MergePreview } from '../../app/glossary/concept-edits.ts';
import type { ConceptList, RelatedConcept } from '../../app/glossary/concepts.ts';
import type { ConcordanceLine, TermUse } from '../../app/glossary/concordance.ts';
import type { Glossary } from '../../app/glossary/glossaries.ts';
import type { GlossaryTable } from '../../app/glossary/glossary-files.ts';
import type { glossaryHistory } from '../../app/glossary/glossary-history.ts';
import type { ShownIncoming } from '../../app/glossary/import-glossary.ts';
import type { ProposedEntries } from '../../app/glossary/propose-entries.ts';
import type { SpelledName } from '../../app/library/name-spellings.ts';
import type { CheckCode } from '../../core/check/line.ts';
import type { CheckProfile } from '../../core/check/profile.ts';
import type { CheckSeverity } from '../../core/check/row-finding.ts';
import type { Finding } from '../../core/finding.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import type { Problem } from '../../core/problem.ts';
import type { GlossaryQuery, WordsQuery } from '../glossary-queries.ts';
import type { ConceptDraft } from '../handlers/glossary/concept-form.ts';

/** What the views of the glossary need. */
export interface GlossaryViews {
  'glossary/index': { list: ConceptList; query: GlossaryQuery; pageSize: number; glossaries: readonly Glossary[] };
  'glossary/table': { list: ConceptList; query: GlossaryQuery; pageSize: number; glossaries: readonly Glossary[] };
  'glossary/lines': { concept: StoredConcept };
  'glossary/form': {
    concept: ConceptDraft;
    id: number | null;
    glossary: number | null;
    glossaries: readonly Glossary[];
    others: ReadonlyMap<number, StoredConcept>;
    /** Of the concept as it was when the form was shown; empty for a new one. */
    version: string;
    problem: Problem | null;
    /** What is stored now, where somebody has changed it meanwhile. */
    stored: StoredConcept | null;
  };
  'glossary/concept': {
    related: RelatedConcept;
    /** A day, and who held the post on it. */
    on: string;
    there: readonly StoredConcept[];
    glossaries: readonly Glossary[];
    history: readonly GlossaryHistoryEntry[];
  };
  'glossary/card': { related: RelatedConcept; on: string };
  /** What a merge would make of concepts, and what went wrong with it. */
  'glossary/merge': MergePreview & { problem: Problem | null };
  'glossary/duplicates': { groups: readonly (readonly StoredConcept[])[] };
  'glossary/history': { edits: readonly GlossaryHistoryEntry[] };
  'glossary/glossaries': { glossaries: readonly Glossary[] };
  /** Of one bitext, or of several, where there is no head. */
  'glossary/candidates': ProposedEntries & { head: BitextHead | null };
  'glossary/names': {
    names: readonly SpelledName[];
    /** The one person that it is about; 0 for all names. */
    concept: number;
    /** How many segments were corrected just now. */
    corrected: number | null;
  };
  'glossary/concordance': {
    isIndexing: boolean;
    query: WordsQuery;
    lines: readonly ConcordanceLine[];
    /** The same, rows of the same texts as one: the first, and where the others are. */
    folded: readonly { readonly line: ConcordanceLine; readonly others: readonly ConcordanceLine[] }[];
    publishers: readonly string[];
  };
  'glossary/uses': { isIndexing: boolean; concept: StoredConcept; uses: readonly TermUse[] };
  'glossary/exchange': {
    glossaries: readonly Glossary[];
    chosen: {
      format?: string | undefined;
      glossary?: number | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    loss: readonly Finding[];
    problem: Problem | null;
    preview: GlossaryPreview | null;
  };
  'check/profiles': {
    all: readonly NamedProfile[];
    /** The number of the one that is shown; null where none is stored. */
    shown: number | null;
    profile: CheckProfile;
    problem: Problem | null;
    findings: readonly Finding[];
  };
  'check/findings': {
    title: string;
    /** Of this page without its page number. */
    address: string;
    /** Of its findings as a file, up to the name of the format. */
    fileAddress: string;
    found: FoundFindings;
    page: number;
    pageSize: number;
    /** Which findings are shown. */
    search: { severity: CheckSeverity; code: CheckCode | '' };
    /** Whether it is of one bitext. */
    one: boolean;
    profiles: readonly NamedProfile[];
    /** The profile that the one bitext has for itself. */
    profile: number | null;
    dismissed: readonly Dismissal[];
    glossaries: readonly Glossary[];
    chosen: readonly number[];
  };
}

/** A glossary file on its way in: what it brings, and what its columns are taken for. */
interface GlossaryPreview {
  readonly text: string;
  readonly name: string;
  readonly table: GlossaryTable | null;
  readonly findings: readonly Finding[];
  readonly unknownStatuses: readonly (readonly [word: string, count: number])[];
  /** What words for statuses mean, as given by the user. */
  readonly meanings: Readonly<Record<string, string>>;
  /** Whether a table with the same header was explained before. */
  readonly remembered: boolean;
  /** Whether it has terms of which nobody has said in which language they are. */
  readonly lacksLanguages: boolean;
  readonly from: string;
  readonly to: string;
  readonly glossary: number;
  readonly incoming: ShownIncoming;
}

type GlossaryHistoryEntry = Awaited<ReturnType<typeof glossaryHistory>>[number];
