import type { Concept, Relation, StoredConcept } from '../../core/glossary/concept.ts';
import { isDate } from '../../core/glossary/holders.ts';
import { mergedConcept, redirected } from '../../core/glossary/merge.ts';
import { Problem } from '../../core/problem.ts';
import { isLanguageTag } from '../../core/text/language-tag.ts';
import {
  conceptsRelatedTo,
  conceptsWith,
  deleteConcept,
  ensureGlossary,
  existingConcepts,
  findConcept,
  putConcept,
  setRelations,
} from '../../store/glossary/glossary.ts';
import { appendGlossaryEdit, type ConceptChange, changesOf } from '../../store/glossary/glossary-edits.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';

/** The glossary that new concepts go to unless another is named. */
export const DEFAULT_GLOSSARY = 'House glossary';

/** What becomes of a concept: after null it is gone, before null it is new. */
interface Plan {
  readonly before: StoredConcept | null;
  readonly after: (Concept & { readonly glossary: number; readonly id?: number }) | null;
  /** The name by which relations of the same change lead to it. */
  readonly key?: string;
  /** Its relations, once all concepts of the change have numbers; by default those of `after`. */
  readonly relations?: (numberOf: (key: string) => number | undefined) => Relation[];
}

/** Who changes a glossary. */
export interface Editor {
  readonly author: string;
}

/** A concept whose relations name others by keys of the same list. */
export type LinkedConcept = Concept<string> & { readonly key?: string };

export interface Addition extends Editor {
  /** The glossary that they go to; the house's by default. */
  readonly glossary?: number | undefined;
  readonly label?: string;
  /** Finds a concept that is there already by the key that relations name. */
  readonly known?: (key: string) => number | undefined;
}

/** Stores new concepts as one change, and returns their numbers in order. Relations to what is not there are left out. */
export async function addConcepts(
  app: App,
  concepts: readonly (Concept | LinkedConcept)[],
  { author, glossary, label, known = () => undefined }: Addition,
): Promise<number[]> {
  for (const concept of concepts) checkConcept(concept);
  const { numbers } = await change(app, author, label ?? describe('Added', concepts), async (tx) => {
    const into = glossary ?? (await ensureGlossary(tx, DEFAULT_GLOSSARY, app.now()));
    return concepts.map((concept): Plan => {
      const { key, relations = [], ...rest } = concept as LinkedConcept;
      return {
        before: null,
        after: { ...rest, glossary: into },
        ...(key !== undefined && { key }),
        relations: (numberOf) =>
          relations.flatMap(({ to, ...relation }): Relation[] => {
            const number = typeof to === 'number' ? to : (numberOf(to) ?? known(to));
            return number === undefined ? [] : [{ ...relation, to: number }];
          }),
      };
    });
  });
  return numbers;
}

/** Concepts of a file with what becomes of each: a new one, or added to or put in the place of one that is there. */
export interface ImportPlan {
  readonly concept: LinkedConcept;
  readonly into: { readonly id: number; readonly replace: boolean } | null;
}

/** Stores what a file brings, new and changed, as one change. */
export async function importConcepts(
  app: App,
  plans: readonly ImportPlan[],
  { author, glossary, label, known = () => undefined }: Addition,
): Promise<void> {
  for (const { concept } of plans) checkConcept(concept);
  await change(app, author, label ?? '', async (tx) => {
    const home = glossary ?? (await ensureGlossary(tx, DEFAULT_GLOSSARY, app.now()));
    const there = new Map(
      (
        await conceptsWith(
          tx,
          plans.flatMap(({ into }) => (into ? [into.id] : [])),
        )
      ).map((concept) => [concept.id, concept]),
    );
    return plans.map(({ concept, into }): Plan => {
      const { key, relations = [], ...rest } = concept;
      const before = into ? (there.get(into.id) ?? null) : null;
      if (into && !before) throw noConcept(into.id);
      const fresh = { ...rest, id: before?.id ?? 0, glossary: before?.glossary ?? home } satisfies StoredConcept;
      const after =
        before && !into?.replace ? mergedConcept(before, [fresh]) : before ? fresh : { ...rest, glossary: home };
      const kept = before && !into?.replace ? (before.relations ?? []) : [];
      return {
        before,
        after,
        ...(key !== undefined && { key }),
        relations: (numberOf) => {
          const own = relations.flatMap(({ to, ...relation }): Relation[] => {
            const number = numberOf(to) ?? known(to);
            return number === undefined ? [] : [{ ...relation, to: number }];
          });
          return [...new Map([...kept, ...own].map((relation) => [JSON.stringify(relation), relation])).values()];
        },
      };
    });
  });
}

/** @throws Problem `not-found` where it is gone */
export async function updateConcept(
  app: App,
  id: number,
  concept: Concept,
  { author, glossary }: Editor & { readonly glossary?: number | undefined },
): Promise<void> {
  await changeConcept(app, id, { author }, (before) => ({ ...concept, glossary: glossary ?? before.glossary }));
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
  const { batch } = await change(app, author, '', async (tx) => {
    const before = await existing(tx, id);
    const after = become(before);
    checkConcept(after);
    return { label: describe('Changed', [after]), plans: [{ before, after: { ...after, id } }] };
  });
  return batch;
}

/** Takes concepts out, with what others relate to them. */
export async function removeConcepts(app: App, ids: readonly number[], { author }: Editor): Promise<void> {
  const gone = new Set(ids);
  await change(app, author, '', async (tx) => {
    const concepts = await Promise.all(ids.map((id) => existing(tx, id)));
    return {
      label: describe('Deleted', concepts),
      plans: [...concepts.map((before): Plan => ({ before, after: null })), ...(await others(tx, gone, null))],
    };
  });
}

/**
 * Makes one concept of several that are the same; what others relate to them leads to it.
 * @param ids the concept that stays stands first
 */
export async function mergeConcepts(app: App, ids: readonly number[], { author }: Editor): Promise<number> {
  const [into, ...from] = [...new Set(ids)];
  if (into === undefined || from.length === 0) {
    throw new Problem('bad-request', 'Choose two concepts or more to merge.');
  }
  const gone = new Set(from);
  await change(app, author, '', async (tx) => {
    const first = await existing(tx, into);
    const rest = await Promise.all(from.map((id) => existing(tx, id)));
    const plans: Plan[] = [
      { before: first, after: mergedConcept(first, rest) },
      ...rest.map((before): Plan => ({ before, after: null })),
    ];
    const related = (await others(tx, gone, into)).filter(({ before }) => before!.id !== into && !gone.has(before!.id));
    return { label: describe('Merged', [first, ...rest]), plans: [...plans, ...related] };
  });
  return into;
}

/** What a change of many concepts sets; what is left out stays. */
export interface BulkChange {
  readonly kind?: StoredConcept['kind'] | undefined;
  readonly glossary?: number | undefined;
  readonly subjectField?: string | undefined;
}

/** Changes many concepts alike. */
export async function changeAll(app: App, ids: readonly number[], bulk: BulkChange, { author }: Editor): Promise<void> {
  const set = Object.fromEntries(Object.entries(bulk).filter(([, value]) => value !== undefined && value !== ''));
  if (Object.keys(set).length === 0) throw new Problem('bad-request', 'Nothing to change.', '', 'Choose what to set.');
  await change(app, author, '', async (tx) => {
    const concepts = await Promise.all(ids.map((id) => existing(tx, id)));
    return {
      label: describe('Changed', concepts),
      plans: concepts.map((before): Plan => ({ before, after: { ...before, ...set } })),
    };
  });
}

/**
 * Takes a change back, whoever made it, where its concepts are still as it left them.
 * @throws Problem `conflict` where they are not, `not-found` where there is no such change
 */
export async function undoGlossaryEdit(app: App, batch: number, { author }: Editor): Promise<void> {
  await change(app, author, '', async (tx) => {
    const changes = await changesOf(tx, batch);
    if (changes.length === 0) throw new Problem('not-found', 'There is no such change of the glossary.');
    const now = new Map(
      (
        await conceptsWith(
          tx,
          changes.map(({ concept }) => concept),
        )
      ).map((one) => [one.id, one]),
    );
    const plans = changes.map(({ concept, before, after }): Plan => {
      if (!same(now.get(concept) ?? null, after)) {
        throw new Problem(
          'conflict',
          'The glossary has changed since.',
          `Concept ${concept} is no longer as that change left it.`,
          'Take later changes back first, or restore the concept by itself.',
        );
      }
      return { before: now.get(concept) ?? null, after: before };
    });
    return { label: 'Took a change back', plans };
  });
}

/** Puts a concept back to what it was before a change, or brings it back. */
export async function restoreConcept(app: App, batch: number, concept: number, { author }: Editor): Promise<void> {
  await change(app, author, '', async (tx) => {
    const then = (await changesOf(tx, batch)).find((one) => one.concept === concept)?.before;
    if (!then) throw new Problem('not-found', 'The concept was not there before this change.');
    const now = (await findConcept(tx, concept)) ?? null;
    return { label: describe('Restored', [then]), plans: [{ before: now, after: then }] };
  });
}

type Work = (tx: Db) => Promise<readonly Plan[] | { label: string; plans: readonly Plan[] }>;

/** Carries out a change as one transaction, kept in the history. Returns its number, and the concepts' in the plans' order. */
async function change(
  app: App,
  author: string,
  label: string,
  work: Work,
): Promise<{ readonly batch: number; readonly numbers: number[] }> {
  return app.store.transaction(async (tx) => {
    const planned = await work(tx);
    const { plans, ...said } = 'plans' in planned ? planned : { plans: planned, label };
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
    const batch = await appendGlossaryEdit(tx, changes, { author, at: now, label: said.label });
    return { batch, numbers };
  });
}

/** Relations to concepts that are there and stay. */
async function withoutGone(tx: Db, relations: readonly Relation[], going: ReadonlySet<number>): Promise<Relation[]> {
  if (relations.length === 0) return [];
  const there = new Set(await existingConcepts(tx, [...new Set(relations.map(({ to }) => to))]));
  return relations.filter(({ to }) => there.has(to) && !going.has(to));
}

/** Concepts that relate to some that go, as they are without, or with one in their place. */
async function others(tx: Db, gone: ReadonlySet<number>, to: number | null): Promise<Plan[]> {
  const related = (await conceptsRelatedTo(tx, [...gone])).filter((id) => !gone.has(id));
  return (await conceptsWith(tx, related)).map((before) => ({ before, after: redirected(before, gone, to) }));
}

async function existing(tx: Db, id: number): Promise<StoredConcept> {
  const concept = await findConcept(tx, id);
  if (!concept) throw noConcept(id);
  return concept;
}

export function noConcept(id: number): Problem {
  return new Problem(
    'not-found',
    'There is no such concept.',
    `No concept has the number ${id}.`,
    'Look it up in the glossary; it may have been deleted.',
  );
}

/** @throws Problem `bad-request` that says what is wrong */
export function checkConcept({ terms, relations = [] }: Concept<unknown>): void {
  if (terms.length === 0) {
    throw new Problem('bad-request', 'A concept needs at least one term.', '', 'Write a term and its language.');
  }
  const odd = terms.find(({ language }) => !isLanguageTag(language));
  if (odd) {
    throw new Problem(
      'bad-request',
      `“${odd.language}” is not a language tag.`,
      `It stands with the term “${odd.text}”.`,
      'Use a tag such as en, fr or fr-CA.',
    );
  }
  const wrong = relations.find(
    ({ since, until }) => !isDate(since) || !isDate(until) || (until && since > `${until}~`),
  );
  if (wrong) {
    throw new Problem(
      'bad-request',
      'The dates of a post cannot be.',
      `They read “${wrong.since}” and “${wrong.until}”.`,
      'Write 2024, 2024-01 or 2024-01-16, the earlier one first.',
    );
  }
}

function describe(verb: string, concepts: readonly Pick<Concept, 'terms'>[]): string {
  const [first] = concepts;
  return concepts.length === 1 ? `${verb} “${first?.terms[0]?.text}”` : `${verb} ${concepts.length} concepts`;
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
