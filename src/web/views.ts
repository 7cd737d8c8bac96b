import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Response } from 'express';
import type { BitextHead } from '../app/app.ts';
import type { FoundFindings } from '../app/check/find-findings.ts';
import type { Dismissal } from '../app/check/findings.ts';
import type { ConceptList, RelatedConcept } from '../app/glossary/concepts.ts';
import type { ConcordanceLine, TermUse } from '../app/glossary/concordance.ts';
import type { Glossary } from '../app/glossary/glossaries.ts';
import type { GlossaryTable } from '../app/glossary/glossary-files.ts';
import type { glossaryHistory } from '../app/glossary/glossary-history.ts';
import type { IncomingConcept } from '../app/glossary/import-glossary.ts';
import type { ProposedEntries } from '../app/glossary/propose-entries.ts';
import type { PreparedArticle } from '../app/import/article-intake.ts';
import type { ManyReport } from '../app/import/import-many.ts';
import type { ImportedMemory } from '../app/import/import-memory.ts';
import type { OpenTable } from '../app/import/import-table.ts';
import type { PairDoubts } from '../app/import/pair-doubts.ts';
import type { SegmentationRule } from '../app/intake-tools.ts';
import type { FaultsOfKind } from '../app/library/check-stored.ts';
import type { Library } from '../app/library/library.ts';
import type { MemoryMatch } from '../app/library/lookup.ts';
import type { FoundReplacements } from '../app/review/find-replacements.ts';
import type { HistoryEntry } from '../app/review/history.ts';
import type { LeftOutLines } from '../app/review/left-out.ts';
import type { Reading, ReadingView } from '../app/review/reading.ts';
import type { Review } from '../app/review/review.ts';
import type { ReviewRow } from '../app/review/review-row.ts';
import type { Side } from '../core/bitext/bitext.ts';
import type { Finding } from '../core/finding.ts';
import type { StoredConcept } from '../core/glossary/concept.ts';
import type { Problem } from '../core/problem.ts';
import type { LanguagePack } from '../core/text/language-pack.ts';
import type { MatchedNames } from '../core/text/pair-names.ts';
import type { ArticleViews } from './article-views.ts';
import type { GlossaryQuery, LookupQuery, WordsQuery } from './glossary-queries.ts';
import type { ConceptDraft } from './handlers/glossary/concept-form.ts';
import type { TypedPair } from './handlers/import/pair-form.ts';
import { type InterfaceLanguage, languageOf } from './language.ts';
import type { Search } from './row-search.ts';
import { helpersFor } from './view-helpers.ts';

/** What is said after a new version was brought in. */
export interface UpdatedNotice {
  readonly from: number;
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
}

/** What each view needs. A view that is not named here cannot be rendered. */
export interface Views extends ArticleViews {
  /** With what was typed, where it has no form to come back to. */
  problem: { problem: Problem; typed?: string };
  'library/index': {
    isIndexing: boolean;
    library: Library;
    search: string;
    archived: boolean;
    undo: BitextHead | null;
  };
  'library/lookup': { isIndexing: boolean; query: LookupQuery; matches: readonly MemoryMatch[] | null };
  'import/new': { problems: readonly Problem[]; typed: TypedPair; encodings: readonly string[] };
  'import/memory': { problem: Problem | null; imported: ImportedMemory | null };
  'import/table': { problem: Problem | null; table: OpenTable };
  'import/pairs': {
    problem: Problem | null;
    plan: MatchedNames | null;
    reports: readonly ManyReport[] | null;
  };
  'import/preview': {
    sides: Readonly<Record<Side, PreparedArticle>>;
    title: string;
    doubts: PairDoubts;
    problems: readonly Problem[];
    /** By which a form that is sent twice is known. */
    token: string;
  };
  'review/update-texts': { head: BitextHead; leftOut: LeftOutLines; problem: Problem | null };
  'review/history': { head: BitextHead; entries: readonly HistoryEntry[] };
  'review/waiting': { head: BitextHead };
  'review/read': Reading & { head: BitextHead; as: ReadingView; page: number; languages: Record<Side, string> };
  'review/replace': {
    head: BitextHead;
    search: Search;
    replacement: string;
    page: number;
    pageSize: number;
    found: FoundReplacements | null;
  };
  'review/show': {
    review: Review;
    rows: string;
    search: Search;
    /** Whether rows are left out by the search. */
    narrowed: boolean;
    filters: readonly string[];
    sure: { from: number; count: number };
    updated: UpdatedNotice | null;
  };
  'review/row': { row: ReviewRow; bitextId: number; languages: Record<Side, string> };
  'review/edit-row': { row: ReviewRow; head: BitextHead; author: string; problem: Problem | null; typed: string };
  /** With whether there is something to sign out of. */
  settings: { name: string; chosen: InterfaceLanguage | null; signsIn: boolean };
  'library/sign-in': { to: string; problem: Problem | null };
  'export/choose': { entries: Library['entries']; chosen: readonly number[]; search: string };
  /** With the choice as it stands in the address. */
  'export/losses': { findings: readonly Finding[]; query: string };
  'library/clean': { head: BitextHead; kinds: readonly FaultsOfKind[] };
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
  'glossary/duplicates': { groups: readonly (readonly StoredConcept[])[] };
  'glossary/history': { edits: readonly GlossaryHistoryEntry[] };
  'glossary/glossaries': { glossaries: readonly Glossary[] };
  'check/findings': {
    title: string;
    /** Of this page without its page number. */
    address: string;
    found: FoundFindings;
    page: number;
    pageSize: number;
    /** Whether it is of one bitext. */
    one: boolean;
    dismissed: readonly Dismissal[];
    glossaries: readonly Glossary[];
    chosen: readonly number[];
  };
  'glossary/candidates': ProposedEntries & { head: BitextHead };
  'glossary/concordance': {
    isIndexing: boolean;
    query: WordsQuery;
    lines: readonly ConcordanceLine[];
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
  rules: {
    rules: readonly SegmentationRule[];
    pack: LanguagePack;
    language: string;
    text: string;
    sentences: readonly string[];
    problem: Problem | null;
    findings: readonly Finding[];
  };
  help: Record<string, never>;
  // What stands around a page that is sent while the work for it is done.
  'partials/head': PageHead;
  'partials/foot': Record<string, never>;
  'partials/problem-box': { problem: Problem };
  'partials/working': { share: number | null; back: string; first: boolean };
}

/** What the head of a page is made of. */
export interface PageHead {
  readonly title: string;
  /** Where in the site it stands. */
  readonly at?: 'library' | 'articles' | 'glossary' | 'search';
  readonly page?: string;
  readonly script?: string;
}

/** A glossary file on its way in: what it brings, and what its columns are taken for. */
interface GlossaryPreview {
  readonly text: string;
  readonly name: string;
  readonly table: GlossaryTable | null;
  readonly findings: readonly Finding[];
  readonly unknownStatuses: readonly (readonly [word: string, count: number])[];
  /** What words for statuses mean, as somebody has said. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
  readonly glossary: number;
  readonly incoming: readonly IncomingConcept[];
}

type GlossaryHistoryEntry = Awaited<ReturnType<typeof glossaryHistory>>[number];

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
const compiled = new Map<string, Promise<(data: object) => string>>();

/** The HTML of a view. */
export async function renderView<Name extends keyof Views>(
  language: InterfaceLanguage,
  name: Name,
  data: Views[Name],
): Promise<string> {
  let template = compiled.get(name);
  if (!template) {
    template = compile(name);
    compiled.set(name, template);
  }
  return (await template)({ ...helpersFor(language), ...data });
}

/** Sends a view as the answer. */
export async function sendView<Name extends keyof Views>(
  response: Response,
  name: Name,
  data: Views[Name],
): Promise<void> {
  response.type('html').send(await renderView(languageOf(response.req), name, data));
}

async function compile(name: string): Promise<(data: object) => string> {
  const file = `${VIEWS}${name}.ejs`;
  const source = await ejs.fileLoader(file);
  return ejs.compile(source.toString(), {
    filename: file,
    root: VIEWS,
    cache: false,
    strict: true,
    localsName: 'view',
    _with: false,
  }) as (data: object) => string;
}
