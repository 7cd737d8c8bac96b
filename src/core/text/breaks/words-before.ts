/** No word that matters is longer. */
const MAX_WORD_LENGTH = 80;
const WORD = /[\p{L}\p{N}\p{M}.@/:'’״׳"°-]/u;

/** The word that ends at `end`, with dots and apostrophes within it; of a Latin word in Chinese or Japanese, that alone. */
export function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < MAX_WORD_LENGTH && WORD.test(text.charAt(start - 1))) start -= 1;
  const word = text.slice(start, end);
  const quoted = word.lastIndexOf('"');
  // Hebrew acronyms are written with a quotation mark: "ארה"ב".
  const whole = quoted < 0 || /\p{Script=Hebrew}"\p{Script=Hebrew}+$/u.test(word) ? word : word.slice(quoted + 1);
  return whole.replace(/^["״.'’-]+|^.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}](?=\p{Script=Latin})/u, '');
}
