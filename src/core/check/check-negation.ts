import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { CheckPack } from './check-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding, Span } from './row-finding.ts';
import { withTaken } from './values/literals.ts';
import { lowerCased, type PhraseFinder, phraseFinder } from './words/phrase-finder.ts';
import { textWords } from './words/text-words.ts';

/**
 * A negation on one side alone. Words that deny without saying no (refuse, unlikely) may stand for one, so where the
 * other side has more of these, nothing is said; nor where a negation stands before such a word ("did not fail"), which
 * makes it a plain statement. It is a hint: languages say no in many ways.
 */
export function checkNegation({ source, target, packs }: CheckedTexts): RowFinding[] {
  const patterns = { source: patternsOf(packs.source.checks), target: patternsOf(packs.target.checks) };
  if (!patterns.source || !patterns.target) return [];
  const [from, to] = [patterns.source, patterns.target];
  // Most rows deny nothing.
  if (!mayDeny(source, packs.source, from) && !mayDeny(target, packs.target, to)) return [];
  const [own, other] = [negationsIn(source, from), negationsIn(target, to)];
  if ((own.negations.length === 0) === (other.negations.length === 0)) return [];
  if (patterns.source.either?.isIn(own.plain) || patterns.target.either?.isIn(other.plain)) return [];
  const hidden = { source: hiddenIn(own, patterns.source), target: hiddenIn(other, patterns.target) };
  const isStated =
    own.negations.length > 0
      ? isDenied(own.negations, hidden.source, hidden.target)
      : isDenied(other.negations, hidden.target, hidden.source);
  if (isStated) return [];
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

/** Whether one side says no, or what amounts to it (empty, without), more often than the other. */
export function deniesOnce({ source, target, packs }: CheckedTexts): boolean {
  return denialsIn(source, packs.source) !== denialsIn(target, packs.target);
}

/** Whether a side says no, or what amounts to it. */
export function denies({ source, target, packs }: CheckedTexts): boolean {
  return denialsIn(source, packs.source) + denialsIn(target, packs.target) > 0;
}

function denialsIn(text: string, pack: LanguagePack): number {
  const patterns = patternsOf(pack.checks);
  if (!patterns) return 0;
  const found = negationsIn(text, patterns);
  return found.negations.length + hiddenIn(found, patterns).length;
}

function mayDeny(text: string, pack: LanguagePack, { words }: Patterns): boolean {
  return textWords(text, pack).words.some((word) => {
    word.mayDeny ??= words.mayBegin(word.text);
    return word.mayDeny;
  });
}

interface Patterns {
  readonly not: PhraseFinder | null;
  readonly either: PhraseFinder | null;
  readonly words: PhraseFinder;
  readonly hidden: PhraseFinder | null;
}

const patternsOf = onceFor(({ negation: { not, either = [], words, hidden } }: CheckPack): Patterns | null => {
  const negations = phraseFinder(words);
  return (
    negations && {
      not: phraseFinder([...either, ...not]),
      either: phraseFinder(either),
      words: negations,
      hidden: phraseFinder(hidden),
    }
  );
});

interface Negations {
  readonly negations: Span[];
  readonly plain: string;
  /** The text without what is no negation. */
  readonly cleared: string;
}

function negationsIn(text: string, { not, words }: Patterns): Negations {
  const plain = lowerCased(text).replaceAll('’', "'");
  if (!words.isIn(plain)) return { negations: [], plain, cleared: plain };
  const cleared = not ? withTaken(plain, not.find(plain)) : plain;
  return { negations: words.find(cleared), plain, cleared };
}

/** Where the words stand that deny without saying no; one that a negation opens, 未能, is that negation. */
function hiddenIn({ cleared, negations }: Negations, { hidden }: Patterns): number[] {
  const starts = hidden?.find(cleared).map(({ start }) => start) ?? [];
  return starts.filter((at) => !negations.some(({ start }) => start === at));
}

/** Within so many letters behind a negation, a word that denies is denied itself. */
const MAX_DISTANCE = 30;

/** Whether what one side negates is said by words that deny, there or on the other side. */
function isDenied(said: readonly Span[], beside: readonly number[], opposite: readonly number[]): boolean {
  if (opposite.length > beside.length) return true;
  return (
    beside.length > opposite.length &&
    said.some(({ start, end }) => beside.some((at) => at >= start && at - end <= MAX_DISTANCE))
  );
}
