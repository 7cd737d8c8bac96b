import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { bitextsInto, lockedOf } from '../../store/workflow/workflow.ts';

/**
 * What is published stays as it is, whoever asks and by whatever way. Use cases that change texts ask here first, to say so in
 * words; the database refuses what has not asked (`migrations/0079-workflow.ts`).
 * @throws Problem `conflict`
 */
export async function requireUnlocked(db: Db, bitext: number): Promise<void> {
  if ((await lockedOf(db, [bitext])).size > 0) throw locked();
}

/** The same for an article that is the translation of one that is published. */
export async function requireUnlockedArticle(db: Db, article: number): Promise<void> {
  if ((await lockedOf(db, await bitextsInto(db, article))).size > 0) throw locked();
}

function locked(): Problem {
  return new Problem(
    'conflict',
    'This translation is published and locked.',
    'Nothing was changed.',
    'A reviser or an administrator can unlock it on its review page.',
  );
}
