import type { Message, Value, Values } from './message.ts';

/** The words of the interface in a language, by the English text of a message. Plural ones by form. */
export type Catalogue = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;

/** Puts messages into the words of a language. */
export interface Translator {
  /** BCP 47 tag. */
  readonly language: string;
  /**
   * A message in words: `t('{count} rows', { count: 3 })`, `t(problem.title)`. The
   * plural form goes by `count`.
   */
  t(message: string | Message, values?: Values): string;
}

/** What is not in the catalogue stays English. Plural forms are CLDR's, which the runtime knows. */
export function translator(language: string, catalogue: Catalogue): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const lists = new Intl.ListFormat(language === 'en' ? 'en-GB' : language);

  function t(message: string | Message, values: Values = {}): string {
    if (typeof message !== 'string') return t(message.text, message.values);
    const entry = Object.hasOwn(catalogue, message) ? catalogue[message]! : message;
    const text =
      typeof entry === 'string' ? entry : (entry[plurals.select(Number(values['count']))] ?? entry.other ?? message);
    // Most have none, and a page of rows has thousands of messages.
    if (!text.includes('{')) return text;
    return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : inWords(value);
    });
  }

  function inWords(value: Value): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numbers.format(value);
    if ('text' in value) return t(value);
    return 'percent' in value ? percents.format(value.percent) : lists.format(value.map(inWords));
  }

  return { language, t };
}

const ENGLISH = translator('en', {});

/** A message in plain English, for logs. */
export function inEnglish(message: Message): string {
  return ENGLISH.t(message);
}
