import { lexiconOf } from '../../core/align/model/lexicon.ts';
import { nearestEntries } from '../../core/align/model/nearest-entries.ts';
import { joinSegments } from '../../core/text/join.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { entriesOfLanguages } from '../../store/lexicon.ts';
import { confirmedBeads } from '../../store/memory.ts';
import type { Store } from '../../store/open-store.ts';
import type { Knowledge } from '../alignment-job.ts';

/** Confirmed beads learned from, at most: enough for a desk's subjects, little enough to stay quick. */
const MAX_BEADS = 4000;

/** Gathers confirmed beads, imported lexicons and glossary terms of a language pair. */
export async function knowledgeOf({ db }: Store, from: string, to: string, packs: PackFor): Promise<Knowledge> {
  const beads = await confirmedBeads(db, from, to, MAX_BEADS);
  const entries = nearestEntries(await entriesOfLanguages(db, from, to), from, to);
  const terms = (await allConcepts(db)).flatMap((concept) => {
    const inLanguage = (language: string) =>
      concept.terms.filter((term) => sameLanguage(term.language, language)).map((term) => term.text);
    return inLanguage(from).flatMap((source) => inLanguage(to).map((target) => [source, target] as const));
  });
  return {
    memory: [
      ...beads.map(({ source, target }) => [joinSegments(source, from), joinSegments(target, to)] as const),
      // A term of several words is learned from like a short bead; Model 1 finds which word is which.
      ...terms,
    ],
    lexicon: lexiconOf(entries, packs(from), packs(to)),
  };
}
