import type { AlignSide } from '../../align/alignment.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';
import { sameName } from '../names.ts';
import type { Phrase } from './phrases.ts';
import type { SpanWord } from './span-words.ts';

/** A name in a script that has no capitals, found by the sound of the name on the other side. */
export interface ProjectedName {
  readonly phrase: Phrase;
  /** As it is without what is written together with it. */
  readonly text: string;
  readonly likeness: number;
}

/** Names of one word are less sure. */
const LEAST_LONG = 0.5;
const LEAST_SHORT = 0.8;
/** What a word more or less costs. */
const MORE_WORDS = 0.03;

/**
 * The words of a text whose sound is that of a name: the run of words that is most like it, among words of which nothing
 * else is known.
 * @param isFree whether a word may belong to a name
 */
export function projectedName(
  name: string,
  side: { readonly from: AlignSide; readonly to: AlignSide },
  words: readonly SpanWord[],
  isFree: (word: SpanWord, at: number) => boolean,
): ProjectedName | null {
  const parts = name.split(/[\s\u00a0]/u).length;
  const least = parts > 1 ? LEAST_LONG : LEAST_SHORT;
  let best: ProjectedName | null = null;
  for (const run of freeRuns(words, isFree)) {
    for (const phrase of piecesOf(run, name, parts, side.to)) {
      for (const text of withoutPrefix(phrase.text, side.to)) {
        const words = UNSPACED.test(text) ? parts : text.split(/[\s\u00a0-]/u).length;
        const likeness = sameName(name, side.from.pack, text, side.to.pack) - MORE_WORDS * Math.abs(words - parts);
        if (likeness >= least && likeness > (best?.likeness ?? 0) + 0.001) best = { phrase, text, likeness };
      }
    }
  }
  return best;
}

function freeRuns(words: readonly SpanWord[], isFree: (word: SpanWord, at: number) => boolean): SpanWord[][] {
  const runs: SpanWord[][] = [];
  words.forEach((word, at) => {
    if (!isFree(word, at)) return;
    const isNext = at > 0 && isFree(words[at - 1]!, at - 1) && word.adjoins;
    if (isNext) runs.at(-1)!.push(word);
    else runs.push([word]);
  });
  return runs;
}

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/** The pieces of a run that may be a name of so many parts; where words have no spaces, of about as many letters as it has syllables. */
function piecesOf(run: readonly SpanWord[], name: string, parts: number, { segments }: AlignSide): Phrase[] {
  const { segment, start: begin } = run[0]!;
  const text = segments[segment]!.slice(begin, run.at(-1)!.end);
  const piece = (start: number, end: number): Phrase => ({
    text: segments[segment]!.slice(start, end),
    segment,
    start,
    end,
  });
  if (!UNSPACED.test(text)) {
    return run.flatMap((first, i) =>
      run.slice(i, i + parts + 2).flatMap((last, k) => (k + 1 < parts ? [] : [piece(first.start, last.end)])),
    );
  }
  const syllables = name.match(/[aeiouyáàâäãéèêëíìîïóòôöõúùûüı]+/giu)?.length ?? 1;
  const letters = name.replace(/[^\p{L}]/gu, '').length;
  const [least, most] = [Math.max(2, syllables - 1), Math.max(syllables + 1, Math.ceil(letters * 0.75)) + parts];
  const pieces: Phrase[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + least; end <= Math.min(text.length, start + most); end += 1) {
      if (!/^[·•]|[·•]$/u.test(text.slice(start, end))) pieces.push(piece(begin + start, begin + end));
    }
  }
  return pieces;
}

/** A name as it is and without what may be written together with it. */
function withoutPrefix(text: string, { pack }: AlignSide): string[] {
  const found = [text];
  for (const [prefix] of pack.grammar?.proclitics ?? []) {
    if (prefix.length === 1 && text.startsWith(prefix) && text.length > 4) found.push(text.slice(1));
  }
  return found;
}
