import type { Db } from '../open-store.ts';

/** How long what was deleted can be brought back, in days, unless something else is set. */
const USUAL_DAYS = 30;
/** What can be set. */
export const TRASH_DAYS = { least: 1, most: 3650 } as const;

const NAME = 'trash-days';

export async function trashDays(db: Db): Promise<number> {
  const row = await db.selectFrom('desk_setting').select('value').where('name', '=', NAME).executeTakeFirst();
  return row ? Number(row.value) : USUAL_DAYS;
}

export async function setTrashDays(db: Db, days: number): Promise<void> {
  const value = String(days);
  await db
    .insertInto('desk_setting')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
