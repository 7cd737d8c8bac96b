import {
  activeGlossaries,
  ensureGlossary,
  type Glossary,
  glossariesOf,
  listGlossaries,
  setGlossariesOf,
  updateGlossary,
} from '../../store/glossary/glossaries.ts';
import { type App, headOf } from '../app.ts';
import type { Desk } from '../desk.ts';

export function glossaries(app: Pick<Desk, 'store'>): Promise<Glossary[]> {
  return listGlossaries(app.store.db);
}

/** Makes a glossary, or finds the one of this name. */
export function makeGlossary(app: App, name: string): Promise<number> {
  return ensureGlossary(app.store.db, name.trim(), app.now());
}

/** Names, switches and orders glossaries, as they stand in the list. */
export async function arrangeGlossaries(
  app: App,
  list: readonly { readonly id: number; readonly name: string; readonly active: boolean }[],
): Promise<void> {
  await app.store.transaction(async (tx) => {
    for (const [position, { id, ...rest }] of list.entries()) await updateGlossary(tx, id, { ...rest, position });
  });
}

/** The glossaries that a bitext goes by, in order; with none of its own, the active ones. */
export async function glossariesFor(app: Pick<Desk, 'store'>, bitext: number): Promise<number[]> {
  const own = await glossariesOf(app.store.db, bitext);
  return own.length > 0 ? own : activeGlossaries(app.store.db);
}

/** Lets a bitext go by glossaries of its own, in this order; none for the active ones. */
export async function chooseGlossaries(app: App, bitext: number, chosen: readonly number[]): Promise<void> {
  await headOf(app, bitext);
  await app.store.transaction((tx) => setGlossariesOf(tx, bitext, chosen));
}

export type { Glossary };
