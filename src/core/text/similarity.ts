/** Words, numbers and signs of a text, as a memory compares them. */
export function comparableTokens(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:[’'.-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
  );
}

/** What a difference in capitals counts, and one in a sign; a word counts 1. */
const CASE_COST = 0.2;
const SIGN_COST = 0.4;

/**
 * How alike two texts are, in per cent, as translation memories count it: the
 * share of words that need no change (Levenshtein's distance over words). 100
 * is the same text; what differs in capitals or signs alone is a little below.
 */
export function similarity(a: string, b: string): number {
  if (a.normalize('NFC').trim() === b.normalize('NFC').trim()) return 100;
  const [left, right] = [comparableTokens(a), comparableTokens(b)];
  const weight = (token: string) => (/[\p{L}\p{N}]/u.test(token) ? 1 : SIGN_COST);
  const total = (tokens: readonly string[]) => tokens.reduce((sum, token) => sum + weight(token), 0);
  const most = Math.max(total(left), total(right));
  if (most === 0) return 0;
  let row = [0];
  for (const token of right) row.push(row.at(-1)! + weight(token));
  for (const token of left) {
    const next = [row[0]! + weight(token)];
    for (let j = 0; j < right.length; j++) {
      const other = right[j]!;
      next.push(
        Math.min(row[j + 1]! + weight(token), next[j]! + weight(other), row[j]! + exchange(token, other, weight)),
      );
    }
    row = next;
  }
  return Math.min(99, Math.max(0, Math.floor(100 * (1 - row.at(-1)! / most))));
}

function exchange(a: string, b: string, weight: (token: string) => number): number {
  if (a === b) return 0;
  if (a.toLowerCase() === b.toLowerCase()) return CASE_COST;
  return Math.max(weight(a), weight(b));
}
