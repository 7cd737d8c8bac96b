import type { Message } from '../message.ts';

/** How much a finding of a check matters: an error is almost surely one, a hint is worth a look. */
export const CHECK_SEVERITIES = ['error', 'warning', 'hint'] as const;
export type CheckSeverity = (typeof CHECK_SEVERITIES)[number];

/** Whether a finding matters at least as much as `least` says. */
export function mattersAsMuch(severity: CheckSeverity, least: CheckSeverity): boolean {
  return CHECK_SEVERITIES.indexOf(severity) <= CHECK_SEVERITIES.indexOf(least);
}

/** What the checks of a row find, in the order in which they are listed. */
export const ROW_CODES = [
  'number',
  'number-magnitude',
  'number-missing',
  'number-added',
  'number-order',
  'percent',
  'currency',
  'unit',
  'date',
  'weekday',
  'time',
  'place',
  'direction',
  'name',
  'acronym',
  'untranslated',
  'omission',
  'addition',
  'negation',
  'opposite',
  'quotes',
  'brackets',
  'punctuation-final',
  'spaces',
  'repeated-word',
  'repeated-sentence',
  'link',
  'capital',
  'pattern',
] as const;
export type RowCode = (typeof ROW_CODES)[number];

/** A place in the text of one side of a row, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that the check of one row found. */
export interface RowFinding {
  readonly code: RowCode;
  readonly severity: CheckSeverity;
  /** Where it stands on each side; null where it has no place there. */
  readonly source: Span | null;
  readonly target: Span | null;
  /** What stands in the translation, and what the source would have there; either may be empty. */
  readonly found: string;
  readonly expected: string;
  /** What to write in the place of the target's span, where that is certain. */
  readonly suggestion: string | null;
  /** Why, in plain words. */
  readonly reason: Message;
  /** What it is about where code, found and expected do not say so: the name of a pattern. */
  readonly topic?: string;
}
