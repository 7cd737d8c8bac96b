/**
 * Something to be said to a person: the English text with placeholders, and what stands in
 * their place. It is put into words at the edge (page, command line), in the reader's language,
 * by a `Translator`; nothing before that makes a sentence of it.
 */
export interface Message {
  /** The English text, placeholders in braces: `Merged {count} rows`. The key of the catalogues. */
  readonly text: string;
  readonly values?: Values;
}

export type Values = Readonly<Record<string, Value>>;

/**
 * What stands in the place of a placeholder: a word of a person or of a file, which is never
 * translated; a number, written as the language writes numbers (`count` chooses the plural form;
 * the number of a row or a line is a name, so a string); a share; a message, which is
 * translated; or a list of these.
 */
export type Value = string | number | Percent | Message | readonly Value[];

/** A share from 0 to 1 that is written as a percentage. */
export interface Percent {
  readonly percent: number;
}

/**
 * A message: `msg('Merged {count} rows', { count: 3 })`. The compiler asks for a value
 * for every placeholder, and takes no text that was put together.
 */
export function msg<const Text extends string>(
  text: string extends Text ? never : Text,
  ...[values]: Placeholders<Text> extends never ? [] : [values: Readonly<Record<Placeholders<Text>, Value>>]
): Message {
  return values === undefined ? { text } : { text, values };
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Words that are not ours, such as an error of the system or of a library: shown as they are. */
export function verbatim(words: string): Message {
  return { text: '{words}', values: { words } };
}

/** What an error of the system or of a library says, in its own words. */
export function wordsOf(error: unknown): Message {
  return verbatim(error instanceof Error ? error.message : String(error));
}

/** Words in quotation marks of the reader's language, as a list. */
export function quoted(words: readonly string[]): Value {
  return words.map((word) => msg('“{word}”', { word }));
}

/** Sentences one after another. */
export function sentences([first = verbatim(''), ...rest]: readonly Message[]): Message {
  return rest.length === 0 ? first : { text: '{first} {rest}', values: { first, rest: sentences(rest) } };
}

/** A text of ours without values is a message as it is. */
export function asMessage(text: string | Message): Message {
  return typeof text === 'string' ? { text } : text;
}
