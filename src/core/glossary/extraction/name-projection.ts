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
/** What a last word costs that begins as "and" does. */
const GOES_ON = 0.5;

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
        const more = MORE_WORDS * Math.abs(words - parts) + (goesOn(phrase.text, side.to) ? GOES_ON : 0);
        const likeness = sameName(name, side.from.pack, text, side.to.pack) - more;
        if (likeness >= least && likeness > (best?.likeness ?? 0) + 0.001) best = { phrase, text, likeness };
      }
    }
  }
  return best;
}

/** Whether the last of several words is likely the next word of the sentence: "and spoke". */
function goesOn(text: string, { pack }: AlignSide): boolean {
  const and = (pack.grammar?.proclitics ?? [])[0]?.[0];
  const [, ...rest] = text.split(/[\s\u00a0]/u);
  return and !== undefined && (rest.at(-1)?.startsWith(and) ?? false) && (rest.at(-1)?.length ?? 0) > 4;
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

/** A name as it is and without what may be written together with it, the shortest first: “and to Lavrov” is one word in Arabic. */
function withoutPrefix(text: string, { pack }: AlignSide): string[] {
  const prefixes = (pack.grammar?.proclitics ?? []).map(([prefix]) => prefix).filter(({ length }) => length === 1);
  const found = [text];
  for (const one of found) {
    if (found.length > MOST_PREFIXES || one.length <= 4) break;
    if (prefixes.includes(one.charAt(0))) found.push(one.slice(1));
  }
  return found.reverse();
}

const MOST_PREFIXES = 2;
