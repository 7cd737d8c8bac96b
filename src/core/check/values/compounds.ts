import type { CheckPack } from '../check-pack.ts';
import { lookedUp } from './tokens.ts';

/** Takes numbers apart that are one word: "fünfundzwanzig" → 25, "zweihundertdreißig" → 2, 100, 30. */
export function compounds({ joiner, numbers, scales, tails = [] }: CheckPack): (word: string) => number[] | null {
  if (joiner === undefined) return () => null;
  const parts = [...Object.entries(numbers), ...Object.entries(scales)]
    .map(([word, value]) => [lookedUp(word.replace('*', '')), value] as const)
    .sort((a, b) => b[0].length - a[0].length);
  const ends = tails.map((tail) => lookedUp(tail));
  const known = new Map<string, number[] | null>();
  const split = (word: string): number[] | null => {
    if (word === '' || ends.some((tail) => word.startsWith(tail))) return [];
    for (const [part, value] of parts) {
      if (!word.startsWith(part)) continue;
      const rest = word.slice(part.length);
      // "fünf-und-zwanzig": the tens stand behind.
      if (value < 10 && joiner && rest.startsWith(joiner)) {
        const tens = split(rest.slice(joiner.length));
        if (tens?.[0] !== undefined && tens[0] >= 20 && tens[0] < 100) return [tens[0] + value, ...tens.slice(1)];
      }
      const others = split(rest);
      if (others) return [value, ...others];
    }
    return null;
  };
  return (word) => {
    if (word.length < 4 || !parts.some(([part]) => word.startsWith(part))) return null;
    let values = known.get(word);
    if (values === undefined) {
      values = split(word);
      if (known.size > 20_000) known.clear();
      known.set(word, values);
    }
    return values && values.length > 0 ? values : null;
  };
}
