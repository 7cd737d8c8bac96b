import type { Row } from '../../core/bitext/bitext.ts';
import { type CheckedRow, rowChecker } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type Holding, holdings } from '../../core/glossary/holders.ts';
import { checkTitles, type Posts } from '../../core/glossary/titles.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { glossaryVersion } from '../../store/glossary/glossaries.ts';
import type { Store } from '../../store/open-store.ts';
import type { Desk } from '../desk.ts';
import { glossariesFor } from './glossaries.ts';

/** What has been made of a state of the glossaries. */
interface Kept {
  readonly version: number;
  readonly all: readonly StoredConcept[];
  readonly concepts: ReadonlyMap<number, StoredConcept>;
  readonly holdings: readonly Holding[];
  readonly checkers: Map<string, (row: Row) => CheckedRow<StoredConcept>>;
}

const kept = new WeakMap<Store, Kept>();

/** Checks the terms and titles of a bitext's rows. */
export type TermChecker = (row: Row) => CheckedRow<StoredConcept>;

/** A bitext whose rows are checked: its languages, glossaries and day. */
export interface CheckedBitext {
  readonly id: number;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The day of the article, ISO 8601; empty where it is not known. */
  readonly date: string;
}

/** Finds and checks the terms of a bitext's rows; made once for a state of the glossaries. */
export async function termChecker(desk: Desk, bitext: CheckedBitext): Promise<TermChecker> {
  const { all, concepts, holdings: held, checkers } = await current(desk);
  const glossaries = await glossariesFor(desk, bitext.id);
  const { sourceLanguage: source, targetLanguage: target } = bitext;
  const key = [source, target, ...glossaries].join(' ');
  let check = checkers.get(key);
  if (!check) {
    const places = new Map(glossaries.map((id, place) => [id, place]));
    // Where two glossaries have the same term, the first one counts.
    const wanted = all
      .filter(({ glossary }) => places.has(glossary))
      .sort((a, b) => places.get(a.glossary)! - places.get(b.glossary)! || a.id - b.id);
    check = rowChecker(wanted, { source: desk.packs(source), target: desk.packs(target) });
    checkers.set(key, check);
  }
  const find = check;
  const pack = desk.packs(target);
  const posts: Posts = { concepts, holdings: held, date: bitext.date };
  return (row) => {
    const { hits, findings } = find(row);
    const texts = row.segments.target.map(({ id, text }) => ({ text, hits: hits.get(id) ?? [] }));
    return { hits, findings: [...findings, ...checkTitles({ pack, texts }, posts)] };
  };
}

async function current({ store }: Desk): Promise<Kept> {
  const version = await glossaryVersion(store.db);
  const known = kept.get(store);
  if (known?.version === version) return known;
  const all = await allConcepts(store.db);
  const fresh: Kept = {
    version,
    all,
    concepts: new Map(all.map((concept) => [concept.id, concept])),
    holdings: holdings(all),
    checkers: new Map(),
  };
  kept.set(store, fresh);
  return fresh;
}
