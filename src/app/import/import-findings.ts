import type { Finding, Severity } from '../../core/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { type LetterBalance, missingLetters } from '../../core/text/letters.ts';
import type { LeftOutParts } from '../../intake/memories/left-out.ts';
import type { MemoryNotes } from '../../intake/memories/memory-reader.ts';

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
      ? [found('left-out', 'warning', name, msg('Left out, having no place here: {what}.', { what: listed(leftOut) }))]
      : []),
    ...(missing > 0
      ? [
          found(
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

/** So many kinds of things are named. */
const MOST_NAMED = 25;

function listed(parts: LeftOutParts): string[] {
  const named = [...parts].slice(0, MOST_NAMED).map(([what, count]) => `${what} (${count})`);
  return [...named, ...(parts.size > MOST_NAMED ? ['…'] : [])];
}

/** What is said of a memory or a table when it is stored. */
export function memoryFindings(name: string, units: number, notes: MemoryNotes): Finding[] {
  const { skipped, languages, varieties, variants, textless, codesLost, strays, mended } = notes;
  const counted = (is: number, code: string, message: Message, severity: Severity = 'warning') =>
    is > 0 ? [found(code, severity, name, message)] : [];
  return [
    ...damage(name, units, notes),
    ...counted(
      skipped,
      'units-skipped',
      msg('Units left out because they have neither language: {skipped}.', { skipped }),
    ),
    ...counted(
      languages.size,
      'languages-left-out',
      msg('Other languages of the file were left out: {languages}. Import it again for them, choosing the languages.', {
        languages: [...languages],
      }),
    ),
    ...counted(
      varieties.size,
      'other-varieties',
      msg('Some rows have texts of other regions: {varieties}.', { varieties: [...varieties] }),
      'info',
    ),
    ...counted(
      variants,
      'variants-as-rows',
      msg('Further texts of a unit in the same language, imported as rows of their own: {variants}.', { variants }),
      'info',
    ),
    ...counted(
      textless,
      'confirmed-without-text',
      msg('Rows without text on one side that the file calls translated, imported as proposed: {textless}.', {
        textless,
      }),
    ),
    ...counted(
      codesLost,
      'codes-left-out',
      msg('Inline codes left out: {codesLost}. The text around them was kept.', { codesLost }),
    ),
    ...counted(
      strays,
      'encoding-mixed',
      msg(
        'Characters read as Windows-1252 because they do not fit the file’s encoding: {strays}. Check accented ones.',
        { strays },
      ),
    ),
    ...counted(
      mended,
      'xml-repaired',
      msg('XML errors repaired, such as a single “&” or an HTML entity: {mended}.', { mended }),
    ),
    ...accountFindings(name, notes),
  ];
}

function damage(name: string, units: number, { problem, restarts }: MemoryNotes): Finding[] {
  if (!problem) return [];
  const reason = problem.detail ?? '';
  const message =
    restarts > 0
      ? msg('Damaged passages skipped: {restarts}. The first: {reason}', { restarts, reason })
      : msg('The file is damaged. Units read before the damage: {units}. {reason}', { units, reason });
  return [found('file-damaged', 'warning', name, message)];
}

function found(code: string, severity: Severity, place: string, message: Message): Finding {
  return { code, severity, place, message };
}
