/** How many letters of Latin script one letter of a denser script stands for, roughly. */
const DENSITIES: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/gu, 3],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, 2],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/gu, 1.2],
];

/**
 * A text's length in characters without spaces, those of dense scripts counted
 * more than once, so that a translation is about as long as its source.
 */
export function textLength(text: string): number {
  const plain = text.replace(/\s+/gu, '').length;
  return DENSITIES.reduce(
    (length, [script, density]) => length + (text.match(script)?.length ?? 0) * (density - 1),
    plain,
  );
}
