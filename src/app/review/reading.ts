import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { type Passage, passagesByParagraph, passagesByRow } from '../../core/bitext/passages.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { beadsFrom } from '../../store/review/bead-places.ts';
import { readBeads } from '../../store/review/slices.ts';
import { type App, headOf } from '../app.ts';

/** Ways to read a bitext: both sides by row or paragraph, or one side with the other beside it. */
export const READING_VIEWS = ['rows', 'paragraphs', 'source', 'target'] as const;
export type ReadingView = (typeof READING_VIEWS)[number];

/** Some of a bitext to read. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly pages: number;
}

/** Rows of a page: most articles are read on one. */
const PAGE_ROWS = 500;

/** A page of a bitext to read, without what is excluded. */
export async function readPassages(app: App, id: number, as: ReadingView, page = 0): Promise<Reading> {
  await headOf(app, id);
  const [{ beads }, part] = await app.store.read(
    async (db) =>
      [
        await countBeads(db, id, DOUBTFUL_BELOW),
        await readBeads(db, id, await beadsFrom(db, id, page * PAGE_ROWS, PAGE_ROWS)),
      ] as const,
  );
  const passages = as === 'rows' ? passagesByRow(part) : passagesByParagraph(part);
  return {
    passages: passages
      .map(({ rows }) => ({ rows: rows.filter(({ bead }) => bead.status !== 'excluded') }))
      .filter(({ rows }) => rows.length > 0),
    pages: Math.max(1, Math.ceil(beads / PAGE_ROWS)),
  };
}
