import { isOneSlip } from '../glossary/one-slip.ts';
import { msg } from '../message.ts';
import { type CapitalWord, capitalWords } from './check-names.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';

/** Shorter names differ by a letter without being one. */
const MIN_LETTERS = 5;

/** A name in Latin letters that stands in a row more than once, and is misspelt once: "Mauduit … Maudit". */
export function checkNameAgain({ source, target, packs }: CheckedTexts): RowFinding[] {
  const own = capitalWords(source, packs.source);
  const again = own.filter(({ folded }, i) => own.findIndex((word) => word.folded === folded) < i);
  if (again.length === 0) return [];
  const others = capitalWords(target, packs.target);
  const count = (words: readonly CapitalWord[], name: string) => words.filter(({ folded }) => folded === name).length;
  return again.flatMap((name): RowFinding[] => {
    const { folded, raw, at } = name;
    const kept = count(others, folded);
    if (folded.length < MIN_LETTERS || kept === 0 || kept >= count(own, folded)) return [];
    const wrong = others.find((word) => count(own, word.folded) === 0 && isSlip(folded, word.folded));
    if (!wrong) return [];
    return [
      {
        code: 'name',
        severity: 'error',
        source: { start: at, end: at + raw.length },
        target: { start: wrong.at, end: wrong.at + wrong.raw.length },
        found: wrong.raw,
        expected: raw,
        suggestion: raw,
        reason: msg('The source writes “{expected}”, the translation “{found}”.', { expected: raw, found: wrong.raw }),
      },
    ];
  });
}

/** One slip within a word; the ends of words are what languages change. */
function isSlip(a: string, b: string): boolean {
  return a.slice(-2) === b.slice(-2) && isOneSlip(a, b);
}
