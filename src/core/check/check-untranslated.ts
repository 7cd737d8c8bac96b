import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage, scriptOf } from '../text/language-tag.ts';
import type { CheckPack } from './check-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';
import { literalsIn, withTaken } from './values/literals.ts';
import { lookedUp } from './values/tokens.ts';
import { type KnownWord, textWords } from './words/text-words.ts';

interface Word {
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words of the source that stand in the translation as they are: a run of them with a small word that the language of
 * the translation has not ("and ordered a new trial"), or any run in small letters of another script. Names,
 * titles and what stands in quotation marks may stay.
 */
export function checkUntranslated({ source, target, packs }: CheckedTexts): RowFinding[] {
  if (sameLanguage(packs.source.language, packs.target.language)) return [];
  if (!mayShare(textWords(source, packs.source).words, textWords(target, packs.target).words)) return [];
  const foreign = scriptOf(packs.source.language) !== scriptOf(packs.target.language) && isOtherScript(source, target);
  const own = wordsIn(source);
  // Addresses stay as they are.
  const other = wordsIn(withTaken(target, literalsIn(target)));
  if (own.length < 2 || other.length === 0) return [];
  const places = placesOf(own);
  if (!foreign && !haveTwoInCommon(own, other, places)) return [];
  const small = smallWords(packs.source, packs.target);
  const findings: RowFinding[] = [];
  for (let i = 0; i < other.length; ) {
    const run = longestRun(other, i, own, places);
    if (run.length > 0 && isLeft(other.slice(i, i + run.length), target, { small, foreign, packs })) {
      const [start, end] = [other[i]!.start, other[i + run.length - 1]!.end];
      const [from, to] = [own[run.at]!.start, own[run.at + run.length - 1]!.end];
      const found = target.slice(start, end);
      findings.push({
        code: 'untranslated',
        severity: 'error',
        source: { start: from, end: to },
        target: { start, end },
        found,
        expected: '',
        suggestion: null,
        reason: msg('“{words}” is not translated.', { words: found }),
      });
    }
    i += Math.max(1, run.length);
  }
  return findings;
}

/** Whether any word of the source stands in the translation as it is: what takes time is done where one does. */
function mayShare(source: readonly KnownWord[], target: readonly KnownWord[]): boolean {
  const own = new Set(source.map(({ text }) => text));
  return target.some(({ text }) => own.has(text));
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: lookedUp(match[0]),
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function placesOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  words.forEach(({ text }, i) => {
    const list = places.get(text);
    if (list) list.push(i);
    else places.set(text, [i]);
  });
  return places;
}

/** Whether two words that follow each other do so on the other side: in one script a word alone is not held to be left. */
function haveTwoInCommon(
  own: readonly Word[],
  other: readonly Word[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  return other.some(({ text }, i) => {
    const next = other[i + 1]?.text;
    return next !== undefined && (places.get(text)?.some((at) => own[at + 1]?.text === next) ?? false);
  });
}

function longestRun(
  other: readonly Word[],
  i: number,
  own: readonly Word[],
  places: ReadonlyMap<string, readonly number[]>,
): { length: number; at: number } {
  let best = { length: 0, at: 0 };
  for (const at of places.get(other[i]!.text) ?? []) {
    let length = 0;
    while (other[i + length] && own[at + length] && other[i + length]!.text === own[at + length]!.text) length += 1;
    if (length > best.length) best = { length, at };
  }
  return best;
}

function isLeft(
  run: readonly Word[],
  target: string,
  { small, foreign, packs }: { small: ReadonlySet<string>; foreign: boolean; packs: CheckedTexts['packs'] },
): boolean {
  const { target: pack, source: from } = packs;
  const lower = run.filter(({ raw }) => /^\p{Ll}/u.test(raw));
  const [start, end] = [run[0]!.start, run.at(-1)!.end];
  const words = target.slice(start, end);
  const said = lookedUp(words);
  if (loansOf(from.checks).some((loan) => said.includes(loan)) || isQuoted(target, start, end)) return false;
  if (foreign)
    return (
      lower.length >= 2 ||
      (lower.length === 1 &&
        /^\p{Ll}{4,}$/u.test(lower[0]!.raw) &&
        !/[(（]\s?$/u.test(target.slice(0, start)) &&
        run.length === 1 &&
        !/^(?:www|http)/u.test(words))
    );
  if (run.length >= 4 && lower.length >= 3 && run.some(({ text }) => small.has(text))) return true;
  const own = functionWords(pack.checks);
  // "the appeal": a small word and a neighbour that is neither a name nor a word of this language.
  return (
    run.length >= 2 &&
    run.length === lower.length &&
    run.some(({ text }) => small.has(text)) &&
    run.some(({ text }) => text.length > 3 && !small.has(text)) &&
    !run.every(({ text }) => own.has(text))
  );
}

/** A word within quotation marks is said as it was said. */
function isQuoted(text: string, start: number, end: number): boolean {
  return (
    /["«“„『「《‘][^"»”“』」》’]*$/u.test(text.slice(0, start)) &&
    /^[^"«„『「《]*["»”“』」》’]/u.test(text.slice(end)) &&
    end - start < text.length * 0.6
  );
}

function isOtherScript(source: string, target: string): boolean {
  const latin = (text: string) => text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 1;
  return latin(source) > 0.8 * letters(source) && latin(target) < 0.7 * letters(target);
}

const loansOf = onceFor(({ loans }: CheckPack) => loans.map(lookedUp));

const functionWords = onceFor((of: CheckPack): ReadonlySet<string> => new Set(of.function.map(lookedUp)));

/** Small words of one language that are none of the other. */
function smallWords(of: LanguagePack, without: LanguagePack): ReadonlySet<string> {
  return smallWordsWithout(of.checks)(without.checks);
}

const smallWordsWithout = onceFor((of: CheckPack) =>
  onceFor((without: CheckPack): ReadonlySet<string> => {
    const other = new Set(without.function.map(lookedUp));
    return new Set(of.function.map(lookedUp).filter((word) => !other.has(word)));
  }),
);
