import type { BitextHead } from '../../app/app.ts';
import type { FaultsOfKind } from '../../app/library/check-stored.ts';
import type { Library } from '../../app/library/library.ts';
import type { MemoryMatch } from '../../app/library/lookup.ts';
import type { Proposal } from '../../app/library/sources/proposals.ts';
import type { ListedSource } from '../../app/library/sources/sources.ts';
import type { Trash } from '../../app/library/trash/trash.ts';
import type { Problem } from '../../core/problem.ts';
import type { LookupQuery } from '../glossary-queries.ts';

/** What the views of the list of bitexts, of matches and of the clean-up need. */
export interface LibraryViews {
  'library/index': {
    isIndexing: boolean;
    library: Library;
    search: string;
    archived: boolean;
    undo: BitextHead | null;
  };
  'library/lookup': { isIndexing: boolean; query: LookupQuery; matches: readonly MemoryMatch[] | null };
  /** With what has just been deleted or come back, and where that is. */
  'library/trash': { trash: Trash; deleted: string; back: { place: string; more: number } | null };
  'library/sources': {
    sources: readonly ListedSource[];
    proposals: readonly Proposal[];
    problem: Problem | null;
    typed: string;
  };
  'library/clean': { head: BitextHead; kinds: readonly FaultsOfKind[] };
}
