import type { Side } from '../../core/bitext/bitext.ts';
import { literalExpression, type PatternSearch, wholeWord } from '../../core/check/pattern.ts';
import { Problem } from '../../core/problem.ts';

/** How the words of a search are to be taken. */
export interface SearchWay {
  readonly mode: 'simple' | 'regexp';
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/**
 * A search of Xbench on one side, such as `"rail" OR "track" -"trail"`: words or phrases, all of which must be there;
 * of those with OR between, one; those behind a minus must not. Nothing gives no search.
 */
export function powerSearches(side: Side, words: string, way: SearchWay): PatternSearch[] {
  const groups: { absent: boolean; expressions: string[] }[] = [];
  let isOr = false;
  for (const { groups: found } of words.matchAll(TERM)) {
    if (found?.['or']) {
      isOr = true;
      continue;
    }
    const absent = (found?.['minus'] ?? found?.['bareMinus']) === '-';
    const term = found?.['quoted'] ?? found?.['bare'] ?? '';
    if (term === '') continue;
    const expression = expressionOf(term.replaceAll('""', '"'), way);
    const last = groups.at(-1);
    if (isOr && last && last.absent === absent) last.expressions.push(expression);
    else groups.push({ absent, expressions: [expression] });
    isOr = false;
  }
  const { matchCase } = way;
  return groups.map(({ absent, expressions }) => ({ side, expression: expressions.join('|'), matchCase, absent }));
}

/** A phrase in quotation marks, which are doubled within it, or a word; either may stand behind a minus. */
const TERM = /(?<or>(?<!\S)OR(?!\S))|(?<minus>-)?"(?<quoted>(?:[^"]|"")*)"|(?<bareMinus>(?<!\S)-(?=\S))?(?<bare>\S+)/gu;

/** A search as a whole, without the signs of `powerSearches`. */
export function plainSearch(side: Side, words: string, way: SearchWay): PatternSearch[] {
  if (words === '') return [];
  return [{ side, expression: expressionOf(words, way), matchCase: way.matchCase, absent: false }];
}

function expressionOf(words: string, { mode, wholeWord: isWhole }: SearchWay): string {
  const expression = mode === 'simple' ? literalExpression(words) : xbenchExpression(words);
  return isWhole ? wholeWord(expression) : expression;
}

const [WORD_BEGINS, WORD_ENDS] = [
  '(?<![\\p{L}\\p{M}\\p{N}])(?=[\\p{L}\\p{M}\\p{N}])',
  '(?<=[\\p{L}\\p{M}\\p{N}])(?![\\p{L}\\p{M}\\p{N}])',
];

/** A regular expression of Xbench, in which "<" and ">" are where a word begins and ends, and "@1" is what the first group has found. */
function xbenchExpression(words: string): string {
  if (/@\d/u.test(words) && !/\(/u.test(words)) {
    throw new Problem('bad-input', 'It names a group that there is not.', '', 'Put what @1 stands for into brackets.');
  }
  return words.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!:]|@(\d)|[<>]/gu, (sign, group: string | undefined) => {
    if (group !== undefined) return `\\${group}`;
    if (sign === '<') return WORD_BEGINS!;
    return sign === '>' ? WORD_ENDS! : sign;
  });
}
