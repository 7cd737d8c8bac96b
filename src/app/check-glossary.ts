import { rowsOf, type Side } from '../core/bitext/bitext.ts';
import { rowChecker, type TermFinding } from '../core/glossary/check.ts';
import type { Concept } from '../core/glossary/concept.ts';
import { joinSegments } from '../core/text/join.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import { ANY_LANGUAGE } from '../intake/read-glossary.ts';
import { alignPairs, type SegmentedPair } from './align-pair.ts';

/** A finding and the texts of the row it stands in. */
export interface RowFinding extends TermFinding {
  /** The row's place, from 1. */
  readonly row: number;
  readonly source: string;
  readonly target: string;
}

/** Aligns two texts and tells where the translation departs from a glossary. */
export function checkGlossary(pair: SegmentedPair, concepts: readonly Concept[], packs: PackFor): RowFinding[] {
  const [aligned] = alignPairs([pair], packs);
  if (!aligned) return [];
  const languages = { source: pair.source.language, target: pair.target.language };
  const named = concepts.map((concept) => withLanguages(concept, languages));
  const check = rowChecker(named, { source: packs(languages.source), target: packs(languages.target) });
  return rowsOf(aligned.bitext).flatMap((row, i) => {
    const textOf = (name: Side) =>
      joinSegments(
        row.segments[name].map(({ text }) => text),
        languages[name],
      );
    const texts = { row: i + 1, source: textOf('source'), target: textOf('target') };
    return check(row).findings.map((finding) => ({ ...finding, ...texts }));
  });
}

/** Terms of a file without languages stand in the order of the pair. */
function withLanguages(concept: Concept, languages: Record<Side, string>): Concept {
  const inOrder = [languages.source, languages.target];
  let place = 0;
  return {
    ...concept,
    terms: concept.terms.map((term) =>
      term.language === ANY_LANGUAGE ? { ...term, language: inOrder[Math.min(place++, 1)] ?? term.language } : term,
    ),
  };
}
