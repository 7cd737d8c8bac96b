import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { AnyConcept, StoredConcept } from '../concept.ts';
import type { TermHit } from '../hits.ts';
import { type TermMatcher, termMatcher } from '../matching.ts';
import { modifierBeside } from '../recognition/other-posts.ts';
import { patternOf } from '../recognition/post-modifiers.ts';
import { wordsOf } from '../words/words.ts';
import type { TitledPerson } from './titled-people.ts';

/** Letters around a title and its person in which it may be said whose post it is, or when. */
const NEAR = 60;
/** Words before a title among which one may make another post of it: "former North Korean foreign minister". */
const WORDS_BEFORE = 3;

/**
 * Whether a text says that somebody does not hold a post now: "former", "vice-", "par intérim", "designate",
 * or with another year beside it: "minister until 2022".
 * @param date the day of the article, ISO 8601
 */
export function isOtherPost(
  text: string,
  hits: readonly TermHit<StoredConcept>[],
  { title, person }: TitledPerson,
  pack: LanguagePack,
  date: string,
): boolean {
  const after = text.slice(title.end, clauseEnd(text, hits, title, person));
  const within = text.slice(title.start, title.end);
  const { before, behind } = modifiersOf(pack);
  if (behind.test(after) || behind.test(within) || before.test(within)) return true;
  if (modifierBeside(title, wordsOf(text, pack), text, pack)) return true;
  if (before.test(wordsBefore(text, title.start, pack))) return true;
  const around = text.slice(sentenceStart(text, title, person), title.start) + after;
  return (around.match(YEAR) ?? []).some((year) => year !== date.slice(0, 4));
}

const YEAR = /(?<!\p{N})(?:1[6-9]|20)\d\d(?!\p{N})/gu;

/** The numbers of the countries that a text names beside a title, as a noun or an adjective; a pack without countries knows none. */
export function countriesBeside(text: string, { title, person }: TitledPerson, pack: LanguagePack): Set<number> {
  const from = Math.min(title.start, person.start);
  const start = from - wordsBefore(text, from, pack).length;
  const to = Math.max(title.end, person.end);
  const rest = /^[^,;:.!?]*/u.exec(text.slice(to, to + NEAR))![0];
  return countriesIn(text.slice(start, to) + (title.start > person.start ? rest : ''), pack);
}

/** The numbers of the countries that a text names. */
export function countriesIn(text: string, pack: LanguagePack): Set<number> {
  return new Set(countryMatcher(pack)(text).map(({ concept }) => Number(concept.note)));
}

const countryMatcher = onceFor((pack: LanguagePack): TermMatcher => {
  const concepts = (pack.heads?.words ?? []).flatMap(({ text, meanings }): AnyConcept[] =>
    (meanings.country ?? []).map((meaning) => ({
      // Adjectives have forms of gender, as posts have.
      kind: 'role',
      definition: '',
      note: String(meaning),
      terms: [{ language: pack.language, text, status: 'admitted', partOfSpeech: '', gender: '', note: '' }],
    })),
  );
  return termMatcher(concepts, pack, { anyPost: true });
});

interface Modifiers {
  readonly before: RegExp;
  readonly behind: RegExp;
}

/** Words that make another post of one, before and behind it. */
const modifiersOf = onceFor(({ heads }: LanguagePack): Modifiers => {
  const { formers = [], interims = [], deputies = [], leaving = [] } = heads ?? {};
  const anyOf = (words: readonly string[]) => new RegExp(patternOf(words), 'iu');
  return {
    before: anyOf([...formers, ...deputies, ...leaving]),
    behind: anyOf([...interims, ...deputies, ...leaving]),
  };
});

/** The last words before a place in a text, with nothing but spaces, hyphens and apostrophes between. */
function wordsBefore(text: string, at: number, pack: LanguagePack): string {
  const clause = /[^,;:.!?()«»“”"–—]*$/u.exec(text.slice(Math.max(0, at - NEAR), at))![0];
  const words = wordsOf(clause, pack);
  const first = words.at(-Math.min(WORDS_BEFORE, words.length));
  return first ? clause.slice(first.start) : clause;
}

function sentenceStart(text: string, title: TermHit, person: TermHit): number {
  const from = Math.min(title.start, person.start);
  const near = text.slice(Math.max(0, from - NEAR), from);
  return from - /[^.!?…]*$/u.exec(near)![0].length;
}

/** Where what is said of a title ends: with its sentence, or before the next person or post. */
function clauseEnd(
  text: string,
  hits: readonly TermHit<StoredConcept>[],
  title: TermHit<StoredConcept>,
  person: TermHit<StoredConcept>,
): number {
  const to = Math.max(title.end, person.end);
  const end = to + /^[^.;:!?…]*/u.exec(text.slice(to, to + NEAR))![0].length;
  const next = hits.find(({ start, concept }) => start >= to && (concept.kind === 'person' || concept.kind === 'role'));
  return next ? Math.min(end, next.start) : end;
}
