import { setImmediate } from 'node:timers/promises';
import type { Concept, Relation, StoredConcept } from '../../core/glossary/concept.ts';
import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { existingConcepts, findConcept } from '../../store/glossary/concepts.ts';
import { appendGlossaryEdit, type ConceptChange } from '../../store/glossary/glossary-edits.ts';
import { deleteConcepts, putConcepts, setRelations } from '../../store/glossary/put-concepts.ts';
import type { Db } from '../../store/open-store.ts';
import { mayAuthor } from '../accounts/authority.ts';
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
    const { plans: wished, label } = await plan(tx);
    const plans = await withinAuthority(tx, author, wished);
    const now = app.now();
    const numbers = await numbersOf(tx, plans, now);
    // Relations last: they may lead to concepts that come with them, and from ones that go.
    const keys = new Map(plans.flatMap(({ key }, k) => (key === undefined ? [] : [[key, numbers[k]!] as const])));
    const going = new Set(plans.flatMap(({ before, after }) => (after ? [] : [before!.id])));
    const wanted = plans.map(({ after, relations: resolve }) =>
      resolve && after ? resolve((key) => keys.get(key)) : (after?.relations ?? []),
    );
    const named = new Set(wanted.flat().flatMap(({ to, of }) => (of === undefined ? [to] : [to, of])));
    const there = new Set(await existingConcepts(tx, [...named]));
    await deleteConcepts(tx, [...going]);
    const changed = new Map<number, readonly Relation[]>();
    const changes = plans.map(({ before, after }, k): ConceptChange => {
      const concept = numbers[k]!;
      if (!after) return { concept, before, after: null };
      // Those to concepts that are not there or do not stay are left out.
      const stays = (id: number) => there.has(id) && !going.has(id);
      const relations = wanted[k]!.filter(({ to }) => stays(to)).map((relation) => ofWhatStays(relation, stays));
      if (before?.relations || relations.length > 0) changed.set(concept, relations);
      const { relations: _, ...rest } = after;
      return { concept, before, after: { ...rest, ...(relations.length > 0 && { relations }), id: concept } };
    });
    await setRelations(tx, changed);
    const batch = await appendGlossaryEdit(tx, changes, { author, at: now, label });
    return { batch, numbers };
  });
}

/**
 * What somebody may do who does not approve concepts: add some as proposals, and change proposals.
 * @throws Problem `forbidden` where a concept in force would change
 */
async function withinAuthority(tx: Db, author: string, plans: readonly Plan[]): Promise<readonly Plan[]> {
  if (await mayAuthor(tx, author, 'approve')) return plans;
  return plans.map((plan): Plan => {
    const { before, after } = plan;
    if (before && (before.state !== 'proposed' || (after && after.state !== 'proposed'))) {
      throw new Problem(
        'forbidden',
        'Only terminologists change concepts that are in force.',
        '',
        'Propose a concept of your own, or ask a terminologist.',
      );
    }
    return before || !after ? plan : { ...plan, after: { ...after, state: 'proposed' } };
  });
}

/** A relation without what it is of, where that is not there. */
function ofWhatStays({ of, ...rest }: Relation, stays: (id: number) => boolean): Relation {
  return { ...rest, ...(of !== undefined && stays(of) && { of }) };
}

/** Concepts that are stored at once; others, who only read, have their turn in between. */
const BATCH_CONCEPTS = 500;

/** Stores what becomes of concepts, without their relations. Returns the number of each. */
async function numbersOf(tx: Db, plans: readonly Plan[], now: string): Promise<number[]> {
  const stored = plans.flatMap(({ after }) => after ?? []);
  const given: number[] = [];
  for (let at = 0; at < stored.length; at += BATCH_CONCEPTS) {
    given.push(...(await putConcepts(tx, stored.slice(at, at + BATCH_CONCEPTS), now)));
    await setImmediate();
  }
  let next = 0;
  return plans.map(({ before, after }) => (after ? given[next++]! : before!.id));
}

export async function existing(tx: Db, id: number): Promise<StoredConcept> {
  const concept = await findConcept(tx, id);
  if (!concept) throw noConcept(id);
  return concept;
}
