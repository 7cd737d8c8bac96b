import { DOUBTFUL_BELOW, isDoubtful } from '../../core/bitext/confidence.ts';
import type { BitextMap } from '../../core/wire/rows.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { beadStates } from '../../store/bitexts.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { commentedBeads } from '../../store/review/comments.ts';
import { readPieces } from '../../store/review/slices.ts';
import { type App, headOf, inOneMoment } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { type ReviewRow, reviewRows } from './review-row.ts';

/** A letter for each state of a row: what the map beside the text shows of it. */
const STATE_LETTERS = { proposed: 'p', doubtful: 'd', confirmed: 'c', flagged: 'f', excluded: 'x' } as const;

/** Longer texts are not checked for the map, which is asked for after every edit; their marks come by themselves. */
const MAX_CHECKED_ROWS = 2000;

/** The map of more rows than that is drawn in a thread. */
const MAX_ROWS_HERE = 300;

/** The map of a bitext; that of a long one is drawn in a thread. */
export async function mapOf(app: App, id: number, signal?: AbortSignal): Promise<BitextMap> {
  await headOf(app, id);
  const { beads } = await countBeads(app.store.db, id, DOUBTFUL_BELOW);
  return beads > MAX_ROWS_HERE ? app.pool.run(drawMap, { id }, { signal }) : inOneMoment(app, (desk) => draw(desk, id));
}

export const drawMap = work<{ readonly id: number }, BitextMap>('draw the map', { room: 'page' }, (desk, { id }) =>
  draw(desk, id),
);

async function draw(desk: Desk, id: number): Promise<BitextMap> {
  const { db } = desk.store;
  const commented = await commentedBeads(db, id, 'open');
  const beads: number[] = [];
  const comments: number[] = [];
  let states = '';
  for await (const some of beadStates(db, id)) {
    states += some.map((bead) => STATE_LETTERS[isDoubtful(bead) ? 'doubtful' : bead.status]).join('');
    for (const bead of some) {
      if (commented.has(bead.id)) comments.push(beads.length);
      beads.push(bead.id);
    }
  }
  const checked = beads.length > MAX_CHECKED_ROWS ? null : await reviewRows(desk, id, await readBitext(db, id));
  const departing = new Set(checked?.filter(hasFindings).map(({ bead }) => bead.id));
  const findings = checked && beads.flatMap((bead, place) => (departing.has(bead) ? [place] : []));
  return { beads, states, findings, comments };
}

/** Rows of a long text that are read and checked at once. */
const PIECE_ROWS = 500;

/** The rows of a long text with findings, for the map that has been drawn without them. */
export async function markedRows(app: App, id: number, signal?: AbortSignal): Promise<{ beads: readonly number[] }> {
  await headOf(app, id);
  return { beads: await app.pool.run(findMarkedRows, { id }, { signal }) };
}

export const findMarkedRows = work<{ readonly id: number }, readonly number[]>(
  'find the rows that the map marks',
  { room: 'long' },
  async (desk, { id }) => {
    const marked: number[] = [];
    for await (const piece of readPieces(desk.store.db, id, PIECE_ROWS)) {
      const rows = await reviewRows(desk, id, piece);
      marked.push(...rows.filter(hasFindings).map(({ bead }) => bead.id));
    }
    return marked;
  },
);

/** Whether more than a hint is found in a row. */
function hasFindings({ terms, checks }: ReviewRow): boolean {
  return terms.length > 0 || (checks ?? []).some(({ severity }) => severity !== 'hint');
}
