import type { Paragraph } from './html.ts';

const TIME = /(\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(\d+:)?\d{1,2}:\d{2}[.,]\d{3}/u;

/** Whether a text is a subtitle file: SubRip (.srt) or WebVTT. */
export function isSubtitles(head: string): boolean {
  return /^\ufeff?WEBVTT(?:\s|$)/u.test(head) || /^\s*\d+\s*\r?\n\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->/u.test(head);
}

/** The speech of a subtitle file: cues run on to the end of their sentence. Numbers, times, notes, styles and tags are left out. */
export function readSubtitles(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) paragraphs.push({ text: run.join('\n'), role: 'paragraph' });
    run = [];
  };
  for (const block of text.replace(/\r\n?/gu, '\n').split(/\n\s*\n/u)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => TIME.test(line));
    if (at < 0) continue;
    const said = lines
      .slice(at + 1)
      .map((line) => line.replace(/<[^>]*>|\{\\[^}]*\}/gu, '').trim())
      .filter(Boolean);
    // A dash begins another speaker's turn.
    if (/^[-–—]/u.test(said[0] ?? '')) flush();
    run.push(...said);
    if (/[.!?…。！？؟]["”»’)]*$/u.test(said.at(-1) ?? '')) flush();
  }
  flush();
  return paragraphs;
}
