import { literalPattern } from './text/literal-pattern.ts';

/** The words of the interface in a language, by what the program's own English says. Plural ones by form. */
export type Catalogue = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;

/** Says things in a language. */
export interface Translator {
  /** BCP 47 tag. */
  readonly language: string;
  /**
   * A message with its values put in: `t('{count} rows', { count: 3 })`. The
   * plural form goes by `count`.
   */
  t(message: string, values?: Readonly<Record<string, string | number>>): string;
  /**
   * A text that has its values already, such as a problem's detail: found by its
   * words, with whatever stands where the message has a value.
   */
  said(text: string): string;
}

/** What is not in the catalogue is said in English. Plural forms are CLDR's, which the runtime knows. */
export function translator(language: string, catalogue: Catalogue): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  let patterns: [RegExp, string, string[]][] | null = null;

  function t(message: string, values: Readonly<Record<string, string | number>> = {}): string {
    const entry = catalogue[message] ?? message;
    const text =
      typeof entry === 'string' ? entry : (entry[plurals.select(Number(values['count']))] ?? entry.other ?? message);
    return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  }

  function said(text: string): string {
    if (text === '' || catalogue[text]) return t(text);
    patterns ??= Object.keys(catalogue)
      .filter((message) => message.includes('{'))
      // The one that says most itself is meant; “{a}: {b}” fits nearly everything.
      .sort((a, b) => wordsIn(b) - wordsIn(a))
      .map((message) => [patternFor(message), message, namesIn(message)]);
    for (const [pattern, message, names] of patterns) {
      const found = pattern.exec(text);
      if (!found) continue;
      const values = names.map((name, i) => {
        const value = found[i + 1] ?? '';
        return [name, name === 'count' ? Number(value) : said(value)] as const;
      });
      if (values.every(([, value]) => !Number.isNaN(value))) return t(message, Object.fromEntries(values));
    }
    return text;
  }

  return { language, t, said };
}

function patternFor(message: string): RegExp {
  const parts = message.split(/\{\w+\}/u).map(literalPattern);
  return new RegExp(`^${parts.join('(.*?)')}$`, 'su');
}

function namesIn(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/gu)].map((found) => found[1]!);
}

function wordsIn(message: string): number {
  return message.replace(/\{\w+\}/gu, '').length;
}
