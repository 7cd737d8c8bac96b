import type { Message, Value, Values } from './message.ts';
import { literalPattern } from './text/literal-pattern.ts';

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
  const finished = finishedEnglish(catalogue);

  function t(message: string | Message, given?: Values): string {
    if (typeof message !== 'string') {
      const known = message.values || catalogue[message.text] ? message : finished(message.text);
      return t(known.text, known.values);
    }
    const values = given ?? {};
    const entry = catalogue[message] ?? message;
    const text =
      typeof entry === 'string' ? entry : (entry[plurals.select(Number(values['count']))] ?? entry.other ?? message);
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

/**
 * Finds the message that a finished English sentence was made of. Only for what
 * still comes as such a sentence; a message with values needs no finding.
 */
function finishedEnglish(catalogue: Catalogue): (text: string) => Message {
  let patterns: [RegExp, string, string[]][] | null = null;
  return function find(text) {
    patterns ??= Object.keys(catalogue)
      .filter((message) => message.includes('{'))
      // The one that says most itself is meant; “{a}: {b}” fits nearly everything.
      .sort((a, b) => wordsIn(b) - wordsIn(a))
      .map((message) => [patternFor(message), message, namesIn(message)]);
    for (const [pattern, message, names] of patterns) {
      const found = pattern.exec(text);
      if (!found) continue;
      const values = names.map((name, i): readonly [string, Value] => {
        const value = found[i + 1] ?? '';
        return [name, name === 'count' ? Number(value) : { text: value }];
      });
      if (values.every(([, value]) => !Number.isNaN(value)))
        return { text: message, values: Object.fromEntries(values) };
    }
    return { text, values: {} };
  };
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
