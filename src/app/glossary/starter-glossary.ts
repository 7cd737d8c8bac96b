import { readFileSync } from 'node:fs';
import type { Concept } from '../../core/glossary/concept.ts';
import { msg } from '../../core/message.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import type { App } from '../app.ts';
import { addConcepts, type LinkedConcept } from './add-concepts.ts';

const STARTER_FILE = new URL('../../../data/glossary/starter.json', import.meta.url);

/** The concepts that ship with the program. */
export function starterConcepts(): LinkedConcept[] {
  return JSON.parse(readFileSync(STARTER_FILE, 'utf8')) as LinkedConcept[];
}

/** Those of them by which titles and bodies are known in any news: no people, and no posts of one country. */
export function generalConcepts(): LinkedConcept[] {
  return starterConcepts().filter(({ kind, key }) => kind === 'organisation' || (kind === 'role' && key === undefined));
}

/** Adds the concepts that ship with the program, unless they are there already. Returns how many were added. */
export async function addStarterGlossary(app: App, author = ''): Promise<number> {
  const starter = starterConcepts();
  const known = new Map((await allConcepts(app.store.db)).map((concept) => [signature(concept), concept.id]));
  const missing = starter.filter((concept) => !known.has(signature(concept)));
  if (missing.length === 0) return 0;
  await addConcepts(app, missing, {
    author,
    label: msg('Added the starter glossary'),
    known(key) {
      const there = starter.find((concept) => concept.key === key);
      return there && known.get(signature(there));
    },
  });
  return missing.length;
}

function signature({ kind, terms }: Pick<Concept<unknown>, 'kind' | 'terms'>): string {
  return [kind, ...terms.map(({ language, text }) => `${language}:${text}`)].join('|');
}
