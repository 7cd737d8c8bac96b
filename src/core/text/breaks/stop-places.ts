import type { LanguagePack } from '../language-pack.ts';

/** A place where a sentence may end: a full stop (question mark, …) with all that belongs to the sentence before it. */
export interface StopPlace {
  /** Where the stops begin. */
  readonly at: number;
  /** The stops themselves: ".", "?!", "? !". */
  readonly stops: string;
  /** Closing marks and note marks behind them: "”", ")", "[5]", "¹". */
  readonly tail: string;
  /** Where a sentence would end: behind the tail. */
  readonly end: number;
}

export const OPENERS = `"'“‘„‚«‹»›「『（(\\[{【《¿¡*_`;
export const DASHES = '\\-–—―';
const CLOSERS = `"'”’»›」』）)\\]}】》`;
/** Space within a line, breaking or not. */
const GAP = '[ \\u00a0\\u202f]';

/** A mark that sends the reader to a note, glued to the stop or numbered: [5], [note 2], ¹, *, †, (5); or a face drawn behind it. */
const NOTE = [
  '\\[[^\\][\\n]{1,24}\\]',
  `${GAP}\\[\\d{1,3}(?:[,–-] ?\\d{1,3})*\\](?=\\s|\\[|$)`,
  '[⁰¹²³⁴-⁹]+',
  '[*_]{1,3}(?![\\p{L}\\p{N}])',
  '[†‡]',
  `${GAP}?[\\p{Emoji_Presentation}\\ufe0f\\u200d]+`,
  '\\(\\d{1,3}\\)',
  `(?<=\\p{Ll}{3}[.!?]["”’»]?)\\d{1,3}(?=\\s+["“«(]?\\p{Lu})`,
].join('|');

/**
 * Makes the finder of such places for a language: stops are Unicode's sentence
 * terminals and those of the pack, dots may stand apart (". . ."), question
 * and exclamation marks too ("? !"), and two Ethiopic or Burmese word marks
 * are a full stop.
 */
export function stopFinder(pack: Pick<LanguagePack, 'stops'>): (text: string) => StopPlace[] {
  const mark = `(?:(?!၊)[\\p{Sentence_Terminal}…${escapedForClass(pack.stops ?? '')}])`;
  const stops = `(?:\\.[ \\u00a0])*(?:፡፡|၊၊|${mark})+(?:${GAP}{1,2}[!?…]+(?![\\p{L}\\p{N}]))*`;
  // “ closes in German and opens in English and Chinese, where a letter follows it; » before a letter opens, as in Danish.
  // « behind a stop and before a space closes what » opened.
  const closing = `[\\s\\u00a0\\u202f]?[»›](?!\\p{L})|[«‹](?=[\\s,.;:!?)–—]|$)|[${CLOSERS}]|[“‘](?![\\p{L}\\p{N}])`;
  const place = new RegExp(`(${stops})((?:${NOTE}|${closing})*)`, 'gu');
  return (text) =>
    [...text.matchAll(place)].map(({ index, 0: whole, 1: stops = '', 2: tail = '' }) => ({
      at: index,
      stops,
      tail,
      end: index + whole.length,
    }));
}

const NOTES = new RegExp(NOTE, 'gu');

/** The closing marks of a tail, without what sends to notes. */
export function closersIn(tail: string): string {
  return tail.replace(NOTES, '').replace(/\d+/gu, '');
}

function escapedForClass(marks: string): string {
  return marks.replace(/[\\\]^-]/gu, '\\$&');
}
