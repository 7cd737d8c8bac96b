import type { Side } from '../../core/bitext/bitext.ts';
import type { RowFinding } from '../../core/check/row-finding.ts';

/** Findings that are kept: some megabytes of texts of a usual length. */
const MAX_KNOWN_ROWS = 20_000;
/** Longer texts are rare and not worth keeping. */
const MAX_KNOWN_LENGTH = 2000;

/** What was found in texts before, the oldest forgotten first: an edit asks for the rows around it, the map for all. */
export function knownFindings() {
  const known = new Map<string, readonly RowFinding[]>();
  return {
    /** @param style names all that the findings depend on beside the texts */
    of(
      style: string,
      { source, target }: Readonly<Record<Side, string>>,
      find: () => readonly RowFinding[],
    ): readonly RowFinding[] {
      if (source.length + target.length > MAX_KNOWN_LENGTH) return find();
      const key = `${style}\n${source}\n${target}`;
      const findings = known.get(key) ?? find();
      known.set(key, findings);
      for (const oldest of known.keys()) {
        if (known.size <= MAX_KNOWN_ROWS) break;
        known.delete(oldest);
      }
      return findings;
    },
  };
}
