import { ROMANCE } from './adjectives.ts';
import type { AnyConcept } from './concept.ts';
import type { Entry } from './hits.ts';
import type { Word } from './words.ts';

/** Whether the capitals of a text are those that a term asks for. */
export function suits(
  entry: Entry<AnyConcept>,
  used: readonly Word[],
  words: readonly Word[],
  at: number,
  language: string,
): boolean {
  // German writes all its nouns with capitals, which tells them from verbs.
  const isName = /^de\b/u.test(language) || (entry.concept.kind !== 'role' && entry.concept.kind !== 'term');
  return entry.words.every((wanted, k) => {
    const word = used[k]!;
    if (wanted.allCapitals && wanted.raw.replaceAll('.', '').length <= 6) {
      return word.allCapitals && !(wanted.raw.replaceAll('.', '').length <= 2 && shouted(words, at));
    }
    // Romance languages waver over the capitals within a name: Nations Unies, Nations unies.
    if (k > 0 && ROMANCE.test(language)) return true;
    return !isName || !wanted.capital || word.capital;
  });
}

/** Whether a word with a capital is somebody's name rather than a term: "Bill Clinton spoke". */
export function isForename(
  { concept, words: wanted }: Entry<AnyConcept>,
  words: readonly Word[],
  at: number,
  text: string,
  language: string,
): boolean {
  if (concept.kind !== 'term' || wanted.length > 1 || wanted[0]!.capital || /^de\b/u.test(language)) return false;
  const [word, next, after] = [words[at]!, words[at + 1], words[at + 2]];
  if (!word.capital || word.allCapitals || !next?.capital || text.slice(word.end, next.start) !== ' ') return false;
  return !after?.capital;
}

/** Whether a word stands among others in capitals, where US may be us. */
function shouted(words: readonly Word[], at: number): boolean {
  return [at - 1, at + 1].every((near) => !words[near] || words[near].allCapitals) && words.length > 1;
}
