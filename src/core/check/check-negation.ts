import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import type { CheckPack } from './check-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding, Span } from './row-finding.ts';
import { anyOf, lowerCased } from './values/any-of.ts';
import { TAKEN } from './values/tokens.ts';

/**
 * A negation on one side alone. Words that deny without saying no (refuse, unlikely) may stand for one, so where one
 * side has more of these than the other, nothing is said. It is a hint: languages say no in many ways.
 */
export function checkNegation({ source, target, packs }: CheckedTexts): RowFinding[] {
  const patterns = { source: patternsOf(packs.source.checks), target: patternsOf(packs.target.checks) };
  if (!patterns.source || !patterns.target) return [];
  const [own, other] = [negationsIn(source, patterns.source), negationsIn(target, patterns.target)];
  if ((own.negations.length === 0) === (other.negations.length === 0)) return [];
  if (hiddenIn(own.cleared, patterns.source) !== hiddenIn(other.cleared, patterns.target)) return [];
  const lost = own.negations[0];
  const added = other.negations[0];
  const span = (lost ?? added)!;
  const found = added ? target.slice(added.start, added.end) : '';
  const expected = lost ? source.slice(lost.start, lost.end) : '';
  return [
    {
      code: 'negation',
      severity: 'hint',
      source: lost ? span : null,
      target: lost ? null : span,
      found,
      expected,
      suggestion: null,
      reason: lost
        ? msg('The source says “{expected}”, the translation has no negation.', { expected })
        : msg('The translation says “{found}”, the source has no negation.', { found }),
    },
  ];
}

interface Patterns {
  readonly not: RegExp | null;
  readonly words: RegExp;
  readonly hidden: RegExp | null;
}

const patternsOf = onceFor(({ negation: { not, words, hidden } }: CheckPack): Patterns | null => {
  const negations = anyOf(words);
  return negations && { not: anyOf(not), words: negations, hidden: anyOf(hidden) };
});

function negationsIn(text: string, { not, words }: Patterns): { negations: Span[]; cleared: string } {
  const plain = lowerCased(text).replaceAll('’', "'");
  if (plain.search(words) < 0) return { negations: [], cleared: plain };
  const cleared = not ? plain.replace(not, (match) => TAKEN.repeat(match.length)) : plain;
  const negations = [...cleared.matchAll(words)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { negations, cleared };
}

function hiddenIn(text: string, { hidden }: Patterns): number {
  return hidden ? (text.match(hidden)?.length ?? 0) : 0;
}
