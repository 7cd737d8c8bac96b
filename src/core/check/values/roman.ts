import type { Mention } from './atoms.ts';
import type { Reading } from './read-values.ts';

const ROMAN = /^(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:er|[eè]re|[eè]me|e|th|º|ª)?$/u;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Whether a word has the letters of a Roman numeral. */
export function isRoman(word: string): boolean {
  return ROMAN.test(word);
}

/** A Roman numeral: of two signs or more, or of one behind a name ("Karl V"). Many are words, so it never has to stand on the other side. */
export function romanAt({ tokens }: Reading, i: number): { mention: Mention; length: number } | null {
  const token = tokens[i]!;
  if (!'IVXLCDM'.includes(token.raw.charAt(0))) return null;
  const numeral = ROMAN.exec(token.raw)?.[1];
  if (!numeral) return null;
  if (numeral.length === 1 && !/^[IVX]$/u.test(numeral)) return null;
  if (numeral.length === 1 && token.raw === numeral && !/^\p{Lu}\p{Ll}/u.test(tokens[i - 1]?.raw ?? '')) return null;
  const signs = [...numeral].map((sign) => VALUES[sign]!);
  const value = signs.reduce((sum, sign, k) => sum + (sign < (signs[k + 1] ?? 0) ? -sign : sign), 0);
  return {
    mention: {
      readings: [
        [
          {
            kind: 'number',
            amounts: [value],
            strength: 1,
            ordinal: true,
            digits: false,
            start: token.at,
            end: token.end,
          },
        ],
      ],
    },
    length: 1,
  };
}
