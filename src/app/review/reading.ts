import { type Passage, passagesByParagraph, passagesByRow } from '../../core/bitext/passages.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { type App, headOf } from '../app.ts';

/** Ways to read a bitext: both sides by row or paragraph, or one side with the other at hand. */
export const READING_VIEWS = ['rows', 'paragraphs', 'source', 'target'] as const;
export type ReadingView = (typeof READING_VIEWS)[number];

/** A bitext to read, without what is excluded. */
export async function readPassages(app: App, id: number, as: ReadingView): Promise<Passage[]> {
  await headOf(app, id);
  const bitext = await readBitext(app.store.db, id);
  const passages = as === 'rows' ? passagesByRow(bitext) : passagesByParagraph(bitext);
  return passages
    .map(({ rows }) => ({ rows: rows.filter(({ bead }) => bead.status !== 'excluded') }))
    .filter(({ rows }) => rows.length > 0);
}
