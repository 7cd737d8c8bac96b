import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { AnyConcept } from './concept.ts';
import type { Entry, SearchedText } from './hits.ts';
import type { Word } from './words/words.ts';

/** Whether a text has a term with the capitals, and in the form, that it asks for. */
export function suits(entry: Entry<AnyConcept>, used: readonly Word[], searched: SearchedText, at: number): boolean {
  const {
    words,
    pack: { grammar },
  } = searched;
  if (!keepsRules(entry, used)) return false;
  if (isNamesake(entry, used, searched)) return false;
  // Where all nouns have capitals, these tell a noun from a verb.
  const isName = grammar?.nounsInCapitals || (entry.concept.kind !== 'role' && entry.concept.kind !== 'term');
  return entry.words.every((wanted, k) => {
    const word = used[k]!;
    if (wanted.allCapitals && wanted.raw.replaceAll('.', '').length <= 6) {
      // Nato, Acnur: where an acronym is long enough to be a word it may be written as one.
      const spoken = grammar?.acronymsAsWords && wanted.raw.length > 3 && word.capital && !wanted.raw.includes('.');
      return (
        (word.allCapitals || spoken) && !(wanted.raw.replaceAll('.', '').length <= 2 && isAmongCapitals(words, at))
      );
    }
    if (k > 0 && grammar?.capitalsVary) return true;
    return !isName || !wanted.capital || word.capital;
  });
}

/**
 * Whether a term with a capital that is a common word without it, May, Will, is that word here: in small letters, or where a sentence
 * begins with it and no other name stands behind it. Who asks for its capitals has it at the beginning of sentences, too.
 */
function isNamesake(
  { term, concept, words: wanted }: Entry<AnyConcept>,
  used: readonly Word[],
  { text, pack }: SearchedText,
): boolean {
  const [one, word] = [wanted[0]!, used[0]!];
  // Names have their capitals by themselves: "May said so."
  if (concept.kind !== 'term' && concept.kind !== 'role') return false;
  if (wanted.length > 1 || !one.capital || one.allCapitals || !namesakes(pack).has(one.raw.toLowerCase())) return false;
  if (!word.capital) return true;
  const opens = /(?:^|[.!?…:]["”»’)]*\s+|\n)[\s"“«‘([¿¡—–-]*$/u.test(
    text.slice(Math.max(0, word.start - 12), word.start),
  );
  return opens && !term.rules?.includes('exact-case') && !/^\s\p{Lu}/u.test(text.slice(word.end, word.end + 3));
}

const namesakes = onceFor(
  ({ checks, namesakes = [] }: LanguagePack): ReadonlySet<string> =>
    new Set([...checks.function, ...namesakes].map((word) => word.toLowerCase())),
);

/** Whether the words of a text stand as a person has asked for a term to be looked for: with its capitals, in its own form. */
function keepsRules({ term: { rules = [] }, words: wanted }: Entry<AnyConcept>, used: readonly Word[]): boolean {
  if (rules.length === 0) return true;
  const [isCase, isWhole] = [rules.includes('exact-case'), rules.includes('whole-word')];
  return wanted.every(({ raw, basic }, k) => {
    const word = used[k]!;
    return (!isCase || sharesCapitals(word.raw, raw)) && (!isWhole || word.basic === basic);
  });
}

/** Whether two words have capitals in the same places, as far as both go: a form may have another ending. */
function sharesCapitals(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return [...a.slice(0, length)].every((letter, i) => /\p{Lu}/u.test(letter) === /\p{Lu}/u.test(b.charAt(i)));
}

/** Whether a word with a capital is somebody's name rather than a term: "Bill Clinton spoke". */
export function isForename(
  { concept, words: wanted }: Entry<AnyConcept>,
  { words, text, pack: { grammar } }: SearchedText,
  at: number,
): boolean {
  if (concept.kind !== 'term' || wanted.length > 1 || wanted[0]!.capital || grammar?.nounsInCapitals) return false;
  const [word, next, after] = [words[at]!, words[at + 1], words[at + 2]];
  if (!word.capital || word.allCapitals || !next?.capital || text.slice(word.end, next.start) !== ' ') return false;
  return !after?.capital;
}

/** Whether a word stands among others in capitals, where US may be us. */
function isAmongCapitals(words: readonly Word[], at: number): boolean {
  return [at - 1, at + 1].every((near) => !words[near] || words[near].allCapitals) && words.length > 1;
}
