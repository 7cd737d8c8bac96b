import { literalPattern } from '../literal-pattern.ts';

/** Whether a quotation that ends with these stops and closing marks is followed by who said it. */
export type AttributionTest = (stops: string, closers: string, after: string) => boolean;

/**
 * Makes the test from a language's verbs of saying. Where there are capitals, a
 * name in front of the verb has one, and only a question or a cry stands before
 * it: “Why?” Anna asked. Where there are none, a short clause to the next stop
 * begins or ends with the verb: “为什么？”他问。
 */
export function attributionTest(saying: readonly string[]): AttributionTest {
  if (saying.length === 0) return () => false;

  const verb = `(?:${saying.map((word) => beforeWord(word) + literalPattern(word)).join('|')})`;
  const named = new RegExp(`^\\s+(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*\\s){1,3}${verb}(?![\\p{L}\\p{M}])`, 'u');
  const han = new RegExp(`^[\\p{Script=Han}\\p{N}A-Za-z·（）、]{0,30}?${verb}(?=[。，,！!：:])`, 'u');
  const clause = new RegExp(
    `^\\s*(?=\\p{Lo})(?:${verb}(?:\\s[^${STOP}]{0,40})?|(?:[^${STOP}]|${INITIAL}){0,60}?${verb}(?:\\s\\S{1,5})?)\\s*[,،、]?(?=[${STOP},،]|$)`,
    'u',
  );
  return (stops, closers, after) => {
    if (!/["'”’»«“」』]/u.test(closers)) return false;
    if (/^\s*\p{Lu}/u.test(after)) return /[?!…]/u.test(stops) && named.test(after);
    return han.test(after) || clause.test(after);
  };
}

/** What may not stand before a verb: Hangul words are written apart (못했다 is not 했다), Arabic and Hebrew ones with one letter at most. */
function beforeWord(verb: string): string {
  if (/^\p{Script=Hangul}/u.test(verb)) return '(?<!\\p{Script=Hangul})';
  return /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(verb) ? '(?<!\\p{L}{2})' : '';
}

/** The full stop of an initial, which ends no clause. */
const INITIAL = '(?<=\\s\\p{L}[\\p{L}\\p{M}]{0,2})\\.\\s';

/** What ends a clause. */
const STOP = '.!?…。！？؟۔।॥။\\n';
