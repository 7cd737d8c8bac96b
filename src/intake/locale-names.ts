/**
 * What a language calls the countries, languages, currencies, months and weekdays, by what they are
 * ("region FR"), as Node.js knows it from Unicode's CLDR. Empty for a language it does not know.
 */
export function localeNames(language: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return names;
  for (const [type, codes] of CODES) {
    const display = new Intl.DisplayNames([language], { type, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined) names.set(`${type} ${code}`, [name]);
    }
  }
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const [alone, inDate, weekday] = [
    format({ month: 'long' }),
    format({ month: 'long', day: 'numeric' }),
    format({ weekday: 'long' }),
  ];
  for (let month = 0; month < 12; month++) {
    const date = new Date(Date.UTC(2024, month, 15));
    // Many languages inflect the month in a date.
    const inflected = inDate.formatToParts(date).find(({ type }) => type === 'month')?.value;
    names.set(`month ${month}`, [...new Set([alone.format(date), inflected ?? ''])].filter(Boolean));
  }
  // 1 January 2024 was a Monday.
  for (let day = 1; day <= 7; day++) names.set(`weekday ${day}`, [weekday.format(new Date(Date.UTC(2024, 0, day)))]);
  return names;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const TWO_LETTERS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
const CODES: readonly (readonly ['region' | 'language' | 'currency', readonly string[]])[] = [
  ['region', TWO_LETTERS.map((code) => code.toUpperCase())],
  ['language', TWO_LETTERS],
  ['currency', Intl.supportedValuesOf('currency')],
];
