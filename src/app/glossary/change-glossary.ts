import { setImmediate } from 'node:timers/promises';
import type { Concept, Relation, StoredConcept } from '../../core/glossary/concept.ts';
import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { existingConcepts, findConcept } from '../../store/glossary/concepts.ts';
import { appendGlossaryEdit, type ConceptChange } from '../../store/glossary/glossary-edits.ts';
import { deleteConcepts, lastNumber, putConcepts, setRelations } from '../../store/glossary/put-concepts.ts';
import type { Db } from '../../store/open-store.ts';
import { mayAuthor } from '../accounts/authority.ts';
import type { App } from '../app.ts';
import { changeInSlices, refuseWhileChanging, whenGlossariesRest } from './changes/long-change.ts';
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

/** Changes of more concepts than this are made in slices, so that nobody waits for them to write. */
export const MANY_CONCEPTS = 1000;

/**
 * Carries out a change, whole or not at all, kept in the history: as one transaction, or in slices that nobody sees.
 * @param plan reads what there is and says what becomes of it
 * @param size about how many concepts it changes, where they may be many
 * @param also what is stored with it; with one in slices, right behind it
 * @returns its number, and the concepts' in the plans' order
 */
export async function changeGlossary(
  app: App,
  { author }: Editor,
  plan: (db: Db) => Promise<GlossaryChange>,
  size = 0,
  also?: (tx: Db, batch: number) => Promise<void>,
): Promise<{ readonly batch: number; readonly numbers: readonly number[] }> {
  if (size > MANY_CONCEPTS) {
    const { batch, result } = await changeInSlices(app, async (db) => {
      const { plans: wished, label } = await plan(db);
      const plans = await withinAuthority(db, author, wished);
      const numbers = await numbersFor(db, plans);
      const { changes } = await changesOf(db, plans, numbers);
      return { changes, author, at: app.now(), label, result: numbers };
    });
    if (also) await app.store.transaction((tx) => also(tx, batch));
    return { batch, numbers: result };
  }
  await whenGlossariesRest(app);
  return app.store.transaction(async (tx) => {
    await refuseWhileChanging(tx);
    const { plans: wished, label } = await plan(tx);
    const plans = await withinAuthority(tx, author, wished);
    const now = app.now();
    const numbers = await numbersFor(tx, plans);
    // Relations last: they may lead to concepts that come with them, and from ones that go.
    const { changes, relations, going } = await changesOf(tx, plans, numbers);
    const stored = changes.flatMap(({ after }) => after ?? []);
    for (let at = 0; at < stored.length; at += BATCH_CONCEPTS) {
      await putConcepts(tx, stored.slice(at, at + BATCH_CONCEPTS), now);
      await setImmediate();
    }
    await deleteConcepts(tx, going);
    await setRelations(tx, relations);
    const batch = await appendGlossaryEdit(tx, changes, { author, at: now, label });
    await also?.(tx, batch);
    return { batch, numbers };
  });
}

/** Concepts that are gone through at once; others have their turn in between. */
const BATCH_CONCEPTS = 500;

/** What becomes of each concept, with the relations that change, and which go. */
async function changesOf(db: Db, plans: readonly Plan[], numbers: readonly number[]) {
  const keys = new Map(plans.flatMap(({ key }, k) => (key === undefined ? [] : [[key, numbers[k]!] as const])));
  const going = new Set(plans.flatMap(({ before, after }) => (after ? [] : [before!.id])));
  const coming = new Set(plans.flatMap(({ after }, k) => (after ? [numbers[k]!] : [])));
  const wanted: (readonly Relation[])[] = [];
  for (const { after, relations: resolve } of plans) {
    if (wanted.length % BATCH_CONCEPTS === 0) await setImmediate();
    wanted.push(resolve && after ? resolve((key) => keys.get(key)) : (after?.relations ?? []));
  }
  const named = new Set(wanted.flat().flatMap(({ to, of }) => (of === undefined ? [to] : [to, of])));
  const there = new Set(await existingConcepts(db, [...named]));
  // Those to concepts that are not there or do not stay are left out.
  const stays = (id: number) => (there.has(id) || coming.has(id)) && !going.has(id);
  const relations = new Map<number, readonly Relation[]>();
  const changes: ConceptChange[] = [];
  for (const [k, { before, after }] of plans.entries()) {
    if (k % BATCH_CONCEPTS === 0) await setImmediate();
    const concept = numbers[k]!;
    if (!after) {
      changes.push({ concept, before, after: null });
      continue;
    }
    const own = wanted[k]!.filter(({ to }) => stays(to)).map((relation) => ofWhatStays(relation, stays));
    if (before?.relations || own.length > 0) relations.set(concept, own);
    const { relations: _, ...rest } = after;
    changes.push({ concept, before, after: { ...rest, ...(own.length > 0 && { relations: own }), id: concept } });
  }
  return { changes, relations, going: [...going] };
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

/** The number of each concept; new ones get the next. */
async function numbersFor(db: Db, plans: readonly Plan[]): Promise<number[]> {
  let last = await lastNumber(db);
  return plans.map(({ before, after }) => {
    if (!after) return before!.id;
    const known = after.id ?? before?.id;
    if (known === undefined) last += 1;
    return known ?? last;
  });
}

export async function existing(tx: Db, id: number): Promise<StoredConcept> {
  const concept = await findConcept(tx, id);
  if (!concept) throw noConcept(id);
  return concept;
}
