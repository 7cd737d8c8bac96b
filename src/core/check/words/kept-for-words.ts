import { ownCopy } from '../../own-copy.ts';

/** Words of which the answer is kept, and their greatest length: what is longer is no word. */
const MAX_KEPT_WORDS = 100_000;
const MAX_KEPT_LENGTH = 40;

/** Keeps the answers for words, which come back. */
export function keptForWords<Answer extends NonNullable<unknown>>(
  ask: (word: string) => Answer,
): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    if (word.length > MAX_KEPT_LENGTH) return ask(word);
    let answer = known.get(word);
    if (answer === undefined) {
      answer = ask(word);
      if (known.size >= MAX_KEPT_WORDS) known.clear();
      known.set(ownCopy(word), answer);
    }
    return answer;
  };
}
