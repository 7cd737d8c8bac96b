import type { Side } from '../../core/bitext/bitext.ts';
import type { RowFinding } from '../../core/check/row-finding.ts';

/** Findings are kept of texts that are so long together, in UTF-16 units: 20,000 rows of a usual length without findings. */
const MAX_KNOWN_LENGTH = 6_000_000;
/** What a row and each of its findings cost beside its texts, in the same units: rows joined to a whole text have hundreds. */
const ROW_COST = 100;
const FINDING_COST = 250;

/**
 * What was found in texts before, the oldest forgotten first: an edit asks for the rows around it, the map for all. Long
 * rows are kept like others, since they cost the most to read again.
 */
export function knownFindings() {
  const known = new Map<string, readonly RowFinding[]>();
  const costOf = (key: string, { length }: readonly RowFinding[]) => key.length + ROW_COST + length * FINDING_COST;
  let length = 0;
  return {
    /** @param style names all that the findings depend on beside the texts */
    of(
      style: string,
      { source, target }: Readonly<Record<Side, string>>,
      find: () => readonly RowFinding[],
    ): readonly RowFinding[] {
      const key = `${style}\n${source}\n${target}`;
      const before = known.get(key);
      if (before) return before;
      const findings = find();
      known.set(key, findings);
      length += costOf(key, findings);
      for (const [oldest, its] of known) {
        if (length <= MAX_KNOWN_LENGTH) break;
        known.delete(oldest);
        length -= costOf(oldest, its);
      }
      return findings;
    },
  };
}
