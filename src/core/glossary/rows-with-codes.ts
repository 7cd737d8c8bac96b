import type { Row, Segment } from '../bitext/bitext.ts';
import { plainRow, plainText, spanInText } from '../bitext/inline/plain-text.ts';
import { withWords } from '../bitext/inline/with-words.ts';
import type { CheckedRow, TermFinding } from './check.ts';
import type { AnyConcept } from './concept.ts';

/**
 * A check of rows that sees their texts as they are read; what it finds is said of the texts with their inline codes.
 */
export function rowsWithCodes<C extends AnyConcept>(check: (row: Row) => CheckedRow<C>): (row: Row) => CheckedRow<C> {
  return (row) => {
    const segments = [...row.segments.source, ...row.segments.target];
    if (segments.every(hasNoCodes)) return check(row);
    const { hits, findings } = check(plainRow(row));
    const texts = new Map(segments.map(({ id, text }) => [id, text]));
    return {
      hits: new Map(
        [...hits].map(([id, found]) => [id, found.map((hit) => ({ ...hit, ...spanInText(texts.get(id)!, hit) }))]),
      ),
      findings: findings.map((finding) => ({ ...finding, correction: correctionIn(row, finding) })),
    };
  };
}

function hasNoCodes({ text }: Segment): boolean {
  return plainText(text) === text;
}

function correctionIn({ segments }: Row, { correction }: TermFinding): TermFinding['correction'] {
  const segment = correction && segments.target[correction.at];
  return segment ? { ...correction, text: withWords(segment.text, correction.text) } : null;
}
