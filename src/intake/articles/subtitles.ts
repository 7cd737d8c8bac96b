import type { Cue } from '../../core/align/cues.ts';
import type { Paragraph } from './html-paragraphs.ts';

const CLOCK = String.raw`(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})`;
const TIME = new RegExp(String.raw`${CLOCK}\s+-->\s+${CLOCK}`, 'u');

/** Whether a text is a subtitle file: SubRip (.srt) or WebVTT. */
export function isSubtitles(head: string): boolean {
  return /^\ufeff?WEBVTT(?:\s|$)/u.test(head) || /^\s*\d+\s*\r?\n\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->/u.test(head);
}

/** The subtitles of a file in order, each with its time. Numbers, notes, styles and tags are left out. */
export function readCues(text: string): Cue[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n\s*\n/u)
    .flatMap((block): Cue[] => {
      const lines = block.split('\n');
      const at = lines.findIndex((line) => TIME.test(line));
      const time = TIME.exec(lines[at] ?? '');
      if (!time) return [];
      const said = lines
        .slice(at + 1)
        .map((line) => line.replace(/<[^>]*>|\{\\[^}]*\}/gu, '').trim())
        .filter(Boolean);
      const [start, end] = [msOf(time.slice(1, 5)), msOf(time.slice(5, 9))];
      return said.length > 0 ? [{ start, end, text: said.join('\n') }] : [];
    });
}

function msOf([hours, minutes, seconds, rest]: readonly (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

/** The speech of a subtitle file: cues run on to the end of their sentence. */
export function readSubtitles(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) paragraphs.push({ text: run.join('\n'), role: 'paragraph' });
    run = [];
  };
  for (const { text: said } of readCues(text)) {
    // A dash begins another speaker's turn.
    if (/^[-–—]/u.test(said)) flush();
    run.push(said);
    if (/[.!?…。！？؟]["”»’)]*$/u.test(said)) flush();
  }
  flush();
  return paragraphs;
}
