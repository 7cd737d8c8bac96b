import type { Row } from '../../bitext/bitext.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { sameLanguage } from '../../text/language-tag.ts';
import type { CheckedRow, CheckedSide, TermFinding } from '../check.ts';
import { type Gender, genderOf, type StoredConcept, type Term } from '../concept.ts';
import type { TermHit } from '../hits.ts';
import { type Holding, holdersOn } from '../holders.ts';
import { withAgreement } from '../words/adjectives.ts';
import { countriesBeside, countriesIn, isOtherPost } from './post-in-text.ts';
import { type TitledPerson, titledPeople } from './titled-people.ts';

/** What is known of people and their posts. */
export interface Posts {
  readonly concepts: ReadonlyMap<number, StoredConcept>;
  readonly holdings: readonly Holding[];
  /** The day of the article, ISO 8601; empty where it is not known. */
  readonly date: string;
}

type Hit = TermHit<StoredConcept>;

/** A check of rows that looks at titles beside people as well. */
export function withTitles(
  check: (row: Row) => CheckedRow<StoredConcept>,
  pack: LanguagePack,
  posts: Posts,
): (row: Row) => CheckedRow<StoredConcept> {
  return (row) => {
    const { hits, findings } = check(row);
    const texts = row.segments.target.map(({ id, text }) => ({ text, hits: hits.get(id) ?? [] }));
    return { hits, findings: [...findings, ...checkTitles({ pack, texts }, posts)] };
  };
}

/**
 * Titles that do not go with the person they stand beside: in the wrong gender,
 * or a post that somebody else held on the day of the article.
 */
export function checkTitles({ pack, texts }: CheckedSide<StoredConcept>, posts: Posts): TermFinding<StoredConcept>[] {
  return texts.flatMap(({ text, hits }, at) =>
    titledPeople(text, hits, pack).flatMap((pair) => {
      const gender = wrongGender(text, pair.title, pair.person, pack);
      const isOther = posts.date === '' || isOtherPost(text, hits, pair, pack, posts.date);
      const holder = isOther ? null : wrongHolder(text, pair, pack, posts);
      return [...(gender ? [finish(gender, text, at)] : []), ...(holder ? [holder] : [])];
    }),
  );
}

interface WrongGender {
  readonly concept: StoredConcept;
  readonly found: string;
  readonly expected: string;
  readonly start: number;
  readonly end: number;
  /** Whether the expected words can stand there as they are. */
  readonly whole: boolean;
}

function wrongGender(text: string, title: Hit, person: Hit, pack: LanguagePack): WrongGender | null {
  const gender = genderOf(person.concept);
  if (gender !== 'masculine' && gender !== 'feminine') return null;
  const found = text.slice(title.start, title.end);
  const agreed = pack.grammar ? withAgreement(found, title.term.text, gender, pack.grammar) : null;
  const genders = gendersOf(title.concept, title.term);
  // What stands within a title, such as an adjective, has a gender of its own.
  const whole = found.split(/[\s\u00a0-]+/u).length === title.term.text.split(/[\s\u00a0-]+/u).length;
  if (genders.size === 1 && !genders.has(gender) && (genders.has('masculine') || genders.has('feminine'))) {
    const other = title.concept.terms.find(
      (term) => sameLanguage(term.language, pack.language) && term.gender === gender && isUsable(term),
    );
    if (!other) return null;
    const determiner = determinerBefore(text, title.start, gender, pack);
    return {
      concept: title.concept,
      found: (determiner?.found ?? '') + found,
      expected: (determiner?.expected ?? '') + other.text,
      start: determiner?.start ?? title.start,
      end: title.end,
      whole,
    };
  }
  if (genders.size === 1 && genders.has(gender)) return null;
  const determiner = determinerBefore(text, title.start, gender, pack);
  if (!determiner) return null;
  return {
    concept: title.concept,
    found: determiner.found + found,
    expected: determiner.expected + (agreed ?? found),
    start: determiner.start,
    end: title.end,
    whole: whole || agreed !== null,
  };
}

/** The genders in which a concept has a term that reads so; one that suits both counts as both. */
function gendersOf({ terms }: StoredConcept, { text, language }: Term): Set<Gender | ''> {
  const same = terms.filter((term) => term.text === text && sameLanguage(term.language, language));
  const genders = new Set(same.map((term) => term.gender));
  if (genders.has('common') || genders.has('')) return new Set(['masculine', 'feminine']);
  return genders;
}

/** A word before a title that is of the other gender than it should be. */
function determinerBefore(
  text: string,
  at: number,
  gender: 'masculine' | 'feminine',
  { determiners = [] }: LanguagePack,
): { start: number; found: string; expected: string } | null {
  const before = text.slice(0, at);
  const [wrong, right] = gender === 'feminine' ? ([0, 1] as const) : ([1, 0] as const);
  const longest = determiners.toSorted((a, b) => b[wrong].length - a[wrong].length);
  for (const pair of longest) {
    const found = new RegExp(`(?<![\\p{L}\\p{M}])${pair[wrong]}[\\s\\u00a0]+$`, 'iu').exec(before);
    if (!found) continue;
    const capital = /^\p{Lu}/u.test(found[0]);
    const word = capital ? pair[right].charAt(0).toUpperCase() + pair[right].slice(1) : pair[right];
    return { start: found.index, found: found[0], expected: word + found[0].slice(pair[wrong].length) };
  }
  return null;
}

function finish({ concept, found, expected, start, end, whole }: WrongGender, text: string, at: number) {
  return {
    code: 'title-gender' as const,
    concept,
    found,
    expected,
    correction: whole ? { text: text.slice(0, start) + expected + text.slice(end), at } : null,
  };
}

function wrongHolder(
  text: string,
  pair: TitledPerson,
  pack: LanguagePack,
  { concepts, holdings, date }: Posts,
): TermFinding<StoredConcept> | null {
  const { title, person } = pair;
  const holders = holdersOn(holdings, title.concept.id, date);
  if (holders.some((holding) => holding.person === person.concept.id)) return null;
  const nameIn = (id: number | undefined) => {
    const terms = (id === undefined ? undefined : concepts.get(id))?.terms ?? [];
    return (terms.find((term) => sameLanguage(term.language, pack.language)) ?? terms[0])?.text ?? '';
  };
  const right = holdersInPlace(text, pair, holders, holdings, { pack, nameIn });
  if (right.length === 0) return null;
  return {
    code: 'title-holder',
    concept: title.concept,
    found: text.slice(Math.min(title.start, person.start), Math.max(title.end, person.end)),
    expected: right
      .map((holding) => nameIn(holding.person))
      .filter(Boolean)
      .join(', '),
    correction: null,
  };
}

/**
 * Of those who hold a post on a day, the ones of the same country or body as the person in a text. Where it is not
 * known of which, there are none.
 */
function holdersInPlace(
  text: string,
  pair: TitledPerson,
  holders: readonly Holding[],
  all: readonly Holding[],
  { pack, nameIn }: { pack: LanguagePack; nameIn: (id: number | undefined) => string },
): readonly Holding[] {
  const { title, person } = pair;
  const own = all.filter((holding) => holding.person === person.concept.id && holding.role === title.concept.id);
  if (own.length > 0) return holders.filter(({ of }) => own.some((one) => one.of === of));
  const named = countriesBeside(text, pair, pack);
  for (const one of countriesIn(title.term.text, pack)) named.delete(one);
  if (named.size === 0) return holders.some(({ of }) => of !== undefined) ? [] : holders;
  return holders.filter(({ of }) => [...countriesIn(nameIn(of), pack)].some((one) => named.has(one)));
}

function isUsable({ status }: Term): boolean {
  return status === 'preferred' || status === 'admitted';
}
