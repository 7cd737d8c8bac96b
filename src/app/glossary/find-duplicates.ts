import type { StoredConcept } from '../../core/glossary/concept.ts';
import { folded } from '../../core/text/fold.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import type { App } from '../app.ts';

/** Groups of concepts that share a term in one language, each a possible duplicate. */
export async function findDuplicates(app: App): Promise<StoredConcept[][]> {
  const concepts = await allConcepts(app.store.db);
  const byTerm = new Map<string, Set<number>>();
  for (const { id, kind, terms } of concepts) {
    for (const { language, text } of terms) {
      const key = `${kind} ${language} ${folded(text)}`;
      byTerm.set(key, (byTerm.get(key) ?? new Set()).add(id));
    }
  }
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const groups = [...byTerm.values()].filter((ids) => ids.size > 1).map((ids) => [...ids].sort((a, b) => a - b));
  const once = new Map(groups.map((ids) => [ids.join(), ids]));
  return [...once.values()].map((ids) => ids.map((id) => byId.get(id)!));
}
