import { shiftBetween } from '../../core/align/cue-shift.ts';
import { cueTime, pairCues } from '../../core/align/cues.ts';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { joinSegments } from '../../core/text/join.ts';
import { countLetters } from '../../core/text/letters.ts';
import { damagedCues } from '../../intake/articles/subtitles/damaged-cues.ts';
import { readCueFile } from '../../intake/articles/subtitles/subtitles.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { createLeftOut, type LeftOut } from '../../intake/memories/left-out.ts';
import type { TranslationUnit } from '../../intake/memories/units.ts';
import type { App } from '../app.ts';
import type { AlignedFiles } from './import-aligned.ts';
import { type ImportedMemory, importUnits } from './import-memory.ts';

/** Whether a file is one of subtitles by its name. */
export function isSubtitleFile(name: string): boolean {
  return /\.(?:srt|vtt)$/iu.test(name);
}

/**
 * Stores the subtitles of two languages as a bitext, paired by their times. A
 * row's note says when it is shown, so that the translation can be written as subtitles again.
 * @throws Problem `empty-text` where a file has no subtitles
 */
export async function importCues(app: App, files: Omit<AlignedFiles, 'alignment'>): Promise<ImportedMemory> {
  const leftOut = createLeftOut();
  const findings: Finding[] = [];
  const letters = { read: 0, kept: 0, named: 0 };
  const read = async ({ bytes, name, language, encoding }: AlignedFiles['source']) => {
    const { text: all } = decode(bytes, name, undefined, encoding);
    const file = readCueFile(all);
    const { cues } = file;
    findings.push(...damagedCues(file, name));
    letters.read += countSpokenLetters(all, leftOut);
    letters.named += countLetters(file.repeated);
    if (cues.length === 0) {
      throw new Problem(
        'empty-text',
        msg('There are no subtitles in {name}.', { name }),
        '',
        'Check that it is SubRip or WebVTT.',
      );
    }
    const detected = async () => (await detectLanguage(cues.map(({ text }) => text).join('\n'))).language;
    return { cues, language: language ?? (await detected()) };
  };
  const [source, target] = [await read(files.source), await read(files.target)];
  const shift = shiftBetween(source.cues, target.cues);
  if (shift !== 0) findings.push(shifted(files.target.name, shift));
  const moved = source.cues.map((cue) => ({ ...cue, start: cue.start + shift, end: cue.end + shift }));
  const units = pairCues(moved, target.cues).map((pair): TranslationUnit => {
    const own = pair.source.map((i) => moved[i]!);
    const other = pair.target.map((j) => target.cues[j]!);
    const shown = other.length > 0 ? other : own;
    return {
      variants: [
        { language: source.language, text: onOneLine(own, source.language), side: 'source' },
        { language: target.language, text: onOneLine(other, target.language), side: 'target' },
      ],
      notes: [cueTime(shown[0]!.start, shown.at(-1)!.end)],
      status: 'proposed',
      confidence: Number(pair.overlap.toFixed(4)),
      codesLost: 0,
    };
  });
  const title = files.title?.trim() || files.source.name.replace(/\.[^.]+$/u, '');
  const languages = { from: source.language, to: target.language };
  // Times stand in the notes, and are not said.
  for (const { notes } of units) for (const note of notes) letters.read += countLetters(note);
  const imported = await importUnits(app, { name: files.source.name, title, ...languages }, units, {
    leftOut: leftOut.parts(),
    letters,
  });
  return { ...imported, findings: [...findings, ...imported.findings] };
}

/** The finding where all subtitles of one file are shown earlier or later than those of the other. */
function shifted(place: string, shift: number): Finding {
  const seconds = Math.abs(shift) / 1000;
  const message =
    shift > 0
      ? msg('The translation is shown {seconds} s later than the source; the subtitles were paired with that shift.', {
          seconds,
        })
      : msg(
          'The translation is shown {seconds} s earlier than the source; the subtitles were paired with that shift.',
          {
            seconds,
          },
        );
  return { code: 'cues-shifted', severity: 'warning', place, message };
}

function onOneLine(cues: readonly { text: string }[], language: string): string {
  return joinSegments(
    cues.flatMap(({ text }) => text.split('\n')),
    language,
  );
}

/** Counts the letters of the spoken text in a file of subtitles without reading its times, and notes what else is in it. */
function countSpokenLetters(file: string, leftOut: LeftOut): number {
  let letters = 0;
  let aside = false;
  const lines = file.split(/\r\n?|\n/u);
  for (const [i, line] of lines.entries()) {
    const [word] = /^(?:NOTE|STYLE|REGION)\b/u.exec(line) ?? [];
    if (word && (lines[i - 1] ?? '').trim() === '') leftOut.note(word);
    aside = line.trim() !== '' && (aside || word !== undefined || /^\ufeff?WEBVTT/u.test(line));
    // Times, numbers and names above times are not said.
    if (
      aside ||
      CLOCKS.test(line) ||
      line.includes('-->') ||
      /^\s*\d+\s*$/u.test(line) ||
      CLOCKS.test(lines[i + 1] ?? '')
    )
      continue;
    for (const [, tag] of line.matchAll(TAG)) leftOut.note(tag ? `<${tag}>` : '{\\…}');
    letters += countLetters(line.replace(TAG, ''));
  }
  return letters;
}

const CLOCKS = /\d\s*:\s*\d.*\d\s*:\s*\d/u;

/** A tag of SubRip or WebVTT, with its name where it opens, or one of SubStation Alpha in braces. */
const TAG = /<(?:(\p{L}+)|\/)[^>]*>|\{\\[^}]*\}/gu;
