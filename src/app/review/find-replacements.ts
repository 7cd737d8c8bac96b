import { createHash } from 'node:crypto';
import { withWords } from '../../core/bitext/inline/with-words.ts';
import { patternOf, type TextQuery } from '../../core/bitext/text-query.ts';
import { beadStates } from '../../store/bitexts.ts';
import { textsOfSide } from '../../store/review/segment-texts.ts';
import { rowNumbers } from '../jobs/row-numbers.ts';
import { runPattern } from '../jobs/run-pattern.ts';
import { work } from '../jobs/work.ts';

/** A segment of the translation as a replacement would change it. */
export interface Replacement {
  readonly segment: number;
  readonly bead: number;
  /** The row's number, from 1. */
  readonly number: number;
  readonly from: string;
  readonly to: string;
  /** Names the text as it stands; carrying the replacement out takes it along. */
  readonly key: string;
}

/** A text to be replaced in the translation of a bitext. */
export interface ReplaceQuery {
  readonly query: TextQuery;
  /** What is put in its place; for a regular expression "$1" and the like stand for what its groups found. */
  readonly replacement: string;
}

/** Which of all replacements are wanted. */
export type WantedReplacements =
  | { readonly at: number; readonly count: number }
  /** Those in these segments, or all but those in these. */
  | { readonly only: readonly number[] }
  | { readonly but: readonly number[] };

export interface FoundReplacements {
  /** How many there are. */
  readonly count: number;
  /** Names all of them as they stand. */
  readonly key: string;
  /** Those that were wanted, in the order of the translation. */
  readonly wanted: readonly Replacement[];
}

/** Texts looked at at once. */
const PIECE_TEXTS = 5000;

/**
 * What replacing a text in the translation would change. Segments that would be left empty stay as they are.
 * @throws Problem `bad-request` where its regular expression is wrong or takes too long
 */
export const findReplacements = work<
  ReplaceQuery & { readonly id: number; readonly want: WantedReplacements },
  FoundReplacements
>('find replacements', { room: 'page' }, async ({ store: { db } }, { id, query, replacement, want }) => {
  const pattern = patternOf(query);
  const run = runPattern(pattern);
  const replacedIn = (texts: readonly string[]) =>
    query.regex ? run.replacedIn(texts, replacement) : texts.map((text) => text.replace(pattern, () => replacement));
  const isWanted = testOf(want);
  const all = createHash('sha256');
  const wanted: Omit<Replacement, 'number'>[] = [];
  let count = 0;
  for await (const some of textsOfSide(db, id, 'target', PIECE_TEXTS)) {
    for (const [i, replaced] of replacedIn(some.map(({ text }) => text)).entries()) {
      const { segment, bead, text, coded: from } = some[i]!;
      const words = replaced.replace(/\s*\n\s*/gu, ' ').trim();
      if (words === '' || words === text) continue;
      const to = withWords(from, words);
      all.update(`${segment}\t${from}\n`);
      if (isWanted(segment, count)) wanted.push({ segment, bead, from, to, key: keyOf(from) });
      count += 1;
    }
  }
  const numbers = rowNumbers();
  for await (const beads of beadStates(db, id)) for (const bead of beads) numbers.add(bead.id);
  const key = all.digest('base64url').slice(0, 12);
  return { count, key, wanted: wanted.map((one) => ({ ...one, number: numbers.of(one.bead) })) };
});

function testOf(want: WantedReplacements): (segment: number, place: number) => boolean {
  if ('at' in want) return (_segment, place) => place >= want.at && place < want.at + want.count;
  const named = new Set('only' in want ? want.only : want.but);
  return 'only' in want ? (segment) => named.has(segment) : (segment) => !named.has(segment);
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
