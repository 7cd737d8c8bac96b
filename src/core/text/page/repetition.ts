/** How a line of a page comes again elsewhere on it. */
export type Repetition = 'same' | 'like' | 'within';

/**
 * Which lines of a page come again: `same` in the same words, `like` with other
 * numbers ("Reply 12", "Reply 30"), `within` as a part of a longer line, as what is quoted from the
 * text in large letters beside it; null for the others. Buttons and labels of lists do, sentences do not.
 */
export function repetitionOf(lines: readonly string[]): (Repetition | null)[] {
  const plain = lines.map((line) => line.toLowerCase().replace(/\s+/gu, ' ').trim());
  const bare = plain.map((line) => line.replace(/[\p{N}.,:]+/gu, '#'));
  const [same, like] = [countsOf(plain), countsOf(bare)];
  const isWithin = partsOf(plain);
  return plain.map((line, i) =>
    same.get(line)! > 1 ? 'same' : like.get(bare[i]!)! > 1 ? 'like' : isWithin(i) ? 'within' : null,
  );
}

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** What is quoted has so many letters; shorter lines stand in others by chance. Dense scripts say as much with a third of them. */
const QUOTED_LETTERS = { least: 18, dense: 7, most: 260 };
/** Of a longer text nobody quotes; all of it would be gone through for each line. */
const MAX_LETTERS = 200_000;

/** Whether a line is made of pieces of one longer line, in their order: who said it may be left out between them. */
function partsOf(lines: readonly string[]): (i: number) => boolean {
  const letters = lines.map(lettersOf);
  if (letters.reduce((sum, { length }) => sum + length, 0) > MAX_LETTERS) return () => false;
  return (i) => {
    const own = letters[i]!;
    const least = DENSE.test(own) ? QUOTED_LETTERS.dense : QUOTED_LETTERS.least;
    if (own.length < least || own.length > QUOTED_LETTERS.most) return false;
    const pieces = lines[i]!.split(PIECE_END)
      .map(lettersOf)
      .filter((piece) => piece !== '');
    return letters.some((other, k) => k !== i && other.length > own.length && holdsInOrder(other, pieces));
  };
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
/** Where something may have been left out: between clauses and sentences. */
const PIECE_END = /(?:\.\.\.|…|[.,;:!?،。，；：！？])+/u;

function holdsInOrder(text: string, pieces: readonly string[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}
