import { rowChecker } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type Holding, holdings } from '../../core/glossary/holders.ts';
import { withTitles } from '../../core/glossary/titles.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { glossaryVersion } from '../../store/glossary/glossaries.ts';
import type { Db } from '../../store/open-store.ts';
import type { TermChecker, TermCheckers } from '../desk.ts';
import { glossariesFor } from './glossaries.ts';

/** What has been made of a state of the glossaries. */
interface KnownTerms {
  readonly version: number;
  readonly all: readonly StoredConcept[];
  readonly concepts: ReadonlyMap<number, StoredConcept>;
  readonly holdings: readonly Holding[];
  readonly checkers: Map<string, TermChecker>;
}

/** The checkers of one program, or of a thread of it; what they are made of is kept until a glossary changes. */
export function createTermCheckers(): TermCheckers {
  let known: KnownTerms | null = null;

  async function current(db: Db): Promise<KnownTerms> {
    const version = await glossaryVersion(db);
    if (known?.version !== version) known = knownTerms(version, await allConcepts(db));
    return known;
  }

  return {
    async checkerFor(desk, bitext) {
      const { all, concepts, holdings: held, checkers } = await current(desk.store.db);
      const glossaries = await glossariesFor(desk, bitext.id);
      const { sourceLanguage: source, targetLanguage: target } = bitext;
      const key = [source, target, ...glossaries].join(' ');
      const check =
        checkers.get(key) ??
        rowChecker(wantedConcepts(all, glossaries), { source: desk.packs(source), target: desk.packs(target) });
      checkers.set(key, check);
      return withTitles(check, desk.packs(target), { concepts, holdings: held, date: bitext.date });
    },
  };
}

function knownTerms(version: number, all: readonly StoredConcept[]): KnownTerms {
  return {
    version,
    all,
    concepts: new Map(all.map((concept) => [concept.id, concept])),
    holdings: holdings(all),
    checkers: new Map(),
  };
}

/** The concepts of some glossaries; where two have the same term, the first one counts. */
function wantedConcepts(all: readonly StoredConcept[], glossaries: readonly number[]): StoredConcept[] {
  const places = new Map(glossaries.map((id, place) => [id, place]));
  return all
    .filter(({ glossary }) => places.has(glossary))
    .sort((a, b) => places.get(a.glossary)! - places.get(b.glossary)! || a.id - b.id);
}
