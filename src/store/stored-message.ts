import { type Message, type Value, verbatim } from '../core/message.ts';
import { literalPattern } from '../core/text/literal-pattern.ts';

// Labels of the history and reasons of failures are messages, stored as JSON. Databases of version
// 0.1 have finished English sentences in the same columns.

/** A message as a column holds it. */
export function storedMessage(message: Message): string {
  return JSON.stringify(message);
}

/** A message as it was stored, by whatever version. */
export function messageFrom(stored: string): Message {
  if (!stored.startsWith('{')) return fromFinishedEnglish(stored);
  const message = parsed(stored);
  return message ? withTodaysText(message) : verbatim(stored);
}

/**
 * What version 0.1 has stored, by the text that it was made of, with the text of today. A stored
 * message whose text changes gets a line here, so that histories keep reading in every language.
 */
export const STORED_TEXTS: Readonly<Record<string, string>> = {
  'Undid: {label}': 'Undid: {label}',
  'Redid: {label}': 'Redid: {label}',
  'Reopened a row': 'Reopened a row',
  'Reopened {count} rows': 'Reopened {count} rows',
  'Confirmed a row': 'Confirmed a row',
  'Confirmed {count} rows': 'Confirmed {count} rows',
  'Flagged a row': 'Flagged a row',
  'Flagged {count} rows': 'Flagged {count} rows',
  'Excluded a row': 'Excluded a row',
  'Excluded {count} rows': 'Excluded {count} rows',
  'Wrote a note on a row': 'Added a note to a row',
  'Wrote a note on {count} rows': 'Added a note to {count} rows',
  'Merged two rows': 'Merged two rows',
  'Merged {count} rows': 'Merged {count} rows',
  'Swapped two translations': 'Swapped two translations',
  'Split a row': 'Split a row',
  'Moved a segment up': 'Moved a segment up',
  'Moved a segment down': 'Moved a segment down',
  'Edited a text': 'Edited a text',
  'Split a segment': 'Split a segment',
  'Joined two segments': 'Joined two segments',
  'Moved a run of segments up': 'Shifted segments up',
  'Moved a run of segments down': 'Shifted segments down',
  'Took a segment out of its row': 'Detached a segment',
  'Moved a segment to another row': 'Moved a segment to another row',
  'Paired two segments': 'Linked two segments',
  'Laid out a row anew': 'Rearranged a row',
  'Laid out {count} rows anew': 'Rearranged {count} rows',
  'Replaced in a segment': 'Replaced in a segment',
  'Replaced in {count} segments': 'Replaced in {count} segments',
  'Repaired {count} texts': 'Repaired {count} texts',
  Realigned: 'Realigned a passage',
  'Restored the machine’s proposal': 'Restored the proposed alignment',
  'Added “{term}”': 'Added “{term}”',
  'Added {count} concepts': 'Added {count} concepts',
  'Changed “{term}”': 'Changed “{term}”',
  'Changed {count} concepts': 'Changed {count} concepts',
  'Deleted “{term}”': 'Deleted “{term}”',
  'Deleted {count} concepts': 'Deleted {count} concepts',
  'Merged “{term}”': 'Merged “{term}”',
  'Merged {count} concepts': 'Merged {count} concepts',
  'Restored “{term}”': 'Restored “{term}”',
  'Restored {count} concepts': 'Restored {count} concepts',
  'Imported {name}': 'Imported {name}',
  'Added the starter glossary': 'Added the starter glossary',
  'Took a change back': 'Undid a change',
  'The alignment was cancelled.': 'The alignment was cancelled.',
  'The alignment failed: {reason}': 'The alignment failed: {reason}',
  'Bitext {bitext} has lost one of its texts.': 'Bitext {bitext} has lost one of its texts.',
  'The embeddings server {address} cannot be used. {reason} Start it and check its address and model, or leave --embeddings out.':
    'The embeddings server {address} cannot be used. {reason} Start it and check its address and model, or leave --embeddings out.',
};

function withTodaysText({ text, values }: Message): Message {
  const today = Object.hasOwn(STORED_TEXTS, text) ? STORED_TEXTS[text]! : text;
  return values ? { text: today, values } : { text: today };
}

function parsed(stored: string): Message | null {
  try {
    const value: unknown = JSON.parse(stored);
    return isMessage(value) ? value : null;
  } catch {
    return null;
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/**
 * A sentence of version 0.1 as the message that it was made of. A term or the name of a file in
 * it is a word of a person and stays as it is.
 */
function fromFinishedEnglish(sentence: string): Message {
  for (const { text, pattern, names } of PATTERNS) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = names.map((name, i): [string, Value] => [name, valueNamed(name, found[i + 1] ?? '')]);
    return withTodaysText(values.length > 0 ? { text, values: Object.fromEntries(values) } : { text });
  }
  return verbatim(sentence);
}

function valueNamed(name: string, value: string): Value {
  if (name === 'count') return Number(value);
  return name === 'label' ? fromFinishedEnglish(value) : value;
}

const PLACEHOLDER = /\{(\w+)\}/gu;

const PATTERNS = Object.keys(STORED_TEXTS).map((text) => {
  const names = [...text.matchAll(PLACEHOLDER)].map((found) => found[1]!);
  const [first = '', ...rest] = text.split(/\{\w+\}/u).map(literalPattern);
  // A label has one number at most, and nothing else that a number is taken for.
  const places = names.map((name, i) => `${name === 'count' ? '(\\d+)' : '(.*)'}${rest[i]}`);
  return { text, names, pattern: new RegExp(`^${first}${places.join('')}$`, 'su') };
});
