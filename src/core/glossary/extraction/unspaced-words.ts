import { segmenterFor } from '../../align/model/tokens.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { HeadWord } from './head-words.ts';

/** What a letter counts in a word of the list, in one of the segmenter, and alone; and what each word costs. */
const LISTED = 2;
const FOUND = 1.4;
const ALONE = 0.2;
const COST = 0.5;

/**
 * The words of a run of letters without spaces: of all ways to cut it the one that covers most of it with words that are
 * known, in the fewest words (a shortest path over the lattice of words). So 外交部长 is "foreign minister" in itself,
 * and "foreign ministry" before 长期.
 * @param listed words that are known, in lower case
 */
export function cutRun(run: string, pack: LanguagePack, listed: ReadonlyMap<string, HeadWord>): string[] {
  const ends = wordEnds(run, pack, listed);
  const best: { value: number; from: number }[] = [{ value: 0, from: -1 }];
  for (let end = 1; end <= run.length; end += 1) best.push({ value: Number.NEGATIVE_INFINITY, from: end - 1 });
  for (let start = 0; start < run.length; start += 1) {
    const before = best[start]!.value;
    for (const { end, value } of ends[start]!) {
      if (before + value > best[end]!.value) best[end] = { value: before + value, from: start };
    }
  }
  const words: string[] = [];
  for (let end = run.length; end > 0; end = best[end]!.from) words.unshift(run.slice(best[end]!.from, end));
  return words;
}

const LONGEST = 8;

/** For every place the words that begin there: where they end and what they count. */
function wordEnds(run: string, pack: LanguagePack, listed: ReadonlyMap<string, HeadWord>) {
  const ends: { end: number; value: number }[][] = Array.from({ length: run.length }, (_, at) => [
    { end: at + 1, value: ALONE - COST },
  ]);
  for (const { segment, index } of segmenterFor(pack.language).segment(run)) {
    ends[index]!.push({ end: index + segment.length, value: segment.length * FOUND - COST });
  }
  const stops = pack.heads?.stops;
  for (let start = 0; start < run.length; start += 1) {
    for (let end = start + 1; end <= Math.min(run.length, start + LONGEST); end += 1) {
      const text = run.slice(start, end);
      if (listed.has(text) || stops?.has(text)) ends[start]!.push({ end, value: (end - start) * LISTED - COST });
    }
  }
  return ends;
}
