import { setImmediate } from 'node:timers/promises';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { conceptsWith, findConcept } from '../../store/glossary/concepts.ts';
import {
  type ConceptChange,
  changeOf,
  changePages,
  countChanges,
  type GlossaryEdit,
  listGlossaryEdits,
} from '../../store/glossary/glossary-edits.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { changeGlossary, type Editor, type Plan } from './change-glossary.ts';
import { changeLabel } from './change-label.ts';
import { whenGlossariesRest } from './changes/long-change.ts';

/**
 * Takes a change back, whoever made it, where its concepts are still as it left them.
 * @throws Problem `conflict` where they are not, `not-found` where there is no such change
 */
export async function undoGlossaryEdit(app: App, batch: number, { author }: Editor): Promise<void> {
  await whenGlossariesRest(app);
  const size = await countChanges(app.store.db, batch);
  if (size === 0) throw new Problem('not-found', 'There is no such change of the glossary.');
  const plan = async (db: Db) => {
    const plans: Plan[] = [];
    for await (const changes of changePages(db, batch)) {
      plans.push(...(await takenBack(db, changes)));
      await setImmediate();
    }
    return { label: msg('Undid a change'), plans };
  };
  await changeGlossary(app, { author }, plan, size);
}

/** @throws Problem `conflict` where a concept is no longer as the change left it */
async function takenBack(db: Db, changes: readonly ConceptChange[]): Promise<Plan[]> {
  const ids = changes.map(({ concept }) => concept);
  const now = new Map((await conceptsWith(db, ids)).map((one) => [one.id, one]));
  return changes.map(({ concept, before, after }): Plan => {
    if (!same(now.get(concept) ?? null, after)) {
      throw new Problem(
        'conflict',
        'The glossary has changed since.',
        msg('Concept {concept} is no longer as that change left it.', { concept: String(concept) }),
        'Take later changes back first, or restore the concept by itself.',
      );
    }
    return { before: now.get(concept) ?? null, after: before };
  });
}

/** Puts a concept back to what it was before a change, or brings it back. */
export async function restoreConcept(app: App, batch: number, concept: number, { author }: Editor): Promise<void> {
  await changeGlossary(app, { author }, async (tx) => {
    const then = (await changeOf(tx, batch, concept))?.before;
    if (!then) throw new Problem('not-found', 'The concept was not there before this change.');
    const now = (await findConcept(tx, concept)) ?? null;
    return { label: changeLabel('restored', [then]), plans: [{ before: now, after: then }] };
  });
}

function same(a: StoredConcept | null, b: StoredConcept | null): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** A value with the keys of its objects in order, and without what is empty. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== '' && !(Array.isArray(part) && part.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** The last changes of a concept, or of all glossaries. */
export function glossaryHistory(
  app: App,
  concept?: number,
): Promise<(GlossaryEdit & { readonly name: string; readonly concepts: number })[]> {
  return listGlossaryEdits(app.store.db, 300, concept);
}
