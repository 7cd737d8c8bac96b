import { msg } from '../message.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { capitalWords } from './check-names.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding, Span } from './row-finding.ts';
import type { Atom } from './values/atoms.ts';
import { readValues } from './values/read-values.ts';

/** So many names make a list. */
const MIN_LISTED = 3;

/**
 * A name that has gone from a list of three or more: "Oslo, Bergen and Trondheim" and « Oslo et Trondheim ». A name alone may have
 * become a pronoun; in a list whose other names are there it cannot. Names are known by their letters, countries in
 * any script by CLDR.
 */
export function checkListed(texts: CheckedTexts): RowFinding[] {
  if (!/,|、|،/u.test(texts.source)) return [];
  return missingCountries(texts) ?? missingNames(texts);
}

/** Null where the source has no list of countries. */
function missingCountries({ source, target, packs }: CheckedTexts): RowFinding[] | null {
  const listed = longestList(source, countriesIn(source, packs.source), packs.source);
  if (listed.length < MIN_LISTED) return null;
  const others = countriesIn(target, packs.target);
  // A country may be written in a way that is not known: as many names are there then.
  if (longestList(target, namesIn(target, packs.target), packs.target).length >= listed.length) return [];
  const there = new Set(others.map(({ name }) => name));
  const missing = listed.filter(({ name }) => !there.has(name));
  const [one] = missing;
  if (!one || missing.length > 1) return [];
  // A country that stands there in the place of the missing one is said otherwise.
  const known = new Set(listed.map(({ name }) => name));
  return others.every(({ name }) => known.has(name)) ? [findingFor('place', source, one)] : [];
}

interface Named extends Span {
  readonly name: string;
}

function countriesIn(text: string, pack: LanguagePack): Named[] {
  return readValues(text, pack).flatMap(({ readings }) => {
    const [atom] = readings[0] ?? [];
    return atom?.kind === 'region' && atom.name ? [{ name: atom.name, start: atom.start, end: atom.end }] : [];
  });
}

function missingNames({ source, target, packs }: CheckedTexts): RowFinding[] {
  const listed = longestList(source, namesIn(source, packs.source), packs.source);
  if (listed.length < MIN_LISTED) return [];
  const others = namesIn(target, packs.target);
  const spelt = new Set(others.flatMap(({ words }) => words));
  const missing = listed.filter(({ words }) => words.every((word) => !spelt.has(word)));
  const [one] = missing;
  if (!one || missing.length > 1) return [];
  // London, Paris and Rome are as many in « Londres, Paris et Rome ».
  const kept = longestList(target, others, packs.target);
  const known = new Set(listed.flatMap(({ words }) => words));
  const isShorter =
    kept.length === listed.length - 1 && kept.every(({ words }) => words.some((word) => known.has(word)));
  return isShorter ? [findingFor('name', source, one)] : [];
}

interface SpeltName extends Span {
  readonly words: readonly string[];
}

/** Names, each of one word or of several with a space between. */
function namesIn(text: string, pack: LanguagePack): SpeltName[] {
  const names: { start: number; end: number; words: string[] }[] = [];
  const days = readValues(text, pack).flatMap(({ readings }) => readings[0]?.filter(isDay) ?? []);
  for (const { at, raw, folded, skeleton } of capitalWords(text, pack)) {
    // "On Monday, Graz, Linz and Wels": what opens a sentence, and days, are no names.
    if (pack.checks.function.includes(folded) || days.some(({ start, end }) => start <= at && at < end)) continue;
    const last = names.at(-1);
    if (last && text.slice(last.end, at) === ' ') {
      last.words.push(skeleton);
      last.end = at + raw.length;
    } else names.push({ start: at, end: at + raw.length, words: [skeleton] });
  }
  return names;
}

function isDay({ kind }: Atom): boolean {
  return kind === 'weekday' || kind === 'month';
}

/** The longest run of places with nothing but commas, "and" and small words between. */
function longestList<P extends Span>(text: string, places: readonly P[], pack: LanguagePack): P[] {
  let longest: P[] = [];
  let run: P[] = [];
  for (const place of places) {
    const last = run.at(-1);
    run = last && isJoint(text.slice(last.end, place.start), pack) ? [...run, place] : [place];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

function isJoint(between: string, pack: LanguagePack): boolean {
  if (between.length > 14 || /[.;:!?()«»“”"—–]/u.test(between)) return false;
  const words = between.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const isAnd = words.some((word) => pack.checks.and.includes(word));
  return (isAnd || /[,、،]/u.test(between)) && words.every((word) => word.length <= 3);
}

function findingFor(code: 'place' | 'name', source: string, { start, end }: Span): RowFinding {
  const expected = source.slice(start, end);
  return {
    code,
    severity: 'warning',
    source: { start, end },
    target: null,
    found: '',
    expected,
    suggestion: null,
    reason: msg('The source lists “{expected}”, the translation does not.', { expected }),
  };
}
