import type { Finding, Severity } from '../core/finding.ts';
import { type Message, msg } from '../core/message.ts';
import { type LetterBalance, missingLetters } from '../core/text/letters.ts';
import type { LeftOutParts } from '../intake/memories/left-out.ts';

/** What every import knows of its file: its letters, and what of it is not kept. */
export interface ImportAccount {
  readonly letters: LetterBalance;
  readonly leftOut: LeftOutParts;
}

/**
 * What every import says of its file: what is not kept, by what the file calls it, and whether letters are
 * missing that nothing accounts for. All imports pass here, so that none loses text in silence.
 * @param name of the file
 */
export function accountFindings(name: string, { letters, leftOut }: ImportAccount): Finding[] {
  const missing = missingLetters(letters);
  return [
    ...(leftOut.size > 0
      ? [
          findingOf(
            'left-out',
            'warning',
            name,
            msg('Left out, having no place here: {what}.', { what: listed(leftOut) }),
          ),
        ]
      : []),
    ...(missing > 0
      ? [
          findingOf(
            'letters-missing',
            'error',
            name,
            msg('Letters of the file that are missing: {missing} of {all}. Compare the rows with the file.', {
              missing,
              all: letters.read,
            }),
          ),
        ]
      : []),
  ];
}

/** How many kinds of things are named. */
const MAX_NAMED_THINGS = 25;

export function listed(parts: LeftOutParts): string[] {
  const named = [...parts].slice(0, MAX_NAMED_THINGS).map(([what, count]) => `${what} (${count})`);
  return [...named, ...(parts.size > MAX_NAMED_THINGS ? ['…'] : [])];
}

export function findingOf(code: string, severity: Severity, place: string, message: Message): Finding {
  return { code, severity, place, message };
}
