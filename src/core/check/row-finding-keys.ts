import type { Side } from '../bitext/bitext.ts';
import { findingKey } from '../glossary/finding-key.ts';
import { shortHash } from '../text/short-hash.ts';
import type { RowFinding } from './row-finding.ts';

/** What a finding of a row is dismissed by. */
export interface RowFindingKeys {
  /** Of this finding alone; it holds as long as the row reads as it does. */
  readonly row: string;
  /** Of every finding that says the same, in whatever row. */
  readonly same: string;
}

/** Names a finding of a row, so that what somebody has said of it is remembered. */
export function rowFindingKeys(finding: RowFinding, texts: Readonly<Record<Side, string>>): RowFindingKeys {
  const { code, found, expected, topic, source, target } = finding;
  const same = findingKey({ code, concept: null, found, expected: topic ?? expected });
  const hash = shortHash(`${texts.source}\n${texts.target}`);
  return { same, row: `${same}|${source?.start ?? ''}-${target?.start ?? ''} ${hash}` };
}
