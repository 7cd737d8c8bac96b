import type { Db } from '../open-store.ts';

/** A profile of checks as it is stored: its content as `core/check/profile.ts` writes it. */
export interface StoredProfile {
  readonly id: number;
  readonly name: string;
  readonly content: string;
  /** Whether it is that of all bitexts that have none of their own. */
  readonly active: boolean;
}

/** The content of the profile that a bitext is checked by: its own, else that of all; null where there is none. */
export async function profileContentFor(db: Db, bitextId: number): Promise<string | null> {
  const own = await db
    .selectFrom('bitext_check_profile')
    .innerJoin('check_profile', 'check_profile.id', 'bitext_check_profile.profile_id')
    .select('content')
    .where('bitext_id', '=', bitextId)
    .executeTakeFirst();
  if (own) return own.content;
  const active = await db.selectFrom('check_profile').select('content').where('active', '=', 1).executeTakeFirst();
  return active?.content ?? null;
}

/** The profile that a bitext has chosen for itself; null where it goes by that of all. */
export async function profileChosenFor(db: Db, bitextId: number): Promise<number | null> {
  const row = await db
    .selectFrom('bitext_check_profile')
    .select('profile_id')
    .where('bitext_id', '=', bitextId)
    .executeTakeFirst();
  return row?.profile_id ?? null;
}

/** @param profile null to go by that of all */
export async function chooseProfileFor(db: Db, bitextId: number, profile: number | null): Promise<void> {
  await db.deleteFrom('bitext_check_profile').where('bitext_id', '=', bitextId).execute();
  if (profile === null) return;
  await db.insertInto('bitext_check_profile').values({ bitext_id: bitextId, profile_id: profile }).execute();
}

/** All profiles, by name. */
export async function listProfiles(db: Db): Promise<StoredProfile[]> {
  const rows = await db
    .selectFrom('check_profile')
    .select(['id', 'name', 'content', 'active'])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, active: row.active === 1 }));
}

/** Stores a profile under its name, in the place of what had that name. Returns its id. */
export async function putProfile(
  db: Db,
  { name, content, at }: { readonly name: string; readonly content: string; readonly at: string },
): Promise<number> {
  const { id } = await db
    .insertInto('check_profile')
    .values({ name, content, updated_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ content, updated_at: at }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Makes a profile that of all bitexts. @param id null for none */
export async function activateProfile(db: Db, id: number | null): Promise<void> {
  await db.updateTable('check_profile').set({ active: 0 }).where('active', '=', 1).execute();
  if (id !== null) await db.updateTable('check_profile').set({ active: 1 }).where('id', '=', id).execute();
}

export async function deleteProfile(db: Db, id: number): Promise<void> {
  await db.deleteFrom('check_profile').where('id', '=', id).execute();
}

/** A text that changes whenever a profile does, or which one is used. */
export async function profilesState(db: Db, bitextId: number): Promise<string> {
  const own = await profileChosenFor(db, bitextId);
  const rows = await db.selectFrom('check_profile').select(['id', 'active', 'updated_at']).orderBy('id').execute();
  return [own, ...rows.map(({ id, active, updated_at }) => `${id} ${active} ${updated_at}`)].join(',');
}
