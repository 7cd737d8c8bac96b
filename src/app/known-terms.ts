import type { Row } from '../core/bitext/bitext.ts';
import { type CheckedRow, rowChecker } from '../core/glossary/check.ts';
import type { StoredConcept } from '../core/glossary/concept.ts';
import { allConcepts, glossaryVersion } from '../store/glossary.ts';
import type { Store } from '../store/open-store.ts';
import type { App } from './app.ts';

/** What has been made of a state of the glossary. */
interface Kept {
  readonly version: number;
  readonly concepts: readonly StoredConcept[];
  readonly checkers: Map<string, (row: Row) => CheckedRow<StoredConcept>>;
}

const kept = new WeakMap<Store, Kept>();

/** Finds and checks the terms of rows in two languages; made once for a state of the glossary. */
export async function termChecker(
  app: App,
  source: string,
  target: string,
): Promise<(row: Row) => CheckedRow<StoredConcept>> {
  const { concepts, checkers } = await current(app);
  const key = `${source} ${target}`;
  let checker = checkers.get(key);
  if (!checker) {
    checker = rowChecker(concepts, { source: app.packs(source), target: app.packs(target) });
    checkers.set(key, checker);
  }
  return checker;
}

async function current({ store }: App): Promise<Kept> {
  const version = await glossaryVersion(store.db);
  const known = kept.get(store);
  if (known?.version === version) return known;
  const fresh: Kept = { version, concepts: await allConcepts(store.db), checkers: new Map() };
  kept.set(store, fresh);
  return fresh;
}
