import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { termMatcher } from '../../core/glossary/matching.ts';
import type { LanguagePack } from '../../core/text/language-pack.ts';
import { countBeads } from '../../store/bead-counts.ts';
import type { Db } from '../../store/open-store.ts';
import { textsOfSide } from '../../store/review/segment-texts.ts';

/** The people of a glossary whom a bitext names in full, on either side. */
export type PeopleFinder = (db: Db, bitext: number) => Promise<readonly StoredConcept[]>;

/** Longer texts are no one article, in which a person is named in full once. */
const MAX_ROWS = 1500;
/** Texts that are read at once, and those of which it is kept whom they name. */
const PIECE_TEXTS = 500;
const MAX_KEPT = 20_000;

export function peopleFinder(
  concepts: readonly StoredConcept[],
  packs: Readonly<Record<Side, LanguagePack>>,
): PeopleFinder {
  const people = concepts.filter(({ kind }) => kind === 'person');
  const find = {
    source: termMatcher(people, packs.source),
    target: termMatcher(people, packs.target),
  };
  const kept = {
    source: new Map<string, readonly StoredConcept[]>(),
    target: new Map<string, readonly StoredConcept[]>(),
  };
  const peopleOf = (side: Side, text: string): readonly StoredConcept[] => {
    const known = kept[side].get(text);
    if (known) return known;
    if (kept[side].size >= MAX_KEPT) kept[side].clear();
    const found = find[side](text).map(({ concept }) => concept);
    kept[side].set(text, found);
    return found;
  };
  return async (db, bitext) => {
    if (people.length === 0) return [];
    const { beads } = await countBeads(db, bitext, DOUBTFUL_BELOW);
    if (beads > MAX_ROWS) return [];
    const met = new Set<StoredConcept>();
    for (const side of SIDES) {
      for await (const some of textsOfSide(db, bitext, side, PIECE_TEXTS)) {
        for (const { text } of some) for (const one of peopleOf(side, text)) met.add(one);
      }
    }
    return [...met];
  };
}
