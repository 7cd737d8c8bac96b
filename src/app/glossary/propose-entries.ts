import { rowsOf } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import type { Candidate } from '../../core/glossary/candidates.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { mergeCandidates } from '../../core/glossary/extraction/merge-candidates.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { rejectedPairs } from '../../store/glossary/verdicts.ts';
import { readBeads, readPieces } from '../../store/review/slices.ts';
import { headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { bitextCandidates } from './bitext-candidates.ts';
import { hasTerm, nearestConcept } from './near-concepts.ts';

/** A proposed entry with the row that shows it and what is near to it. */
export interface ProposedEntry extends Candidate {
  readonly row: { readonly bead: number; readonly source: string; readonly target: string };
  /** A concept that has one of its terms already, to which the other may be added. */
  readonly near: StoredConcept | null;
}

/** The best entries, and how many more there are that might be proposed. */
export interface ProposedEntries {
  readonly entries: readonly ProposedEntry[];
  readonly more: number;
}

/** Rows that are looked through at once: enough to learn from which words go together, and no more than the memory holds. */
const PIECE_ROWS = 2000;
/** Entries that a page shows. */
const SHOWN_ENTRIES = 300;

/** Entries that a bitext shows and that no glossary has, best first, without what was rejected. */
export const proposeEntries = work<{ readonly id: number }, ProposedEntries>(
  'propose entries',
  // A millisecond a row.
  { room: 'long', limits: { time: 1_800_000, memory: 320 } },
  async (desk, { id }, { onProgress }) => {
    const { db } = desk.store;
    const { sourceLanguage: from, targetLanguage: to } = await headOf(desk, id);
    const rejected = await rejectedPairs(db, from, to);
    const known = await allConcepts(db);
    const isNew = ({ source, target }: Candidate) => !rejected.has(`${source}\t${target}`);
    const proposed: Omit<ProposedEntry, 'row'>[] = [];
    const all = (await candidatesOf(desk, id, onProgress)).filter(isNew);
    let seen = 0;
    for (const candidate of all) {
      if (proposed.length === SHOWN_ENTRIES) break;
      seen += 1;
      const near = nearestConcept(known, candidate, { from, to }, desk.packs);
      if (near && hasTerm(near, candidate.target, to) && hasTerm(near, candidate.source, from)) continue;
      proposed.push({ ...candidate, near });
    }
    const part = await readBeads(
      db,
      id,
      proposed.map(({ bead }) => bead),
    );
    const rows = new Map(rowsOf(part).map((row) => [row.bead.id, { bead: row.bead.id, ...rowTexts(row, part) }]));
    const entries = proposed.map((entry) => ({ ...entry, row: rows.get(entry.bead)! }));
    return { entries, more: all.length - seen };
  },
);

/** What all parts of a bitext show; the bead of each by its number. */
async function candidatesOf(desk: Desk, id: number, onProgress: (share: number) => void): Promise<Candidate[]> {
  const { db } = desk.store;
  const { beads } = await countBeads(db, id, DOUBTFUL_BELOW);
  const found: Candidate[] = [];
  const ids: number[] = [];
  for await (const piece of readPieces(db, id, PIECE_ROWS)) {
    for (const one of bitextCandidates(piece, desk)) found.push({ ...one, bead: ids.length + one.bead });
    for (const bead of piece.beads) ids.push(bead.id);
    onProgress(Math.min(1, ids.length / beads));
  }
  return mergeCandidates(found).map((one) => ({ ...one, bead: ids[one.bead]! }));
}
