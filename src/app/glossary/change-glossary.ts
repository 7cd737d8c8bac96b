import type { Concept, Relation, StoredConcept } from '../../core/glossary/concept.ts';
import type { Message } from '../../core/message.ts';
import {
  deleteConcept,
  existingConcepts,
  findConcept,
  putConcept,
  setRelations,
} from '../../store/glossary/concepts.ts';
import { appendGlossaryEdit, type ConceptChange } from '../../store/glossary/glossary-edits.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { noConcept } from './concept-rules.ts';

/** Who changes a glossary. */
export interface Editor {
  readonly author: string;
}

/** What becomes of a concept: after null it is gone, before null it is new. */
export interface Plan {
  readonly before: StoredConcept | null;
  readonly after: (Concept & { readonly glossary: number; readonly id?: number }) | null;
  /** The name by which relations of the same change lead to it. */
  readonly key?: string;
  /** Its relations, once all concepts of the change have numbers; by default those of `after`. */
  readonly relations?: (numberOf: (key: string) => number | undefined) => Relation[];
}

/** A change of a glossary, and how the history names it. */
interface GlossaryChange {
  readonly label: Message;
  readonly plans: readonly Plan[];
}

/**
 * Carries out a change as one transaction, kept in the history.
 * @param plan reads what there is and says what becomes of it
 * @returns its number, and the concepts' in the plans' order
 */
export async function changeGlossary(
  app: App,
  { author }: Editor,
  plan: (tx: Db) => Promise<GlossaryChange>,
): Promise<{ readonly batch: number; readonly numbers: number[] }> {
  return app.store.transaction(async (tx) => {
    const { plans, label } = await plan(tx);
    const now = app.now();
    const numbers: number[] = [];
    for (const { before, after } of plans) {
      numbers.push(after ? await putConcept(tx, after, now) : before!.id);
    }
    // Relations last: they may lead to concepts that come with them, and from ones that go.
    const keys = new Map(plans.flatMap(({ key }, k) => (key === undefined ? [] : [[key, numbers[k]!] as const])));
    const going = new Set(plans.flatMap(({ before, after }) => (after ? [] : [before!.id])));
    const changes: ConceptChange[] = [];
    for (const [k, { before, after, relations: resolve }] of plans.entries()) {
      const concept = numbers[k]!;
      if (!after) {
        await deleteConcept(tx, concept);
        changes.push({ concept, before, after: null });
        continue;
      }
      const { relations: own = [], ...rest } = after;
      const wanted = resolve ? resolve((key) => keys.get(key)) : own;
      const relations = await withoutGone(tx, wanted, going);
      if (before?.relations || relations.length > 0) await setRelations(tx, concept, relations);
      changes.push({ concept, before, after: { ...rest, ...(relations.length > 0 && { relations }), id: concept } });
    }
    const batch = await appendGlossaryEdit(tx, changes, { author, at: now, label });
    return { batch, numbers };
  });
}

/** Relations to concepts that are there and stay. */
async function withoutGone(tx: Db, relations: readonly Relation[], going: ReadonlySet<number>): Promise<Relation[]> {
  if (relations.length === 0) return [];
  const there = new Set(await existingConcepts(tx, [...new Set(relations.map(({ to }) => to))]));
  return relations.filter(({ to }) => there.has(to) && !going.has(to));
}

export async function existing(tx: Db, id: number): Promise<StoredConcept> {
  const concept = await findConcept(tx, id);
  if (!concept) throw noConcept(id);
  return concept;
}
