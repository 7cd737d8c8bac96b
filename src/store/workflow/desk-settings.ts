import type { Db } from '../open-store.ts';

/** What a desk has settled for all its people. */
export interface DeskSettings {
  /** Whether nobody signs for words of their own. */
  readonly fourEyes: boolean;
}

export async function deskSettings(db: Db): Promise<DeskSettings> {
  const row = await db.selectFrom('desk_setting').select('value').where('name', '=', 'four-eyes').executeTakeFirst();
  return { fourEyes: row?.value === 'on' };
}

export async function setDeskSettings(db: Db, { fourEyes }: DeskSettings): Promise<void> {
  const value = fourEyes ? 'on' : 'off';
  await db
    .insertInto('desk_setting')
    .values({ name: 'four-eyes', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
