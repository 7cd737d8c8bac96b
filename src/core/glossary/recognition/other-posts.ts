import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';
import type { AnyConcept } from '../concept.ts';
import type { TermHit } from '../hits.ts';
import { termsAreBasic } from '../words/inflection.ts';
import { wordRules } from '../words/word-rules.ts';
import { type Word, wordsOf } from '../words/words.ts';
import { endingWith, patternOf } from './post-modifiers.ts';

type Hit = Pick<TermHit<AnyConcept>, 'start' | 'end' | 'term' | 'concept'>;

/** Words of countries and adjectives that may stand between a post and what makes another of it: "former North Korean foreign minister". */
const MOST_BETWEEN = 2;
/** Letters around a post that are looked at. */
const NEAR = 60;

/**
 * What a post is where it stands beside a word that makes another of it: "deputy finance minister", "ancien ministre",
 * "president-elect"; null for the post itself. Of several former ministers the post is what is meant, and in one word with
 * "ex" the term stands in the text: both are the post.
 * @param words of the text
 */
export function otherPost(
  hit: Hit,
  words: readonly Word[],
  text: string,
  pack: LanguagePack,
): TermHit['otherPost'] | null {
  if (hit.concept.kind !== 'role' || !pack.heads) return null;
  if (modifierBeside(hit, words, text, pack, true)) return 'deputy';
  if (isPlural(hit, words, pack)) return null;
  const found = modifierBeside(hit, words, text, pack);
  return found !== null && !found.isJoined ? 'former' : null;
}

/** A word that makes another post of one, as the text has it, and whether it is one word with the post. */
export interface PostModifier {
  readonly text: string;
  readonly isJoined: boolean;
}

/**
 * The word beside a post that makes another of it; null for none.
 * @param ofSeveral whether the post is in the plural, where only deputies are something else
 */
export function modifierBeside(
  { start, end, term }: Pick<Hit, 'start' | 'end'> & { readonly term?: Pick<Hit['term'], 'text'> },
  words: readonly Word[],
  text: string,
  pack: LanguagePack,
  ofSeveral = false,
): PostModifier | null {
  const modifiers = modifiersOf(pack);
  const first = words.findIndex((word) => word.end > start);
  const before = ofSeveral ? modifiers.deputies : modifiers.before;
  const own = withinOwn(text.slice(words[first]?.start ?? start, end), text.slice(start, end), term?.text, modifiers);
  if (own && !ofSeveral) return own;
  const apart = (found: string): PostModifier => ({ text: found, isJoined: false });
  for (let k = 0, at = first; k <= MOST_BETWEEN && at >= 0; k += 1, at -= 1) {
    const from = k === 0 ? start : words[at]!.start;
    const found = endingWith(text.slice(Math.max(0, from - NEAR), from), before, pack);
    if (found) return apart(found);
    const previous = words[at - 1];
    if (!previous || !isBeside(text.slice(previous.end, from)) || !isOfCountry(previous, pack)) break;
  }
  if (ofSeveral) return null;
  const next = words.findIndex((word) => word.start >= end);
  for (let k = 0, at = next; k <= MOST_BETWEEN; k += 1, at += 1) {
    const from = k === 0 ? end : words[at - 1]!.end;
    const found = modifiers.behind.exec(text.slice(from, from + NEAR))?.[1];
    if (found) return apart(found);
    const word = at < 0 ? undefined : words[at];
    if (!word || !isBeside(text.slice(from, word.start)) || !isOfCountry(word, pack)) break;
  }
  return null;
}

function isBeside(between: string): boolean {
  return /^[\s\u00a0-]*$/u.test(between);
}

/** A modifier in one word with the post, "exministro", "Altkanzler", or within it: "ministro interino de Hacienda". */
function withinOwn(
  word: string,
  written: string,
  term: string | undefined,
  { joined, within }: Modifiers,
): PostModifier | null {
  const prefix = joined.exec(word)?.[0] ?? '';
  if (prefix && !joined.test(term ?? '')) return { text: prefix, isJoined: true };
  const inside = within.exec(written)?.[0] ?? '';
  return inside && !within.test(term ?? '') ? { text: inside, isJoined: false } : null;
}

interface Modifiers {
  /** At the end of what stands before a post. */
  readonly before: RegExp;
  readonly deputies: RegExp;
  /** At the beginning of what stands behind it. */
  readonly behind: RegExp;
  /** At the beginning of a word that is more than the modifier. */
  readonly joined: RegExp;
  readonly within: RegExp;
}

const modifiersOf = onceFor((pack: LanguagePack): Modifiers => {
  const { formers = [], interims = [], deputies = [] } = pack.heads ?? {};
  const before = patternOf([...formers, ...deputies]);
  const behind = patternOf([...interims]);
  const prefixes = (pack.grammar?.formers ?? []).concat(pack.grammar?.compounds ? shortWords(pack) : []);
  return {
    before: new RegExp(`(${before})[\\s\\u00a0-]*$`, 'iu'),
    deputies: new RegExp(`(${patternOf([...deputies])})[\\s\\u00a0-]*$`, 'iu'),
    behind: new RegExp(`^(?:[\\s\\u00a0]*,?[\\s\\u00a0]+|-)(${behind})`, 'iu'),
    joined: new RegExp(`^(?:${prefixes.length > 0 ? prefixes.join('|') : '(?!)'})(?=[\\p{Ll}]{4})`, 'iu'),
    within: new RegExp(patternOf([...formers, ...interims]), 'iu'),
  };
});

/** Words for former and acting posts that are short enough to begin compounds. */
function shortWords({ heads }: LanguagePack): string[] {
  return [...(heads?.formers ?? [])].filter((word) => /^\p{L}{2,3}$/u.test(word));
}

/** Whether a word is of a country, or an adjective. */
function isOfCountry(word: Word, pack: LanguagePack): boolean {
  const countries = countryKeys(pack);
  return [...word.genderKeys].some((key) => countries.has(key)) || wordRules(pack).adjective.test(word.raw);
}

const countryKeys = onceFor(
  (pack: LanguagePack): ReadonlySet<string> =>
    new Set(
      (pack.heads?.words ?? [])
        .filter(({ meanings, text }) => meanings.country && !UNSPACED.test(text))
        .flatMap(({ text }) => wordsOf(text, pack).flatMap(({ basic, genderKeys }) => [basic, ...genderKeys])),
    ),
);

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/** Whether a post stands in the plural, in a language whose nouns have no cases that look like one. */
function isPlural({ start, end, term }: Hit, words: readonly Word[], pack: LanguagePack): boolean {
  if (!termsAreBasic(pack)) return false;
  const own = wordsOf(term.text, pack);
  return words
    .filter((word) => word.start >= start && word.end <= end)
    .some((word) => own.some(({ basic }) => basic !== word.basic && word.keys.has(basic)));
}
