import { type Bitext, rowsOf } from '../../core/bitext/bitext.ts';
import { plainBitext } from '../../core/bitext/inline/plain-text.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import { inLanguages } from '../../core/glossary/any-language.ts';
import type { CheckedRow, TermFinding } from '../../core/glossary/check.ts';
import type { FileConcept, StoredConcept } from '../../core/glossary/concept.ts';
import { type ConsistencyFinding, checkConsistency } from '../../core/glossary/consistency.ts';
import { holdings } from '../../core/glossary/holders.ts';
import { numbered } from '../../core/glossary/numbered.ts';
import { rowChecker } from '../../core/glossary/row-checker.ts';
import { withTitles } from '../../core/glossary/titles/titles.ts';
import type { PackFor } from '../../core/text/language-pack.ts';

/** A finding and the texts of the row it stands in. */
export interface GlossaryLine {
  readonly code: TermFinding['code'] | ConsistencyFinding['code'];
  readonly found: string;
  readonly expected: string;
  /** The row's place, from 1. */
  readonly row: number;
  readonly source: string;
  readonly target: string;
}

/**
 * Tells where the translation in a bitext departs from a glossary or from itself.
 * @param date the day of the article, ISO 8601; without it nobody's post is checked
 */
export function checkGlossary(
  given: Bitext,
  concepts: readonly FileConcept[],
  packs: PackFor,
  date = '',
): GlossaryLine[] {
  const bitext = plainBitext(given);
  const languages = { source: bitext.sourceLanguage, target: bitext.targetLanguage };
  const named = numbered(concepts.map((concept) => inLanguages(concept, [languages.source, languages.target])));
  const posts = { concepts: new Map(named.map((one) => [one.id, one])), holdings: holdings(named), date };
  const pack = packs(languages.target);
  const checkRow = rowChecker(named, { source: packs(languages.source), target: pack });
  const rows = rowsOf(bitext).filter(({ bead }) => bead.status !== 'excluded');
  const people = peopleIn(rows.map((row) => checkRow(row)));
  const places = new Map(bitext.beads.map(({ id }, i) => [id, i + 1]));
  const check = withTitles((row) => checkRow(row, people), pack, posts);
  const checked = rows.map(check);
  const placed = (at: number, { code, found, expected }: Pick<GlossaryLine, 'code' | 'found' | 'expected'>) => ({
    code,
    found,
    expected,
    row: places.get(rows[at]!.bead.id)!,
    ...rowTexts(rows[at]!, bitext),
  });
  const numberOf = new Map(rows.map(({ bead }, at) => [bead.id, at]));
  return [
    ...checked.flatMap(({ findings }, at) => findings.map((finding) => placed(at, finding))),
    ...checkConsistency(rows, checked, pack).map((finding) => placed(numberOf.get(finding.beads[0]!)!, finding)),
  ];
}

/** Who is named in full somewhere in a text. */
function peopleIn(checked: readonly CheckedRow<StoredConcept>[]): StoredConcept[] {
  const concepts = checked.flatMap(({ hits }) => [...hits.values()].flat().map(({ concept }) => concept));
  return [...new Set(concepts.filter(({ kind }) => kind === 'person'))];
}
