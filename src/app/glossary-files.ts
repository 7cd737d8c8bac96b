import type { Concept } from '../core/glossary/concept.ts';
import { sameLanguage } from '../core/text/language-tag.ts';
import { decode } from '../intake/decode.ts';
import { ANY_LANGUAGE, type FileConcept, readGlossary } from '../intake/read-glossary.ts';
import { allConcepts } from '../store/glossary.ts';
import { openStore } from '../store/open-store.ts';

/** Terms of glossary files as pairs of one language and another: what alignment learns from. */
export type TermPairs = (from: string, to: string) => [source: string, target: string][];

/** Reads glossary files. Files without languages count as from source to target. */
export function termPairs(files: readonly { bytes: Uint8Array; name: string }[]): TermPairs {
  const concepts = files.flatMap(({ bytes, name }) => readGlossary(decode(bytes, name).text, name));
  return (from, to) =>
    concepts.flatMap((concept) =>
      termsIn(concept, from, 0).flatMap((source) =>
        termsIn(concept, to, 1).map((target): [string, string] => [source, target]),
      ),
    );
}

function termsIn({ terms }: Concept, language: string, side: 0 | 1): string[] {
  const named = terms.filter((term) => sameLanguage(term.language, language));
  const unnamed = terms.filter((term) => term.language === ANY_LANGUAGE).slice(side, side + 1);
  return (named.length > 0 ? named : unnamed).map((term) => term.text);
}

/**
 * The concepts of a glossary file, or of a database of this program.
 * @param path of the file, by which a database is opened
 */
export async function conceptsIn(bytes: Uint8Array, name: string, path: string): Promise<FileConcept[]> {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 15)) !== 'SQLite format 3') {
    return readGlossary(decode(bytes, name).text, name);
  }
  const store = await openStore(path);
  try {
    return (await allConcepts(store.db)).map((concept) => ({ ...concept, key: String(concept.id) }));
  } finally {
    await store.close();
  }
}
