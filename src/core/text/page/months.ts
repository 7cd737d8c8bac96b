import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../language-pack.ts';
import { literalPattern } from '../literal-pattern.ts';

/** A language's names of months, for dates in words. */
export interface Months {
  /** Finds a month by its name beside a number: "3 avril", "April 3". */
  readonly pattern: RegExp;
  /** Finds a day with month and year, in any order, as groups `day`, `month` and `year`. */
  readonly dates: readonly RegExp[];
  /** The number of a month from 1, by its name in whatever case; 0 where it is none. */
  numberOf(name: string): number;
}

/** The names of a language's months, made once; null where the language's pack has none. */
export const monthsOf = onceFor((pack: LanguagePack): Months | null => {
  const names = pack.months.flat().filter((name) => name.length > 1);
  return names.length === 0 ? null : monthsFor(pack, names);
});

function monthsFor({ months }: LanguagePack, names: readonly string[]): Months {
  const longest = names.toSorted((a, b) => b.length - a.length);
  const any = `(?:${longest.map(literalPattern).join('|')})`;
  const numbers = new Map(months.flatMap((of, i) => of.map((name) => [name.toLowerCase(), i + 1] as const)));
  const [day, month, year] = ['(?<day>\\p{N}{1,2})', `(?<month>${any})`, '(?<year>(?:19|20)\\p{N}{2})'];
  return {
    pattern: new RegExp(`\\p{N}[.\\s/-]{0,3}(?:\\p{L}{2}\\s)?${any}|${any}\\.?\\s\\p{N}`, 'iu'),
    dates: [
      new RegExp(
        `(?<!\\p{N})${day}(?:st|nd|rd|th|er|º|\\.)?[\\s/-]{0,2}(?:\\p{L}{2}\\s)?${month}\\.?,?[\\s/-]{0,2}(?:\\p{L}{2}\\s)?${year}(?!\\p{N})`,
        'iu',
      ),
      new RegExp(`(?<!\\p{L})${month}\\.?\\s${day}(?:st|nd|rd|th)?,?\\s${year}(?!\\p{N})`, 'iu'),
    ],
    numberOf: (name) => numbers.get(name.toLowerCase()) ?? 0,
  };
}
