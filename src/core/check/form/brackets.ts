import { msg } from '../../message.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】', '{': '}' };
const SAME: Readonly<Record<string, string>> = { '）': ')', '】': ']' };

const ANY_BRACKET = /[()（）[\]【】{}]/u;

/** A bracket of the translation that is opened and not closed, or the other way, where the source has none such. */
export function checkBrackets({ source, target }: CheckedTexts): RowFinding[] {
  if (!ANY_BRACKET.test(target)) return [];
  const odd = oddBracket(target);
  if (odd === null || oddBracket(source) !== null) return [];
  const found = target[odd]!;
  return [
    {
      code: 'brackets',
      severity: 'error',
      source: null,
      target: { start: odd, end: odd + 1 },
      found,
      expected: '',
      suggestion: null,
      reason: msg('The bracket “{mark}” has no partner.', { mark: found }),
    },
  ];
}

function oddBracket(text: string): number | null {
  const open: { close: string; at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[()（）[\]【】{}]/gu)) {
    const close = CLOSING[mark];
    if (close !== undefined) open.push({ close: SAME[close] ?? close, at });
    else if (open.at(-1)?.close === (SAME[mark] ?? mark)) open.pop();
    // a), 1): items of a list; :) a smiley.
    else if (!/(?:^|\s)(?:\p{L}|\d{1,2})$|[:;]-?$/u.test(text.slice(0, at))) return at;
  }
  return open[0]?.at ?? null;
}
