import type { Side } from '../bitext/bitext.ts';
import { msg, wordsOf } from '../message.ts';
import { Problem } from '../problem.ts';
import type { CheckSeverity } from './row-finding.ts';

/** Something that is looked for on one side of a row. */
export interface PatternSearch {
  readonly side: Side;
  /** A regular expression, JavaScript's with the flag u; "<same>" and "$1" stand for what the leading search has found. */
  readonly expression: string;
  readonly matchCase: boolean;
  /** Whether it must not be there. */
  readonly absent: boolean;
}

/** A check of a person's own: a row in which all its searches come true has a finding. */
export interface CheckPattern {
  /** What it is about, in the person's words. */
  readonly name: string;
  readonly isOn: boolean;
  readonly severity: CheckSeverity;
  /** The first that must be there leads: each place of it is a finding of its own. */
  readonly searches: readonly PatternSearch[];
}

/** What a search with "<same>" or "$1" in it is tried as where nothing has been found yet. */
const ANYTHING = 'x';

/**
 * The pattern, if it can be carried out.
 * @throws Problem `bad-input` with the expression that is none
 */
export function checkedPattern(pattern: CheckPattern): CheckPattern {
  const { name, searches } = pattern;
  if (searches.length === 0 || searches.every(({ expression }) => expression === '')) {
    throw new Problem(
      'bad-input',
      msg('The pattern “{name}” looks for nothing.', { name }),
      '',
      'Enter what to look for in the source or in the translation.',
    );
  }
  for (const { expression } of searches) {
    try {
      new RegExp(expression.replaceAll('<same>', ANYTHING), 'gu');
    } catch (error) {
      throw new Problem(
        'bad-input',
        msg('The pattern “{name}” is not a valid regular expression.', { name }),
        msg('“{expression}”: {reason}', { expression, reason: wordsOf(error) }),
        'Fix it, or leave it out.',
      );
    }
  }
  return pattern;
}

/** Words as they stand, as a regular expression; white space in them is any white space. */
export function literalExpression(words: string): string {
  return words
    .replace(/[.*+?^${}()|[\]\\/-]/gu, (sign) => (sign === '-' ? '\\x2d' : `\\${sign}`))
    .replace(/\s+/gu, '\\s+');
}

/** An expression that is found only where no word goes on before or behind it. */
export function wholeWord(expression: string): string {
  return `(?<![\\p{L}\\p{M}\\p{N}])(?:${expression})(?![\\p{L}\\p{M}\\p{N}])`;
}
