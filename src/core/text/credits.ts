import type { CreditMarks } from './language-pack.ts';
import { literalPattern } from './literal-pattern.ts';

/**
 * Makes the test whether a line is a picture credit: "Maxim Schemetov/The
 * Associated Press", "(AP Photo/Ann Lee)". Made once for each set of marks.
 */
export function creditTest(marks: CreditMarks): (line: string) => boolean {
  const test = made.get(marks) ?? testFor(marks);
  made.set(marks, test);
  return test;
}

const made = new WeakMap<CreditMarks, (line: string) => boolean>();

const LONGEST = 110;
const NAME = "[\\p{L}\\p{M}.’'\\- ]";
const NAME_BEFORE = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3},/u;

function testFor({ agencies, labels }: CreditMarks): (line: string) => boolean {
  if (agencies.length === 0) return () => false;
  const agency = `(?:the )?${oneOf(agencies)}`;
  const alone = new RegExp(`^${agency}(?: photo)?$`, 'iu');
  const first = new RegExp(`^${agency}(?: photo)?\\s*/\\s*${NAME}{2,40}$`, 'iu');
  const signed = new RegExp(
    `^\\(?(?:${oneOf(labels)}\\s*:?\\s*)?${NAME}{0,60}?[/|,–—-]?\\s*(?:pool\\s+)?${agency}(?:\\s*(?:/|via)\\s*${NAME}{1,40})?(?:\\s+(?:images|photo))?\\)?\\.?$`,
    'iu',
  );
  return (line) => {
    const signature = line.trim().replace(/^\((.*)\)$/u, '$1');
    if (signature.length > LONGEST) return false;
    if (alone.test(signature) || first.test(signature)) return true;
    return signed.test(signature) && (/[/|:]/u.test(signature) || NAME_BEFORE.test(signature));
  };
}

function oneOf(words: readonly string[]): string {
  return `(?:${words.map(literalPattern).join('|')})`;
}
