import { namesOf } from '../../store/people.ts';
import { ANY_WORK, type ListedWork, listWork, type WorkQuery } from '../../store/workflow/workflow.ts';
import type { Desk } from '../desk.ts';
import { type ShownWorkflow, withNames } from './shown-workflow.ts';

export { ANY_WORK, type WorkQuery };

/** A translation in a list of work. */
export type WorkEntry = ShownWorkflow & Pick<ListedWork, 'title' | 'sourceLanguage' | 'targetLanguage'>;

/** Translations outside the archive: by number behind `after`, or what is due first where it is left out. */
export async function workEntries(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  query: WorkQuery,
  part: { readonly after?: number; readonly limit: number },
): Promise<WorkEntry[]> {
  const shown = withNames(await namesOf(store.db), now());
  const found = await listWork(store.db, query, part);
  return found.map(({ bitext, title, sourceLanguage, targetLanguage, ...workflow }) => ({
    ...shown(bitext, workflow),
    title,
    sourceLanguage,
    targetLanguage,
  }));
}
