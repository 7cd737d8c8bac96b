import { setImmediate } from 'node:timers/promises';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type Holding, holdings } from '../../core/glossary/holders.ts';
import { type GrowingChecker, growingChecker } from '../../core/glossary/row-checker.ts';
import { rowsWithCodes } from '../../core/glossary/rows-with-codes.ts';
import { withTitles } from '../../core/glossary/titles/titles.ts';
import { conceptPages } from '../../store/glossary/concepts.ts';
import { glossaryVersion } from '../../store/glossary/glossaries.ts';
import type { Db } from '../../store/open-store.ts';
import type { Desk, TermCheckers } from '../desk.ts';
import { glossariesFor } from './glossaries.ts';
import { type PeopleFinder, peopleFinder } from './people-met.ts';

/** What has been made of a state of the glossaries. */
interface KnownTerms {
  readonly all: readonly StoredConcept[];
  readonly concepts: ReadonlyMap<number, StoredConcept>;
  readonly holdings: readonly Holding[];
  readonly checkers: Map<string, Promise<KnownChecker>>;
}

/** A checker of two languages, and what finds people in an article as a whole. */
interface KnownChecker {
  readonly check: GrowingChecker<StoredConcept>['check'];
  readonly people: PeopleFinder;
}

/** Concepts that are taken into a checker at once; others have their turn in between. */
const BATCH_CONCEPTS = 200;

/**
 * The checkers of one program, or of a thread of it; what they are made of is kept until a glossary changes. Whoever
 * asks while one is being made waits for it, and nobody else does.
 */
export function createTermCheckers(): TermCheckers {
  let known: { readonly version: number; readonly terms: Promise<KnownTerms> } | null = null;

  async function current(desk: Pick<Desk, 'store'>): Promise<KnownTerms> {
    const version = await glossaryVersion(desk.store.db);
    if (known?.version !== version) {
      // Another change may have come by the time that it is read; whoever asks next sees that.
      known = { version, terms: desk.store.read(knownTerms) };
      known.terms.catch(() => {
        known = null;
      });
    }
    return known.terms;
  }

  return {
    async checkerFor(desk, bitext) {
      const { all, concepts, holdings: held, checkers } = await current(desk);
      const glossaries = await glossariesFor(desk, bitext.id);
      const { sourceLanguage: source, targetLanguage: target } = bitext;
      const key = [source, target, ...glossaries].join(' ');
      const packs = { source: desk.packs(source), target: desk.packs(target) };
      const made = checkers.get(key) ?? makeChecker(wantedConcepts(all, glossaries), packs);
      checkers.set(key, made);
      const { check, people } = await made;
      const met = await people(desk.store.db, bitext.id);
      const posts = { concepts, holdings: held, date: bitext.date };
      return rowsWithCodes(withTitles((row) => check(row, met), packs.target, posts));
    },
  };
}

async function knownTerms(db: Db): Promise<KnownTerms> {
  const all: StoredConcept[] = [];
  for await (const page of conceptPages(db)) {
    all.push(...page);
    await setImmediate();
  }
  return {
    all,
    concepts: new Map(all.map((concept) => [concept.id, concept])),
    holdings: holdings(all),
    checkers: new Map(),
  };
}

async function makeChecker(
  concepts: readonly StoredConcept[],
  packs: Parameters<typeof growingChecker>[0],
): Promise<KnownChecker> {
  const { add, check } = growingChecker<StoredConcept>(packs);
  for (const [i, concept] of concepts.entries()) {
    if (i > 0 && i % BATCH_CONCEPTS === 0) await setImmediate();
    add(concept);
  }
  return { check, people: peopleFinder(concepts, packs) };
}

/** The concepts of some glossaries; where two have the same term, the first one counts. */
function wantedConcepts(all: readonly StoredConcept[], glossaries: readonly number[]): StoredConcept[] {
  const places = new Map(glossaries.map((id, place) => [id, place]));
  return all
    .filter(({ glossary }) => places.has(glossary))
    .sort((a, b) => places.get(a.glossary)! - places.get(b.glossary)! || a.id - b.id);
}
