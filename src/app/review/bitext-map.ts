import { isDoubtful } from '../../core/bitext/confidence.ts';
import type { BitextMap } from '../../core/wire/rows.ts';
import { beadStates } from '../../store/bitexts.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { commentedBeads } from '../../store/review/comments.ts';
import { type App, headOf } from '../app.ts';
import { reviewRows } from './review-row.ts';

/** A letter for each state of a row: what the map beside the text shows of it. */
const LETTERS = { proposed: 'p', doubtful: 'd', confirmed: 'c', flagged: 'f', excluded: 'x' } as const;

/** Longer texts are not checked against the glossary for the map, which is asked for after every edit. */
const MOST_CHECKED = 2000;

/** The map of a bitext. */
export async function mapOf(app: App, id: number): Promise<BitextMap> {
  await headOf(app, id);
  const beads = await beadStates(app.store.db, id);
  const commented = await commentedBeads(app.store.db, id);
  const places = (holds: (bead: number, place: number) => boolean) =>
    beads.flatMap((bead, place) => (holds(bead.id, place) ? [place] : []));
  const checked = beads.length > MOST_CHECKED ? null : await reviewRows(app, id, await readBitext(app.store.db, id));
  const departing = new Set(checked?.filter(({ terms }) => terms.length > 0).map(({ bead }) => bead.id));
  return {
    beads: beads.map((bead) => bead.id),
    states: beads.map((bead) => LETTERS[isDoubtful(bead) ? 'doubtful' : bead.status]).join(''),
    findings: checked && places((bead) => departing.has(bead)),
    comments: places((bead) => commented.has(bead)),
  };
}
