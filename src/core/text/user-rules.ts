import { msg, wordsOf } from '../message.ts';
import { Problem } from '../problem.ts';
import { primarySubtag } from './language-tag.ts';

/**
 * A rule of a person's own, as SRX 2.0 has them: where `before` matches the text
 * up to a place and `after` the text behind it, a sentence ends there, or does
 * not. The first rule that matches decides; it goes before the program's own.
 */
export interface UserBreakRule {
  /** BCP 47 tag; "*" is every language. */
  readonly language: string;
  readonly breaks: boolean;
  /** Regular expressions, JavaScript's with the flag u. Empty matches anywhere. */
  readonly before: string;
  readonly after: string;
}

/** Decides places in a text: true for a break, false for none; places it does not decide are not in it. */
export type BreakDecisions = (text: string) => ReadonlyMap<number, boolean>;

/**
 * Makes rules ready for use.
 * @throws Problem `bad-input` with the rule that is not a valid regular expression
 */
export function compileRules(rules: readonly UserBreakRule[]): BreakDecisions {
  const compiled = rules.map(({ before, after, breaks }) => ({ breaks, place: placeOf(before, after) }));
  return (text) => {
    const decided = new Map<number, boolean>();
    for (const { place, breaks } of compiled) {
      for (const { index } of text.matchAll(place)) {
        // A break stands behind its sentence, before the space, wherever the rule puts the space.
        const at = text.slice(0, index).trimEnd().length;
        if (!decided.has(at)) decided.set(at, breaks);
      }
    }
    return decided;
  };
}

/** The rules that hold for a language, in order. */
export function rulesFor(rules: readonly UserBreakRule[], language: string): UserBreakRule[] {
  const primary = primarySubtag(language);
  return rules.filter((rule) => rule.language === '*' || rule.language === language || rule.language === primary);
}

/** The rule for an abbreviation that does not end a sentence. */
export function abbreviationRule(language: string, word: string): UserBreakRule {
  const bare = word.trim().replace(/\.$/u, '');
  const escaped = bare.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
  return { language, breaks: false, before: `(?<![\\p{L}\\p{N}])${escaped}\\.`, after: '\\s' };
}

function placeOf(before: string, after: string): RegExp {
  try {
    return new RegExp(`(?<=${before})(?=${after})`, 'gu');
  } catch (error) {
    throw new Problem(
      'bad-input',
      'A segmentation rule is not a valid regular expression.',
      msg('Before the break: “{before}”, after it: “{after}”. {reason}', { before, after, reason: wordsOf(error) }),
      'Fix it, or leave it out.',
    );
  }
}
