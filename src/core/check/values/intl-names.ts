/** What CLDR, by way of `Intl`, knows of how a language writes numbers, dates, money and countries. */
export interface NameRules {
  readonly decimal: string;
  readonly group: string;
  /** Whether a date in digits begins with its month. */
  readonly monthFirst: boolean;
  /** Whether the day has twice twelve hours. */
  readonly clock12: boolean;
  readonly months: string[][];
  readonly weekdays: string[][];
  readonly currencies: Record<string, string>;
  readonly regions: Record<string, string>;
}

/**
 * Reads the names of a language; an unknown one gets those of English numbers and no words.
 * @param declinedNames patterns of names that are declined, the stem as their first group
 */
export function nameRules(language: string, declinedNames: readonly string[]): NameRules {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1234567.8);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    decimal: sign('decimal') || '.',
    group: sign('group').replace(/[\u00a0\u202f]/u, ' ') || ',',
    monthFirst: partsOfDate(language).indexOf('month') < partsOfDate(language).indexOf('day'),
    clock12: new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 === true,
    months: namesOf(12, (i) => Date.UTC(2023, i, 15), language, 'month'),
    weekdays: namesOf(7, (i) => Date.UTC(2024, 0, 1 + i), language, 'weekday'),
    currencies: currenciesOf(language),
    regions: regionsOf(language, declinedNames),
  };
}

function partsOfDate(language: string): string[] {
  const date = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return date.formatToParts(0).map(({ type }) => type);
}

/** The long names of months or weekdays: alone, and as they stand in a date, which is another case in some languages. */
function namesOf(
  count: number,
  dayOf: (i: number) => number,
  language: string,
  field: 'month' | 'weekday',
): string[][] {
  const options = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
  const alone = new Intl.DateTimeFormat(language, { ...options, [field]: 'long' });
  const inDate = new Intl.DateTimeFormat(language, { ...options, weekday: 'long', day: 'numeric', month: 'long' });
  return Array.from({ length: count }, (_, i) => {
    const day = dayOf(i);
    const form = inDate.formatToParts(day).find(({ type }) => type === field)?.value ?? '';
    return [alone.format(day), form].filter((name) => /^\p{L}[\p{L}\p{M} ]*$/u.test(name));
  });
}

/** Names of the currencies of newspapers, in the singular and plural, without the name of their country. */
const CURRENCIES =
  'USD EUR GBP JPY CNY CHF RUB INR KRW TRY UAH ILS BRL PLN SEK NOK DKK CZK HUF ZAR EGP SAR AED IRR IQD KWD CAD AUD MXN XOF XAF THB'.split(
    ' ',
  );

function currenciesOf(language: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const currency of CURRENCIES) {
    found[currency] = currency;
    for (const count of [1, 2, 5]) {
      const parts = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: 'name',
      }).formatToParts(count);
      const name = parts.find(({ type }) => type === 'currency')?.value ?? '';
      if (name.length > 1) found[name] = currency;
    }
  }
  return found;
}

/** Countries and their names, those of ISO 3166 that CLDR has a name for. */
function regionsOf(language: string, declinedNames: readonly string[]): Record<string, string> {
  const declined = declinedNames.map((pattern) => new RegExp(pattern, 'u'));
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const found: Record<string, string> = {};
  for (let a = 65; a <= 90; a += 1) {
    for (let b = 65; b <= 90; b += 1) {
      const code = String.fromCharCode(a, b);
      if (NO_COUNTRY.test(code)) continue;
      const name = names.of(code);
      if (!name || name.length < 2 || /[(（-]/u.test(name)) continue;
      found[name] = code;
      for (const pattern of declined) {
        const stem = pattern.exec(name)?.[1];
        if (stem) found[`${stem}*`] = code;
      }
    }
  }
  return found;
}

/** Codes for groups, private use, and what has another code now. */
const NO_COUNTRY =
  /^(?:O[A-LN-Z]|Q[B-Z]|X[A-JL-Z]|A[AN]|BU|CS|DD|DY|E[UZ]|F[XQ]|HV|JT|MI|N[HTQ]|P[CUZ]|RH|SU|T[P]|U[KN]|V[D]|W[K]|Y[DU]|Z[RZ]|CQ|IC|EA|CP|DG|TA|AC|PN|GS|TF|BV|HM|IO|UM)$/;
