import { msg } from '../../message.ts';
import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

/** A translation that begins with a small letter where its source begins with a capital, or writes a weekday small. */
export function checkCapital({ source, target, packs }: CheckedTexts): RowFinding[] {
  return [...smallBeginning(source, target), ...smallWeekday(target, packs.target)];
}

function smallBeginning(source: string, target: string): RowFinding[] {
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

/** A weekday in small letters, in a language that writes it with a capital. */
function smallWeekday(target: string, pack: LanguagePack): RowFinding[] {
  const pattern = smallWeekdays(pack);
  const match = pattern?.exec(target);
  if (!match) return [];
  const [found] = match;
  const expected = found.charAt(0).toUpperCase() + found.slice(1);
  return [
    {
      code: 'capital',
      severity: 'warning',
      source: null,
      target: { start: match.index, end: match.index + found.length },
      found,
      expected,
      suggestion: expected,
      reason: msg('“{found}” is written with a capital letter.', { found }),
    },
  ];
}

/** Null where weekdays are written small, or letters have no case. */
const smallWeekdays = onceFor(({ language }: LanguagePack): RegExp | null => {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const days = Array.from({ length: 7 }, (_, i) => names.format(Date.UTC(2024, 0, 1 + i)));
  if (!days.every((day) => /^\p{Lu}\p{Ll}+$/u.test(day))) return null;
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\d@#/._-])(?:${days.map((day) => day.toLowerCase()).join('|')})(?![\\p{L}\\p{M}@/_-]|\\.\\p{L})`,
    'u',
  );
});
