import type { Db } from '../open-store.ts';

/** That a finding is none, in one bitext or everywhere, and why. */
export interface Dismissal {
  readonly id: number;
  readonly bitext: number | null;
  readonly finding: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

/** Keys of the findings that somebody has dismissed in a bitext or everywhere. */
export async function dismissedIn(db: Db, bitextId: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('dismissal')
    .select('finding')
    .where(({ or, eb }) => or([eb('bitext_id', '=', bitextId), eb('bitext_id', 'is', null)]))
    .execute();
  return new Set(rows.map(({ finding }) => finding));
}

/** A text that changes whenever a finding is dismissed or found again. */
export async function lastDismissal(db: Db): Promise<string> {
  const { last, count } = await db
    .selectFrom('dismissal')
    .select(({ fn }) => [fn.max('id').as('last'), fn.countAll<number>().as('count')])
    .executeTakeFirstOrThrow();
  return `${last ?? 0} ${count}`;
}

export async function listDismissals(db: Db): Promise<Dismissal[]> {
  const rows = await db.selectFrom('dismissal').selectAll().orderBy('id', 'desc').execute();
  return rows.map(({ bitext_id, ...row }) => ({ ...row, bitext: bitext_id }));
}

export async function insertDismissal(db: Db, { bitext, ...dismissal }: Omit<Dismissal, 'id'>): Promise<void> {
  await db
    .insertInto('dismissal')
    .values({ ...dismissal, bitext_id: bitext })
    .execute();
}

export async function deleteDismissal(db: Db, id: number): Promise<void> {
  await db.deleteFrom('dismissal').where('id', '=', id).execute();
}

/** A pair of texts that does not belong in a glossary. */
export interface Rejection {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly source: string;
  readonly target: string;
}

/** Pairs that were rejected in whichever direction, as source and target of this one with a tab between. */
export async function rejectedPairs(db: Db, sourceLanguage: string, targetLanguage: string): Promise<Set<string>> {
  const inDirection = (from: string, to: string) =>
    db
      .selectFrom('rejected_candidate')
      .select(['source', 'target'])
      .where('source_language', '=', from)
      .where('target_language', '=', to)
      .execute();
  const [there, back] = await Promise.all([
    inDirection(sourceLanguage, targetLanguage),
    inDirection(targetLanguage, sourceLanguage),
  ]);
  return new Set([
    ...there.map(({ source, target }) => `${source}\t${target}`),
    ...back.map(({ source, target }) => `${target}\t${source}`),
  ]);
}

export async function rejectPair(
  db: Db,
  { sourceLanguage, targetLanguage, source, target }: Rejection,
  { author, at }: { author: string; at: string },
): Promise<void> {
  await db
    .insertInto('rejected_candidate')
    .values({ source_language: sourceLanguage, target_language: targetLanguage, source, target, author, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets that a pair was rejected, in whichever direction. */
export async function unrejectPair(
  db: Db,
  { sourceLanguage, targetLanguage, source, target }: Rejection,
): Promise<void> {
  for (const [from, to, one, other] of [
    [sourceLanguage, targetLanguage, source, target],
    [targetLanguage, sourceLanguage, target, source],
  ] as const) {
    await db
      .deleteFrom('rejected_candidate')
      .where('source_language', '=', from)
      .where('target_language', '=', to)
      .where('source', '=', one)
      .where('target', '=', other)
      .execute();
  }
}
