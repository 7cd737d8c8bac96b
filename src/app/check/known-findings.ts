import type { Side } from '../../core/bitext/bitext.ts';
import type { RowFinding } from '../../core/check/row-finding.ts';

/** Findings are kept of texts that are so long together, in UTF-16 units: 20,000 rows of a usual length. */
const MAX_KNOWN_LENGTH = 6_000_000;
/** What a row costs beside its texts, in the same units. */
const ROW_COST = 100;

/**
 * What was found in texts before, the oldest forgotten first: an edit asks for the rows around it, the map for all. Long
 * rows are kept like others, since they cost the most to read again.
 */
export function knownFindings() {
  const known = new Map<string, readonly RowFinding[]>();
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
      length += key.length + ROW_COST;
      for (const oldest of known.keys()) {
        if (length <= MAX_KNOWN_LENGTH) break;
        known.delete(oldest);
        length -= oldest.length + ROW_COST;
      }
      return findings;
    },
  };
}
