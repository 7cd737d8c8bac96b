import type { Finding } from '../../core/finding.ts';
import type { FileConcept } from '../../core/glossary/concept.ts';
import { TERM_STATUSES } from '../../core/glossary/concept.ts';
import { msg, quoted } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { GlossaryAccount } from '../../intake/glossaries/glossary-account.ts';
import { accountFindings, findingOf, listed } from '../import-account.ts';

/** The findings on a glossary file that was read: what is left out, what is kept in notes, and whether letters are missing. */
export function glossaryFindings(name: string, account: GlossaryAccount, concepts: readonly FileConcept[]): Finding[] {
  const asNotes = account.asNotes.parts();
  return [
    ...accountFindings(name, { letters: account.balance(concepts), leftOut: account.leftOut.parts() }),
    ...(asNotes.size > 0
      ? [
          findingOf(
            'kept-as-notes',
            'info',
            name,
            msg('Kept in notes, having no field here: {what}.', { what: listed(asNotes) }),
          ),
        ]
      : []),
  ];
}

/** @throws Problem where a file has words for statuses that nobody has explained */
export function refuseUnknownStatuses(
  name: string,
  unknown: readonly (readonly [word: string, count: number])[],
): void {
  if (unknown.length === 0) return;
  throw new Problem(
    'bad-input',
    msg('{name} has statuses that are not known.', { name }),
    msg('They are {words}. Known are {statuses}.', {
      words: quoted(unknown.map(([word]) => word)),
      statuses: quoted(TERM_STATUSES),
    }),
    'Say what each means (command line: --status "approved=preferred").',
  );
}
