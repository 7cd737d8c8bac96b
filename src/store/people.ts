import type { Db } from './open-store.ts';

/** Names by the ids that edits and comments carry. */
export async function namesOf(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('person').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Gives a person a name, or takes it away with an empty one. */
export async function setName(db: Db, id: string, name: string, now: string): Promise<void> {
  if (name === '') {
    await db.deleteFrom('person').where('id', '=', id).execute();
    return;
  }
  await db
    .insertInto('person')
    .values({ id, name, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, updated_at: now }))
    .execute();
}

/** The name of somebody; empty where nobody has given one. */
export async function nameOf(db: Db, id: string): Promise<string> {
  return (await namesOf(db)).get(id) ?? '';
}
