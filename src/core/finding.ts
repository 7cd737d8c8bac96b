import type { Message } from './message.ts';
import type { Translator } from './translator.ts';

/** How much a finding matters: `info` is worth knowing, `warning` worth a look, `error` lost something. */
export type Severity = 'info' | 'warning' | 'error';

/** Something a check or a parser noticed: what, how serious, where, and what to do. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** A place a person can go to, for example "source, line 12". */
  readonly place: string;
  readonly message: Message;
}

/** One line for a terminal or a log. */
export function describeFinding(finding: Finding, t: Translator['t']): string {
  return `${finding.severity}: ${finding.place ? `${finding.place}: ` : ''}${t(finding.message)} [${finding.code}]`;
}
