import type { Finding, Severity } from '../../core/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { leftOutCharacters } from '../../intake/articles/code-characters.ts';
import type { MemoryNotes } from '../../intake/memories/memory-reader.ts';
import { accountFindings, findingOf } from '../import-account.ts';

/** The findings on a memory or a table that was stored. */
export function memoryFindings(name: string, units: number, notes: MemoryNotes): Finding[] {
  const { skipped, languages, varieties, variants, textless, codesLost, codeCharacters, strays, repaired } = notes;
  const counted = (is: number, code: string, message: Message, severity: Severity = 'warning') =>
    is > 0 ? [findingOf(code, severity, name, message)] : [];
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
    ...(codeCharacters > 0 ? [leftOutCharacters(name, codeCharacters)] : []),
    ...counted(
      strays,
      'encoding-mixed',
      msg(
        'Characters read as Windows-1252 because they do not fit the file’s encoding: {strays}. Check accented ones.',
        { strays },
      ),
    ),
    ...counted(
      repaired,
      'xml-repaired',
      msg('XML errors repaired, such as a single “&” or an HTML entity: {mended}.', { mended: repaired }),
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
  return [findingOf('file-damaged', 'warning', name, message)];
}
