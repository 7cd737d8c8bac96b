import type { Db } from '../open-store.ts';

/** A request by its key, as it was begun. */
export interface KeptAnswer {
  readonly fingerprint: string;
  readonly status: number | null;
  /** JSON; null until it was answered. */
  readonly answer: string | null;
}

interface RequestKey {
  readonly author: string;
  readonly key: string;
}

/** Begins a request, unless one of this key was begun before, which is returned. */
export async function beginRequest(
  db: Db,
  { author, key, fingerprint, now }: RequestKey & { readonly fingerprint: string; readonly now: string },
): Promise<KeptAnswer | null> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('api_answer')
    .values({ author, key, fingerprint, begun_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return null;
  return db
    .selectFrom('api_answer')
    .select(['fingerprint', 'status', 'answer'])
    .where('author', '=', author)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
}

export async function keepAnswer(
  db: Db,
  { author, key, status, answer }: RequestKey & { readonly status: number; readonly answer: string },
): Promise<void> {
  await db
    .updateTable('api_answer')
    .set({ status, answer })
    .where('author', '=', author)
    .where('key', '=', key)
    .execute();
}

/** Nothing came of it, so that it can be asked again. */
export async function forgetRequest(db: Db, { author, key }: RequestKey): Promise<void> {
  await db.deleteFrom('api_answer').where('author', '=', author).where('key', '=', key).execute();
}

export async function forgetRequestsBefore(db: Db, time: string): Promise<void> {
  await db.deleteFrom('api_answer').where('begun_at', '<', time).execute();
}
