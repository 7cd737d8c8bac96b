import { msg } from '../../message.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

/** A translation that begins with a small letter where its source begins with a capital. */
export function checkCapital({ source, target }: CheckedTexts): RowFinding[] {
  if (!/^\p{Lu}/u.test(source)) return [];
  // iPhone, al-Assad, d’Estaing: names and particles that begin small.
  const word = /^\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}'’-])/u.exec(target)?.[0];
  if (!word || /\p{Lu}/u.test(word) || source.startsWith(word)) return [];
  const suggestion = word.charAt(0).toUpperCase() + word.slice(1);
  return [
    {
      code: 'capital',
      severity: 'hint',
      source: { start: 0, end: 1 },
      target: { start: 0, end: word.length },
      found: word,
      expected: suggestion,
      suggestion,
      reason: msg('The source begins with a capital letter, the translation does not.'),
    },
  ];
}
