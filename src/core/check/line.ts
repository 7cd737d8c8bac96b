import type { Side } from '../bitext/bitext.ts';
import type { Message } from '../message.ts';
import type { MemoryCode } from './memory.ts';
import { type CheckSeverity, mattersAsMuch, ROW_CODES, type RowCode, type Span } from './row-finding.ts';

/** A finding of whatever check, as it is listed: in its row, with the texts of the row. */
export interface CheckLine {
  /** The row's place, from 1. */
  readonly row: number;
  readonly code: string;
  readonly severity: CheckSeverity;
  readonly found: string;
  readonly expected: string;
  readonly source: string;
  readonly target: string;
  /** Where it stands in each text; null where it is not known, or concerns the whole. */
  readonly at: Readonly<Record<Side, Span | null>>;
  readonly suggestion: string | null;
  readonly reason: Message | null;
}

/** Codes of the checks of terms and titles, and of consistency. */
type TermCode =
  | 'term-missing'
  | 'term-untranslated'
  | 'term-deprecated'
  | 'term-forbidden'
  | 'term-inconsistent'
  | 'name-misspelt'
  | 'title-gender'
  | 'title-holder'
  | 'name-variant';

/** How much the findings matter that do not say so themselves. */
const SEVERITIES: Readonly<Record<TermCode | MemoryCode, CheckSeverity>> = {
  'term-missing': 'warning',
  'term-untranslated': 'warning',
  'term-deprecated': 'warning',
  'term-forbidden': 'error',
  'term-inconsistent': 'hint',
  'name-misspelt': 'error',
  'title-gender': 'error',
  'title-holder': 'warning',
  'name-variant': 'warning',
  'empty-side': 'error',
  duplicate: 'hint',
  'other-translation': 'warning',
  'identical-sides': 'error',
  'wrong-language': 'error',
  'codes-differ': 'error',
  'odd-length': 'warning',
  'encoding-damage': 'error',
};

/** What a finding of terms, of a memory or of a row matters. */
export function severityOf(code: TermCode | MemoryCode): CheckSeverity {
  return SEVERITIES[code];
}

export type CheckCode = RowCode | TermCode | MemoryCode;

/** Codes that only terms and memories have. */
const OTHER_CODES = Object.keys(SEVERITIES) as (TermCode | MemoryCode)[];
/** The codes of all checks, in the order in which they are listed. */
export const CHECK_CODES: readonly CheckCode[] = [...ROW_CODES, ...OTHER_CODES];

/** Which findings are wanted. */
export interface CheckSelection {
  /** None for all. */
  readonly only: readonly string[];
  readonly except: readonly string[];
  /** The least that matters. */
  readonly severity: CheckSeverity;
}

/** Whether a finding is among those wanted. */
export function isWanted({ code, severity }: Pick<CheckLine, 'code' | 'severity'>, wanted: CheckSelection): boolean {
  if (wanted.only.length > 0 && !wanted.only.includes(code)) return false;
  if (wanted.except.includes(code)) return false;
  return mattersAsMuch(severity, wanted.severity);
}
