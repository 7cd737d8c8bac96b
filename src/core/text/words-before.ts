/** No word that matters is longer. */
const LONGEST = 80;
const WORD = /[\p{L}\p{N}\p{M}.@/:'’°-]/u;

/** The word that ends at `end`, with dots and apostrophes within it. */
export function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST && WORD.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end).replace(/^[.'’-]+/u, '');
}
