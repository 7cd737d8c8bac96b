import { msg } from '../../message.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】', '{': '}' };
const SAME: Readonly<Record<string, string>> = { '）': ')', '】': ']' };

const ANY_BRACKET = /[()（）[\]【】{}]/u;

/** A bracket of the translation that is opened and not closed, or the other way, where the source has none such. */
export function checkBrackets({ source, target }: CheckedTexts): RowFinding[] {
  if (!ANY_BRACKET.test(target)) return oddSign(target);
  const odd = oddBracket(target);
  if (odd === null || oddBracket(source) !== null) return oddSign(target);
  return [finding(target, odd)];
}

/** ¿ or ¡ that nothing closes. */
function oddSign(target: string): RowFinding[] {
  const at = Math.max(target.lastIndexOf('¿'), target.lastIndexOf('¡'));
  // ¡ … ? and ¿ … ! are closed, too.
  return at >= 0 && !/[?!]/u.test(target.slice(at)) ? [finding(target, at)] : [];
}

function finding(target: string, at: number): RowFinding {
  const found = target[at]!;
  return {
    code: 'brackets',
    severity: 'error',
    source: null,
    target: { start: at, end: at + 1 },
    found,
    expected: '',
    suggestion: null,
    reason: msg('The sign “{mark}” has no partner.', { mark: found }),
  };
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
