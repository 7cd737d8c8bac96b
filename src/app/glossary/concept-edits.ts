import { setImmediate } from 'node:timers/promises';
import type { Concept, StoredConcept, Term } from '../../core/glossary/concept.ts';
import { conceptVersion } from '../../core/glossary/concept-version.ts';
import { type MergeLoss, mergedConcept, mergeLosses, redirectRelations } from '../../core/glossary/merge.ts';
import { Problem } from '../../core/problem.ts';
import { conceptsRelatedTo, conceptsWith } from '../../store/glossary/concepts.ts';
import type { Db } from '../../store/open-store.ts';
import { nameOf } from '../../store/people.ts';
import { trashConcepts } from '../../store/trash/trash.ts';
import type { App } from '../app.ts';
import { changeGlossary, type Editor, existing, type Plan } from './change-glossary.ts';
import { changeLabel } from './change-label.ts';
import { checkConcept, noConcept } from './concept-rules.ts';

/** Who updates a concept, and what else a form says of it. */
export interface ConceptUpdate extends Editor {
  readonly glossary?: number | undefined;
  /** The version that the form showed (`conceptVersion`); without one it is saved whatever is stored. */
  readonly version?: string | undefined;
}

/**
 * Returns the number of the change.
 * @throws Problem `not-found` where it is gone, `conflict` where it is no longer of that version
 */
export async function updateConcept(
  app: App,
  id: number,
  concept: Concept,
  { author, glossary, version }: ConceptUpdate,
): Promise<number> {
  const decider = await deciderOf(app, author);
  return changeConcept(app, id, { author }, (before) => {
    if (version && version !== conceptVersion(before)) {
      throw new Problem(
        'conflict',
        'Someone has changed this concept.',
        '',
        'Compare both and save again, or cancel to keep what is stored.',
      );
    }
    const { decidedBy: _, ...rest } = concept;
    const decidedBy = concept.state === before.state ? before.decidedBy : decider;
    return { ...rest, ...(concept.state && decidedBy && { decidedBy }), glossary: glossary ?? before.glossary };
  });
}

/** The name under which somebody decides on a concept; empty where they have given none. */
export function deciderOf({ store }: Pick<App, 'store'>, author: string): Promise<string> {
  return nameOf(store.db, author);
}

/**
 * Makes something else of a concept as it stands. Returns the number of the change.
 * @throws Problem `not-found` where it is gone, `bad-request` where it cannot be that
 */
export async function changeConcept(
  app: App,
  id: number,
  { author }: Editor,
  become: (before: StoredConcept) => Concept & { readonly glossary: number },
): Promise<number> {
  const { batch } = await changeGlossary(app, { author }, async (tx) => {
    const before = await existing(tx, id);
    const after = become(before);
    checkConcept(after);
    return { label: changeLabel('changed', [after]), plans: [{ before, after: { ...after, id } }] };
  });
  return batch;
}

/** Takes concepts out, with what others relate to them; together they are one entry of the trash. */
export async function removeConcepts(app: App, ids: readonly number[], { author }: Editor): Promise<void> {
  const gone = new Set(ids);
  let title = '';
  const plan = async (db: Db) => {
    const concepts = await allExisting(db, [...gone]);
    title = concepts
      .slice(0, MAX_NAMED)
      .map(({ terms }) => terms[0]?.text ?? '')
      .join(', ');
    return {
      label: changeLabel('deleted', concepts),
      plans: [...concepts.map((before): Plan => ({ before, after: null })), ...(await planRedirects(db, gone, null))],
    };
  };
  await changeGlossary(app, { author }, plan, await countWithRelated(app, [...gone]), (tx, batch) =>
    trashConcepts(tx, { title, author, at: app.now(), number: gone.size }, batch),
  );
}

/** Concepts by whose terms an entry of the trash is called. */
const MAX_NAMED = 5;

/** What several concepts would become, and what of them would be lost. */
export interface MergePreview {
  readonly concepts: readonly StoredConcept[];
  readonly merged: StoredConcept;
  readonly losses: readonly MergeLoss[];
  /** Of each concept, in their order: sent back, so that nobody merges what somebody has changed meanwhile. */
  readonly versions: readonly string[];
}

/**
 * What a merge of concepts would make of them.
 * @param ids the concept that stays stands first
 */
export async function previewMerge(app: App, ids: readonly number[]): Promise<MergePreview> {
  const [into, ...from] = [...new Set(ids)];
  if (into === undefined || from.length === 0) throw tooFewToMerge();
  const first = await existing(app.store.db, into);
  const rest = await allExisting(app.store.db, from);
  return {
    concepts: [first, ...rest],
    merged: mergedConcept(first, rest),
    losses: mergeLosses(first, rest),
    versions: [first, ...rest].map(conceptVersion),
  };
}

/** How concepts are merged. */
export interface Merge extends Editor {
  /** The versions of the concepts that were shown; without them they are merged whatever they are. */
  readonly versions?: readonly string[] | undefined;
  /** Makes of the merged terms those that stay. */
  readonly terms?: ((merged: readonly Term[]) => readonly Term[]) | undefined;
}

/**
 * Makes one concept of several that are the same; what others relate to them leads to it.
 * @param ids the concept that stays stands first
 * @throws Problem `conflict` where one is no longer as it was shown
 */
export async function mergeConcepts(
  app: App,
  ids: readonly number[],
  { author, versions, terms = (merged) => merged }: Merge,
): Promise<number> {
  const [into, ...from] = [...new Set(ids)];
  if (into === undefined || from.length === 0) throw tooFewToMerge();
  const gone = new Set(from);
  const plan = async (db: Db) => {
    const first = await existing(db, into);
    const rest = await allExisting(db, from);
    if (versions && [first, ...rest].some((concept, i) => conceptVersion(concept) !== versions[i])) {
      throw new Problem(
        'conflict',
        'Someone has changed one of these concepts.',
        '',
        'Nothing was merged. Look at them as they are now and merge again.',
      );
    }
    const merged = mergedConcept(first, rest);
    const after = { ...merged, terms: terms(merged.terms) };
    checkConcept(after);
    const plans: Plan[] = [{ before: first, after }, ...rest.map((before): Plan => ({ before, after: null }))];
    const related = (await planRedirects(db, gone, into)).filter(
      ({ before }) => before!.id !== into && !gone.has(before!.id),
    );
    return { label: changeLabel('merged', [first, ...rest]), plans: [...plans, ...related] };
  };
  await changeGlossary(app, { author }, plan, await countWithRelated(app, from));
  return into;
}

function tooFewToMerge(): Problem {
  return new Problem('bad-request', 'Choose two concepts or more to merge.');
}

/** What a change of many concepts sets; what is left out stays. */
export interface BulkChange {
  readonly kind?: StoredConcept['kind'] | undefined;
  readonly glossary?: number | undefined;
  readonly subjectField?: string | undefined;
  readonly state?: StoredConcept['state'] | undefined;
  readonly decidedBy?: string | undefined;
  readonly owner?: string | undefined;
}

/** Changes many concepts alike. */
export async function changeAll(app: App, ids: readonly number[], bulk: BulkChange, { author }: Editor): Promise<void> {
  const set = Object.fromEntries(Object.entries(bulk).filter(([, value]) => value !== undefined && value !== ''));
  if (Object.keys(set).length === 0) throw new Problem('bad-request', 'Nothing to change.', '', 'Choose what to set.');
  const all = [...new Set(ids)];
  const plan = async (db: Db) => {
    const concepts = await allExisting(db, all);
    return {
      label: changeLabel('changed', concepts),
      plans: concepts.map((before): Plan => ({ before, after: { ...before, ...set } })),
    };
  };
  await changeGlossary(app, { author }, plan, all.length);
}

/** How many concepts change where some go: those that relate to them as well. */
async function countWithRelated({ store }: App, ids: readonly number[]): Promise<number> {
  return ids.length + (await conceptsRelatedTo(store.db, ids)).length;
}

/** Concepts that relate to some that go, as they are without, or with one in their place. */
async function planRedirects(db: Db, gone: ReadonlySet<number>, to: number | null): Promise<Plan[]> {
  const related = (await conceptsRelatedTo(db, [...gone])).filter((id) => !gone.has(id));
  const concepts = await allExisting(db, related);
  return concepts.map((before) => ({ before, after: redirectRelations(before, gone, to) }));
}

/** Concepts that are read at once; others have their turn in between. */
const PAGE = 500;

/** Concepts by their numbers, in that order. @throws Problem `not-found` where one is gone */
async function allExisting(db: Db, ids: readonly number[]): Promise<StoredConcept[]> {
  const concepts: StoredConcept[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const wanted = ids.slice(at, at + PAGE);
    const page = await conceptsWith(db, wanted);
    if (page.length < wanted.length) {
      const found = new Set(page.map(({ id }) => id));
      throw noConcept(wanted.find((id) => !found.has(id))!);
    }
    concepts.push(...page);
    await setImmediate();
  }
  return concepts;
}
