import { setImmediate } from 'node:timers/promises';
import type { Concept, Relation, StoredConcept } from '../../core/glossary/concept.ts';
import { mergedConcept } from '../../core/glossary/merge.ts';
import { type Message, msg } from '../../core/message.ts';
import { conceptsWith } from '../../store/glossary/concepts.ts';
import { ensureGlossary } from '../../store/glossary/glossaries.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { changeGlossary, type Editor, type Plan } from './change-glossary.ts';
import { changeLabel } from './change-label.ts';
import { checkConcept, noConcept } from './concept-rules.ts';

/** The glossary that new concepts go to unless another is named. */
export const DEFAULT_GLOSSARY = 'House glossary';

/** A concept whose relations name others by keys of the same list. */
export type LinkedConcept = Concept<string> & { readonly key?: string };

export interface Addition extends Editor {
  /** The glossary that they go to; the house's by default. */
  readonly glossary?: number | undefined;
  readonly label?: Message;
  /** Finds a concept that is there already by the key that relations name. */
  readonly known?: (key: string) => number | undefined;
}

/** Stores new concepts as one change, and returns their numbers in order. Relations to what is not there are left out. */
export async function addConcepts(
  app: App,
  concepts: readonly (Concept | LinkedConcept)[],
  addition: Addition,
): Promise<readonly number[]> {
  return (await addInBatch(app, concepts, addition)).numbers;
}

/** The same, with the number of the change, by which it can be undone. */
export async function addInBatch(
  app: App,
  concepts: readonly (Concept | LinkedConcept)[],
  { author, glossary, label, known = () => undefined }: Addition,
): Promise<{ readonly batch: number; readonly numbers: readonly number[] }> {
  for (const concept of concepts) checkConcept(concept);
  const into = glossary ?? (await homeGlossary(app));
  const plan = async () => {
    const plans = concepts.map((concept): Plan => {
      const { key, relations = [], ...rest } = concept as LinkedConcept;
      return {
        before: null,
        after: { ...rest, glossary: into },
        ...(key !== undefined && { key }),
        relations: (numberOf) => resolved(relations, (to) => numberOf(to) ?? known(to)),
      };
    });
    return { label: label ?? changeLabel('added', concepts), plans };
  };
  return changeGlossary(app, { author }, plan, concepts.length);
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
  const into = glossary ?? (await homeGlossary(app));
  const plan = async (db: Db) => {
    const changes: Plan[] = [];
    for (let at = 0; at < plans.length; at += PAGE) {
      changes.push(...(await plannedImports(db, plans.slice(at, at + PAGE), into, known)));
      await setImmediate();
    }
    return { label: label ?? msg('Imported a file'), plans: changes };
  };
  await changeGlossary(app, { author }, plan, plans.length);
}

/** Concepts that are looked up at once; others have their turn in between. */
const PAGE = 500;

/** What becomes of some concepts of a file. */
async function plannedImports(
  db: Db,
  plans: readonly ImportPlan[],
  home: number,
  known: NonNullable<Addition['known']>,
): Promise<Plan[]> {
  const ids = plans.flatMap(({ into }) => (into ? [into.id] : []));
  const there = new Map((await conceptsWith(db, ids)).map((concept) => [concept.id, concept]));
  return plans.map(({ concept, into }): Plan => {
    checkConcept(concept);
    const { key, relations = [], ...rest } = concept;
    const before = into ? (there.get(into.id) ?? null) : null;
    if (into && !before) throw noConcept(into.id);
    // A file that says nothing of kinds has plain terms; one that does says more than a plain term here.
    const kind = before && rest.kind === 'term' ? before.kind : rest.kind;
    const fresh = { ...rest, kind, id: before?.id ?? 0, glossary: before?.glossary ?? home } satisfies StoredConcept;
    const after =
      before && !into?.replace
        ? mergedConcept({ ...before, kind: before.kind === 'term' ? kind : before.kind }, [fresh])
        : before
          ? fresh
          : { ...rest, glossary: home };
    const kept = before && !into?.replace ? (before.relations ?? []) : [];
    return {
      before,
      after,
      ...(key !== undefined && { key }),
      relations: (numberOf) => {
        const own = resolved(relations, (to) => numberOf(to) ?? known(to));
        return [...new Map([...kept, ...own].map((relation) => [JSON.stringify(relation), relation])).values()];
      },
    };
  });
}

function homeGlossary(app: App): Promise<number> {
  return app.store.transaction((tx) => ensureGlossary(tx, DEFAULT_GLOSSARY, app.now()));
}

/** Relations to concepts that are there, by number; the others are left out. */
function resolved(
  relations: readonly Relation<number | string>[],
  numberOf: (key: string) => number | undefined,
): Relation[] {
  const resolve = (named: number | string | undefined) => (typeof named === 'string' ? numberOf(named) : named);
  return relations.flatMap(({ to, of, ...relation }): Relation[] => {
    const [number, place] = [resolve(to), resolve(of)];
    return number === undefined ? [] : [{ ...relation, to: number, ...(place !== undefined && { of: place }) }];
  });
}
