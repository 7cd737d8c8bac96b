import { isDoubtful } from '../core/bitext/confidence.ts';
import { readBitext } from '../store/bitext-rows.ts';
import { commentsOf } from '../store/comments.ts';
import { type App, headOf } from './app.ts';
import { reviewRows } from './review-row.ts';

/** A letter for each row: what the map beside the text shows of it. */
export const MAP_LETTERS = { proposed: 'p', doubtful: 'd', confirmed: 'c', flagged: 'f', excluded: 'x' } as const;

/** The whole of a bitext at a glance. */
export interface BitextMap {
  readonly beads: readonly number[];
  /** A letter of `MAP_LETTERS` for each bead. */
  readonly states: string;
  /** Places, from 0, of rows that depart from the glossary; null in a text too long to check at once. */
  readonly findings: readonly number[] | null;
  /** Places of rows that somebody has commented on. */
  readonly comments: readonly number[];
}

/** Longer texts are not checked against the glossary for the map, which is asked for after every edit. */
const MOST_CHECKED = 2000;

export async function mapOf(app: App, id: number): Promise<BitextMap> {
  await headOf(app, id);
  const bitext = await readBitext(app.store.db, id);
  const commented = new Set((await commentsOf(app.store.db, id)).map(({ side, segment }) => `${side} ${segment}`));
  const places = (holds: (place: number) => boolean) => [...bitext.beads.keys()].filter(holds);
  const checked = bitext.beads.length > MOST_CHECKED ? null : await reviewRows(app, id, bitext);
  return {
    beads: bitext.beads.map((bead) => bead.id),
    states: bitext.beads.map((bead) => MAP_LETTERS[isDoubtful(bead) ? 'doubtful' : bead.status]).join(''),
    findings: checked && places((place) => (checked[place]?.terms.length ?? 0) > 0),
    comments: places((place) => {
      const { source, target } = bitext.beads[place]!;
      return source.some((s) => commented.has(`source ${s}`)) || target.some((t) => commented.has(`target ${t}`));
    }),
  };
}
