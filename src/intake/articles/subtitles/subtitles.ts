import { decodeHTMLStrict } from 'entities/decode';
import type { Cue } from '../../../core/align/cues.ts';
import type { Paragraph } from '../html-paragraphs.ts';
import { type CueTime, timeIn } from './cue-times.ts';
import { withoutRepeats } from './rolling-cues.ts';

/** What a file of subtitles holds. */
export interface CueFile {
  /** In order, each with its time; without numbers, notes, styles and tags. */
  readonly cues: readonly Cue[];
  /** Lines, from 1, at which a subtitle has no time that can be read; its text is kept between its neighbours. */
  readonly bad: readonly number[];
  /** What rolling captions say once more, which is left out. */
  readonly repeated: string;
}

/** Whether a text is a file of subtitles: WebVTT, SubRip or SubViewer, with whatever times. @param name of the file */
export function isSubtitles(head: string, name = ''): boolean {
  if (/^\ufeff?WEBVTT(?:\s|$)/u.test(head)) return true;
  const lines = head.replace(HEADER, '').split(/\r\n?|\n/u);
  if (/\.(?:srt|vtt|sbv)$/iu.test(name)) return lines.some((line) => timeIn(line) !== null);
  const first = lines.find((line) => line.trim() !== '' && !NUMBER.test(line));
  return first !== undefined && timeIn(first) !== null;
}

/** Reads a file of subtitles, with or without numbers and blank lines between them. */
export function readCueFile(text: string): CueFile {
  const lines = text.replace(HEADER, (header) => header.replace(/[^\n]+/gu, '')).split(/\r\n?|\n/u);
  const isVtt = /^\ufeff?WEBVTT/u.test(text);
  const heads = headsOf(lines, isVtt);
  const cues: Cue[] = [];
  for (const [i, { at, time }] of heads.entries()) {
    const spoken = lines
      .slice(at + 1, heads[i + 1]?.from ?? lines.length)
      .map((line) => line.replace(/<[^>]*>|\{\\[^}]*\}/gu, '').trim())
      // WebVTT writes & and < as HTML does; other formats write them as they are.
      .map((line) => (isVtt ? decodeHTMLStrict(line) : line))
      .filter(Boolean);
    const start = time?.start ?? cues.at(-1)?.end ?? 0;
    const end = time?.end ?? heads[i + 1]?.time?.start ?? start + DEFAULT_DURATION_MS;
    if (spoken.length > 0) cues.push({ start, end: Math.max(start, end), text: spoken.join('\n') });
  }
  const bad = heads.flatMap(({ at, time }) => (time === null ? [at + 1] : []));
  return { ...withoutRepeats(cues), bad };
}

/** The head of a SubViewer file. */
const HEADER = /^\ufeff?\s*\[INFORMATION\][\s\S]*?\[END INFORMATION\][^\n]*/iu;
const NUMBER = /^\s*\ufeff?\d+\s*$/u;
const VTT_BLOCK = /^(?:NOTE|STYLE|REGION)\b/u;
/** How long a subtitle is shown that does not say so, in ms. */
const DEFAULT_DURATION_MS = 2000;

interface CueHead {
  /** The line with its number, or its time where it has none. */
  readonly from: number;
  readonly at: number;
  readonly time: CueTime | null;
}

/** Where subtitles begin. What is no text is made empty on the way. */
function headsOf(lines: string[], isVtt: boolean): CueHead[] {
  const heads: CueHead[] = [];
  let number = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const afterBlank = (lines[i - 1] ?? '').trim() === '';
    if (isVtt && afterBlank && VTT_BLOCK.test(line)) {
      for (; i < lines.length && lines[i]!.trim() !== ''; i++) lines[i] = '';
      continue;
    }
    const time = timeIn(line);
    if (time !== null || line.includes('-->')) {
      const above = numberAbove(i);
      if (above >= 0) number = Number(lines[above]) || number;
      heads.push({ from: above >= 0 ? above : i, at: i, time });
    } else if (afterBlank && NUMBER.test(line) && number > 0 && Number(line) === number + 1 && lacksTime(i)) {
      number += 1;
      heads.push({ from: i, at: i, time: null });
    }
  }
  return heads;

  /** The line of the number, or in WebVTT the name, of the subtitle whose time stands in a line; −1 where there is none. */
  function numberAbove(at: number): number {
    let i = at - 1;
    while (i >= 0 && lines[i]!.trim() === '') i -= 1;
    const line = lines[i] ?? '';
    const afterBlank = (lines[i - 1] ?? '').trim() === '';
    if (NUMBER.test(line) && (afterBlank || Number(line) === number + 1)) return i;
    return isVtt && i === at - 1 && afterBlank && i > 0 ? i : -1;
  }

  function lacksTime(at: number): boolean {
    const next = lines.slice(at + 1, at + 3).find((line) => line.trim() !== '');
    return next !== undefined && timeIn(next) === null && !next.includes('-->');
  }
}

/**
 * The speech of a subtitle file: cues run on to the end of their sentence.
 * @param titles words before names, as all language packs have them together: none of them ends a sentence
 */
export function readSubtitles({ cues }: CueFile, titles: readonly string[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) paragraphs.push({ text: run.join('\n'), role: 'paragraph' });
    run = [];
  };
  for (const { text: spoken } of cues) {
    // A dash begins another speaker's turn.
    if (/^[-–—]/u.test(spoken)) flush();
    run.push(spoken);
    if (/[.!?…。！？؟]["”»’)]*$/u.test(spoken) && !endsInTitle(spoken, titles)) flush();
  }
  flush();
  return paragraphs;
}

/** "I met Mr.", "by J. R.": a name follows in the next subtitle. */
function endsInTitle(spoken: string, titles: readonly string[]): boolean {
  const word = /(?<=\S\s|^)(\p{Lu}[\p{L}-]*)\.$/u.exec(spoken)?.[1];
  if (word === undefined || word === spoken.slice(0, -1)) return false;
  return word.length === 1
    ? /\p{Lu}\p{Ll}+\s\p{Lu}\.$|\p{Lu}\.\s?\p{Lu}\.$/u.test(spoken)
    : word.length <= 5 && titles.includes(word.toLowerCase());
}
