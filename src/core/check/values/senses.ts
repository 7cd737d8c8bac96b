import type { Token } from './tokens.ts';

/** What a word or phrase may be; `value` is a number, or for units and the like their name. */
export type Meaning =
  | { readonly type: NumberType; readonly value: number; readonly bare?: boolean; readonly faint?: boolean }
  | { readonly type: NameType; readonly value: string };

export type NumberType =
  | 'number'
  | 'scale'
  | 'short'
  | 'ordinal'
  | 'fraction'
  | 'clock'
  | 'before'
  | 'after'
  | 'month'
  | 'weekday'
  | 'decade';
export type NameType =
  | 'article'
  | 'and'
  | 'half'
  | 'in'
  | 'every'
  | 'parts'
  | 'percent'
  | 'percentBefore'
  | 'points'
  | 'basis'
  | 'currency'
  | 'unit'
  | 'span'
  | 'hour'
  | 'hourBefore'
  | 'compass'
  | 'region';
export type MeaningType = Meaning['type'];

export interface Phrase {
  readonly tokens: readonly string[];
  /** Whether the last token is but the beginning of a word. */
  readonly stem: boolean;
  readonly meaning: Meaning;
}

/** What of a kind stands at a token, and how many tokens it has. */
export interface Sense {
  readonly length: number;
  readonly meaning: Meaning;
}

/** How many letters stems are found by. */
export const STEM_LENGTH = 3;
/** How many letters may follow a stem. */
const MAX_ENDING_LENGTH = 5;

/** Phrases by their first word, and stems by how they begin. */
export interface Phrases {
  readonly words: ReadonlyMap<string, readonly Phrase[]>;
  readonly stems: ReadonlyMap<string, readonly Phrase[]>;
}

const NO_SENSES: readonly Sense[] = [];

/** Most words mean nothing here, so that is what takes no time. */
export function sensesAt(
  tokens: readonly Token[],
  i: number,
  phrases: Phrases,
  prefixes: readonly string[],
): readonly Sense[] {
  const token = tokens[i];
  if (!token) return NO_SENSES;
  let found = sensesOf(token.text, tokens, i, phrases);
  for (const prefix of prefixes) {
    if (token.text.length > prefix.length + 1 && token.text.startsWith(prefix))
      found = found.concat(sensesOf(token.text.slice(prefix.length), tokens, i, phrases));
  }
  return found.length > 1 ? found.toSorted((a, b) => b.length - a.length) : found;
}

/** The phrases that begin with a word, or with what stands behind a particle written to it. */
export function beginnings(word: string, { words, stems }: Phrases, prefixes: readonly string[]): readonly Phrase[] {
  const begunBy = (first: string) => [
    ...(words.get(first) ?? []),
    ...(stems.get(first.slice(0, STEM_LENGTH)) ?? []).filter(({ tokens: [stem = ''] }) => first.startsWith(stem)),
  ];
  return [word, ...prefixes.flatMap((prefix) => (word.startsWith(prefix) ? [word.slice(prefix.length)] : []))].flatMap(
    begunBy,
  );
}

function sensesOf(first: string, tokens: readonly Token[], i: number, { words, stems }: Phrases): readonly Sense[] {
  const whole = words.get(first);
  const begun = tokens[i]!.kind === 'word' ? stems.get(first.slice(0, STEM_LENGTH)) : undefined;
  if (!whole && !begun) return NO_SENSES;
  const found: Sense[] = [];
  for (const list of [whole, begun]) {
    for (const phrase of list ?? []) {
      const length = lengthAt(phrase, first, tokens, i);
      if (length > 0) found.push({ length, meaning: phrase.meaning });
    }
  }
  return found;
}

/** How many tokens of a text are a phrase, or 0. */
function lengthAt({ tokens: words, stem }: Phrase, first: string, tokens: readonly Token[], i: number): number {
  const last = words.length - 1;
  for (let k = 0; k <= last; k += 1) {
    const [word, expected] = [k === 0 ? first : tokens[i + k]?.text, words[k]!];
    const fits =
      k === last && stem
        ? word?.startsWith(expected) && word.length <= expected.length + MAX_ENDING_LENGTH
        : word === expected;
    if (!fits) return 0;
  }
  return words.length;
}
