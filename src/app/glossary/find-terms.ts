import { termMatcher } from '../../core/glossary/matching.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import type { FileConcept } from '../../intake/glossaries/read-glossary.ts';

/** A term found in a file's text; offsets in UTF-16 units. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The term as the glossary has it. */
  readonly term: string;
  /** The concept's name in its glossary. */
  readonly concept: string;
  readonly status: string;
}

/** Finds the terms of a glossary in a text file, taken as one article. */
export async function findTerms(
  { bytes, name }: { bytes: Uint8Array; name: string },
  language: string | undefined,
  concepts: readonly FileConcept[],
  packs: PackFor,
): Promise<FoundTerm[]> {
  const { text } = decode(bytes, name);
  const tag = language ?? (await detectLanguage(text)).language;
  return termMatcher(concepts, packs(tag), { article: true })(text).map(({ start, end, term, concept }) => ({
    start,
    end,
    text: text.slice(start, end),
    term: term.text,
    concept: concept.key,
    status: term.status,
  }));
}
