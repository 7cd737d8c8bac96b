import type { Bitext, Side } from '../../core/bitext/bitext.ts';
import type { UnitOrigin, UnitProp } from '../../core/bitext/unit-origin.ts';
import { inList } from '../in-list.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';

/** How many beads are looked up one by one. */
const MAX_SINGLE_LOOKUPS = 500;
/** For more beads than this, all of the bitext are read: that is quicker than looking each one up. */
const MAX_LISTED_BEADS = 5000;

/** Who changed a row last and when. */
export interface LastChange {
  readonly author: string;
  readonly name: string;
  readonly at: string;
}

/** Who flagged what is flagged among some beads of a bitext, by bead. */
export async function flaggers(db: Db, bitextId: number, beads: readonly number[]): Promise<Map<number, LastChange>> {
  let query = db
    .selectFrom('bead')
    .leftJoin('person', 'person.id', 'bead.flagged_by')
    .select(['bead.id', 'bead.flagged_by as author', 'bead.flagged_at as at', 'person.name'])
    .where('bead.bitext_id', '=', bitextId)
    .where('bead.status', '=', 'flagged')
    .where('bead.flagged_by', '<>', '');
  // The rows around an edit are few; a whole text is read through anyway.
  if (beads.length <= MAX_SINGLE_LOOKUPS) query = query.where('bead.id', 'in', inList(beads));
  const rows = await query.execute();
  return new Map(rows.map(({ id, author, at, name }) => [id, { author, at, name: name ?? '' }]));
}

/** The text of rows in the former version, by bead. */
export async function formerTexts(
  db: Db,
  bitextId: number,
  beads: readonly number[],
): Promise<Map<number, Record<Side, string>>> {
  const rows = await db
    .selectFrom('bead_before')
    .select(['bead_id', 'source', 'target'])
    .where('bitext_id', '=', bitextId)
    .$if(beads.length <= MAX_SINGLE_LOOKUPS, (query) => query.where('bead_id', 'in', inList(beads)))
    .execute();
  return new Map(rows.map(({ bead_id, source, target }) => [bead_id, { source, target }]));
}

export async function keepFormerTexts(
  db: Db,
  bitextId: number,
  former: ReadonlyMap<number, Record<Side, string>>,
): Promise<void> {
  const rows = [...former].map(([bead_id, texts]) => ({ bitext_id: bitextId, bead_id, ...texts }));
  await insertMany(rows, (some) => db.insertInto('bead_before').values(some).execute());
}

/** Who changed beads of a bitext last and when, as far as is known; those that nobody has changed since the alignment are left out. */
export async function changesOf(
  db: Db,
  bitextId: number,
  beads: readonly number[],
): Promise<Map<number, { by: string; at: string }>> {
  let query = db
    .selectFrom('bead')
    .leftJoin('person', 'person.id', 'bead.changed_by')
    .select(['bead.id', 'bead.changed_at as at', 'person.name'])
    .where('bead.bitext_id', '=', bitextId)
    .where((eb) => eb.or([eb('bead.changed_at', '<>', ''), eb('bead.changed_by', '<>', '')]));
  if (beads.length <= MAX_LISTED_BEADS) query = query.where('bead.id', 'in', inList(beads));
  const rows = await query.execute();
  return new Map(rows.map(({ id, at, name }) => [id, { by: name ?? '', at }]));
}

/** What a file says about a unit, apart from its fields here. */
export interface UnitNotes {
  readonly props: readonly UnitProp[];
  readonly origin: UnitOrigin;
}

/** What files say about the units that beads of a bitext come from; units without such notes are left out. */
export async function notesOfUnits(
  db: Db,
  bitextId: number,
  beads: readonly number[],
): Promise<Map<number, UnitNotes>> {
  let query = db.selectFrom('unit_props').select(['bead_id', 'props', 'origin']).where('bitext_id', '=', bitextId);
  if (beads.length <= MAX_LISTED_BEADS) query = query.where('bead_id', 'in', inList(beads));
  const rows = await query.execute();
  return new Map(rows.map(({ bead_id, ...notes }) => [bead_id, unitNotes(notes)]));
}

export function unitNotes({ props, origin }: { readonly props: string; readonly origin: string }): UnitNotes {
  return { props: JSON.parse(props) as UnitProp[], origin: JSON.parse(origin) as UnitOrigin };
}

/** Beads of which the status is only assumed, since their file says none. */
async function assumedBeads(db: Db, bitextId: number, beads: readonly number[]): Promise<Set<number>> {
  let query = db.selectFrom('bead').select('id').where('bitext_id', '=', bitextId).where('assumed', '=', 1);
  if (beads.length <= MAX_LISTED_BEADS) query = query.where('id', 'in', inList(beads));
  return new Set((await query.execute()).map(({ id }) => id));
}

/** What a file may say about the rows of a bitext or of a piece of one. */
export interface RowNotes {
  readonly changes: Map<number, { by: string; at: string }>;
  readonly units: Map<number, UnitNotes>;
  readonly assumed: Set<number>;
}

export async function notesOfRows(db: Db, id: number, { beads }: Bitext): Promise<RowNotes> {
  const ids = beads.map((bead) => bead.id);
  return {
    changes: await changesOf(db, id, ids),
    units: await notesOfUnits(db, id, ids),
    assumed: await assumedBeads(db, id, ids),
  };
}
