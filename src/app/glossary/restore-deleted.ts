import { Problem } from '../../core/problem.ts';
import { existingConcepts } from '../../store/glossary/concepts.ts';
import { type ConceptChange, changePages, countChanges } from '../../store/glossary/glossary-edits.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { changeGlossary, type Editor, type Plan } from './change-glossary.ts';
import { changeLabel } from './change-label.ts';
import { undoGlossaryEdit } from './glossary-history.ts';

/**
 * Brings back the concepts that a change has deleted, with their numbers, and what others related to them; where somebody has
 * changed one of those since, that one stays as it is now. Returns the numbers of the concepts.
 * @throws Problem `not-found` where they are all there
 */
export async function restoreDeletedConcepts(app: App, batch: number, { author }: Editor): Promise<number[]> {
  const gone = await goneIn(app.store.db, batch);
  if (gone.length === 0) {
    throw new Problem('not-found', 'These concepts are in the glossary.', 'Somebody has restored them by the history.');
  }
  const numbers = gone.map(({ concept }) => concept);
  const isConflict = await undoGlossaryEdit(app, batch, { author }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'conflict') return true;
      throw error;
    },
  );
  if (!isConflict) return numbers;
  const plan = async (db: Db) => {
    const before = (await goneIn(db, batch)).flatMap((change) => change.before ?? []);
    return { label: changeLabel('restored', before), plans: before.map((after): Plan => ({ before: null, after })) };
  };
  await changeGlossary(app, { author }, plan, await countChanges(app.store.db, batch));
  return numbers;
}

/** What a change has deleted and is not there now. */
async function goneIn(db: Db, batch: number): Promise<ConceptChange[]> {
  const gone: ConceptChange[] = [];
  for await (const page of changePages(db, batch)) {
    const deleted = page.filter(({ after }) => after === null);
    const there = new Set(
      await existingConcepts(
        db,
        deleted.map(({ concept }) => concept),
      ),
    );
    gone.push(...deleted.filter(({ concept }) => !there.has(concept)));
  }
  return gone;
}
