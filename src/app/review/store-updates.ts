import type { Side } from '../../core/bitext/bitext.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { keepFormerTexts } from '../../store/review/row-notes.ts';
import type { App } from '../app.ts';
import type { UpdatedTexts } from './update-texts.ts';

/** A bitext of new versions of its texts, worked out but not stored. */
export interface UpdatePlan {
  readonly counts: Omit<UpdatedTexts, 'id'>;
  /** Stores the new bitext without rows, of the texts of the old one. Returns its number. */
  begin(tx: Db, now: string): Promise<number>;
  /** Stores its rows, each slice in a transaction of its own. */
  slices(made: number): Generator<(tx: Db) => Promise<void>>;
  /**
   * Gives it its texts, makes it ready and archives the old one.
   * @param revisions those of the new texts where they are stored already
   */
  end(tx: Db, made: number, now: string, revisions: Revisions): Promise<void>;
}

type Revisions = Readonly<Partial<Record<Side, number>>>;

/**
 * Stores bitexts of new versions, all of them or none; nobody sees one of them or waits for it before all are there.
 * @param revisionsOf stores what they have in common, and says for each the revisions of the new texts that are stored so
 * @returns the new bitexts' numbers, in the plans' order
 */
export async function storeUpdates(
  app: App,
  plans: readonly UpdatePlan[],
  signal: AbortSignal | undefined,
  revisionsOf: (tx: Db, now: string) => Promise<readonly Revisions[]> = async () => [],
): Promise<readonly number[]> {
  const now = app.now();
  const stage = await app.staging.open(async (tx) => {
    const made: number[] = [];
    for (const plan of plans) made.push(await plan.begin(tx, now));
    return made;
  });
  try {
    for (const [i, plan] of plans.entries()) {
      for (const write of plan.slices(stage.ids[i]!)) {
        if (signal?.aborted) throw new Problem('cancelled', 'It was cancelled.', 'Nothing was changed.');
        await stage.write(write);
      }
    }
    return await stage.finish(async (tx) => {
      const revisions = await revisionsOf(tx, now);
      for (const [i, plan] of plans.entries()) await plan.end(tx, stage.ids[i]!, now, revisions[i] ?? {});
      return stage.ids;
    });
  } catch (error) {
    // What cannot be cleared away now is later.
    await stage.abandon().catch(() => {});
    throw error;
  }
}

/** Former texts that are stored at once. */
const SLICE_ROWS = 1000;

/** Stores the texts that rows had before, likewise in slices. */
export function* formerSlices(
  made: number,
  former: ReadonlyMap<number, Record<Side, string>>,
): Generator<(tx: Db) => Promise<void>> {
  const all = [...former];
  for (let at = 0; at < all.length; at += SLICE_ROWS) {
    yield (tx) => keepFormerTexts(tx, made, new Map(all.slice(at, at + SLICE_ROWS)));
  }
}
