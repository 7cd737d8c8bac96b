import { beadStates } from '../../../store/bitexts.ts';
import { readBeads } from '../../../store/review/slices.ts';
import { work } from '../../jobs/work.ts';
import { findingTest } from './finding-test.ts';

/** Rows checked at once. */
const PIECE_ROWS = 100;

/** The next row behind one in which something is found, from the beginning if there is none; null where no row has anything. */
export const findNextFinding = work<{ readonly id: number; readonly after: number }, number | null>(
  'find the next finding',
  { room: 'page' },
  async (desk, { id, after }) => {
    const { db } = desk.store;
    const fits = await findingTest(desk, id, 'hint');
    const [before, behind]: [number[], number[]] = [[], []];
    let list = before;
    for await (const beads of beadStates(db, id)) {
      for (const bead of beads) {
        if (bead.status !== 'excluded') list.push(bead.id);
        if (bead.id === after) list = behind;
      }
    }
    const order = [...behind, ...before];
    for (let at = 0; at < order.length; at += PIECE_ROWS) {
      const piece = order.slice(at, at + PIECE_ROWS);
      const fitting = await fits(await readBeads(db, id, piece));
      const next = piece.find((bead) => fitting.has(bead));
      if (next !== undefined) return next;
    }
    return null;
  },
);
