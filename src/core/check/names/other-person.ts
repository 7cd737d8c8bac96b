import anyAscii from 'any-ascii';
import { beginAlike, sameName } from '../../glossary/names.ts';
import { msg } from '../../message.ts';
import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { type CapitalWord, capitalWords } from '../check-names.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding, Span } from '../row-finding.ts';
import { likenessAcross } from './likeness.ts';

/** Family names less alike than this, behind the same given name, are two: in one script, and in two. */
const SAME_FROM = { oneScript: 0.72, twoScripts: 0.4 };
/** In another script, shorter names are spelt too freely. */
const MIN_LONG = 6;
/** Below this nothing of one name is in another word. */
const UNLIKE_BELOW = 0.3;
const MIN_LETTERS = 4;

/**
 * Another person in the translation: a given name before another family name, "Anna Lindqvist" and « Anna Lindström », or
 * both names others, "Olaf Scholz" and «Ангела Меркель». Given names are those of `data/given-names.json`, so that a word that is
 * translated (Stanford University, Stanford Universität) is no name; in Chinese a name is known by its dot.
 */
export function checkOtherPerson({ source, target, packs }: CheckedTexts): RowFinding[] {
  const own = peopleIn(source, packs.source);
  if (own.length === 0) return [];
  const sides = { own: capitalWords(source, packs.source), other: capitalWords(target, packs.target) };
  const like = (a: CapitalWord, b: CapitalWord) =>
    (LATIN.test(b.raw) ? sameName : likenessAcross)(a.raw, packs.source, b.raw, packs.target);
  if (DOTTED.test(target)) return dottedOther(own, sides.own, { source, target, packs });
  const isOneScript = LATIN.test(target);
  const others = peopleIn(target, packs.target);
  const findings: RowFinding[] = [];
  for (const one of own) {
    if (isIn(one.last, sides.other) || sides.other.some((word) => like(one.last, word) >= SAME_FROM.oneScript))
      continue;
    const two = others.find(({ given, last }) => {
      const isFree = !isIn(last, sides.own) && last.raw.length >= MIN_LETTERS;
      if (!isFree) return false;
      if (isOneScript && given.folded === one.given.folded)
        return like(one.last, last) < SAME_FROM.oneScript && one.last.skeleton !== last.skeleton;
      if (!isOneScript && like(one.given, given) >= SAME_FROM.oneScript)
        return isLong(one.last, last) && sides.other.every((word) => like(one.last, word) < SAME_FROM.twoScripts);
      const isNew = [given, last].every((part) => sides.own.every((word) => like(word, part) < UNLIKE_BELOW));
      return (
        isNew && [one.given, one.last].every((part) => sides.other.every((word) => like(part, word) < UNLIKE_BELOW))
      );
    });
    if (two) findings.push(findingFor(one, { raw: nameOf(target, two), ...spanOf(two) }, source));
  }
  return findings;
}

interface Person {
  readonly given: CapitalWord;
  readonly last: CapitalWord;
}

/** The given names that are followed by another name. */
function peopleIn(text: string, pack: LanguagePack): Person[] {
  const names = givenNames(pack);
  const words = capitalWords(text, pack);
  return words.flatMap((given, i): Person[] => {
    const last = words[i + 1];
    if (
      !last ||
      last.raw.length < MIN_LETTERS ||
      !/^[ \u00a0]$/u.test(text.slice(given.at + given.raw.length, last.at))
    )
      return [];
    return names.has(asListed(given.raw)) ? [{ given, last }] : [];
  });
}

const givenNames = onceFor(
  ({ checks }: LanguagePack): ReadonlySet<string> => new Set((checks.givenNames ?? []).map(asListed)),
);

/** In Latin letters, with what transliterations write in several ways made one. */
function asListed(name: string): string {
  return anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z]/gu, '')
    .replace(/[yj]/gu, 'i')
    .replace(/(.)\1+/gu, '$1');
}

function isLong(one: CapitalWord, two: CapitalWord): boolean {
  return Math.min(one.raw.length, two.raw.length) >= MIN_LONG && one.raw.length > MIN_LONG;
}

function isIn({ folded, skeleton }: CapitalWord, words: readonly CapitalWord[]): boolean {
  return words.some((word) => word.folded === folded || word.skeleton === skeleton);
}

const LATIN = /\p{Script=Latin}{3}/u;
const DOTTED = /\p{Script=Han}[·•・‧]\p{Script=Han}/u;

/** A name with a dot whose last part begins like no name of the source: 安格拉·默克尔 for Olaf Scholz. */
function dottedOther(
  own: readonly Person[],
  words: readonly CapitalWord[],
  { source, target, packs }: CheckedTexts,
): RowFinding[] {
  const dotted = [...target.matchAll(/(?<=\p{Script=Han}[·•・‧])\p{Script=Han}+(?![·•・‧])/gu)];
  const [one] = own;
  if (!one || dotted.length !== 1) return [];
  const [match] = dotted;
  const first = match![0].slice(0, 2);
  if (words.some(({ raw }) => beginAlike(raw, packs.source, first, packs.target))) return [];
  const start = target.slice(0, match!.index).search(/\p{Script=Han}{1,3}[·•・‧]$/u);
  return [findingFor(one, { raw: target.slice(start, match!.index + 2), start, end: match!.index + 2 }, source)];
}

function spanOf({ given, last }: Person): Span {
  return { start: given.at, end: last.at + last.raw.length };
}

function nameOf(text: string, person: Person): string {
  const { start, end } = spanOf(person);
  return text.slice(start, end);
}

function findingFor(one: Person, { raw, start, end }: Span & { readonly raw: string }, source: string): RowFinding {
  const expected = nameOf(source, one);
  return {
    code: 'name',
    severity: 'warning',
    source: spanOf(one),
    target: { start, end },
    found: raw,
    expected,
    suggestion: null,
    reason: msg('The source writes “{expected}”, the translation “{found}”.', { expected, found: raw }),
  };
}
