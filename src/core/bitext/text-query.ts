import { wordsOf } from '../message.ts';
import { Problem } from '../problem.ts';
import { literalPattern } from '../text/literal-pattern.ts';
import type { Side } from './bitext.ts';

/** What to look for in the texts of rows. */
export interface TextQuery {
  readonly text: string;
  readonly in: Side | 'both';
  /** Whether `text` is a regular expression (ECMAScript, Unicode). */
  readonly regex: boolean;
  /** Whole words only. */
  readonly word: boolean;
  /** Whether capitals count. */
  readonly case: boolean;
}

/**
 * The pattern of a query, which finds all places in a text.
 * @throws Problem `bad-request` that says what is wrong with a regular expression
 */
export function patternOf({ text, regex, word, case: capitals }: TextQuery): RegExp {
  const inner = regex ? text : literalPattern(text);
  const source = word ? `(?<![\\p{L}\\p{M}\\p{N}])(?:${inner})(?![\\p{L}\\p{M}\\p{N}])` : inner;
  try {
    return new RegExp(source, capitals ? 'gu' : 'giu');
  } catch (error) {
    throw new Problem(
      'bad-request',
      'The regular expression cannot be read.',
      wordsOf(error),
      'Put a backslash before a character that is meant literally, or search without regular expressions.',
    );
  }
}
