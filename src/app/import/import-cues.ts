import { cueTime, pairCues } from '../../core/align/cues.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { joinSegments } from '../../core/text/join.ts';
import { countLetters } from '../../core/text/letters.ts';
import { readCues } from '../../intake/articles/subtitles.ts';
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
  const letters = { read: 0, kept: 0, named: 0 };
  const read = async ({ bytes, name, language, encoding }: AlignedFiles['source']) => {
    const { text: all } = decode(bytes, name, undefined, encoding);
    const cues = readCues(all);
    letters.read += lettersSaid(all, leftOut);
    if (cues.length === 0) {
      throw new Problem(
        'empty-text',
        msg('There are no subtitles in {name}.', { name }),
        '',
        'Check that it is SubRip or WebVTT.',
      );
    }
    const told = async () => (await detectLanguage(cues.map(({ text }) => text).join('\n'))).language;
    return { cues, language: language ?? (await told()) };
  };
  const [source, target] = [await read(files.source), await read(files.target)];
  const units = pairCues(source.cues, target.cues).map((pair): TranslationUnit => {
    const own = pair.source.map((i) => source.cues[i]!);
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
  return importUnits(app, { name: files.source.name, title, ...languages }, units, {
    leftOut: leftOut.parts(),
    letters,
  });
}

function onOneLine(cues: readonly { text: string }[], language: string): string {
  return joinSegments(
    cues.flatMap(({ text }) => text.split('\n')),
    language,
  );
}

/** The letters of what is said in a file of subtitles, told without reading times; takes note of what else stands in it. */
function lettersSaid(file: string, leftOut: LeftOut): number {
  let letters = 0;
  for (const block of file.replace(/\r\n?/gu, '\n').split(/\n\s*\n/u)) {
    const lines = block.split('\n');
    const time = lines.findIndex((line) => line.includes('-->'));
    if (time < 0) {
      const [word] = /^\p{L}+/u.exec(block.trim()) ?? [];
      if (word && block.trim() !== 'WEBVTT') leftOut.note(word);
      continue;
    }
    const said = lines.slice(time + 1).join('\n');
    for (const [, tag] of said.matchAll(TAG)) leftOut.note(tag ? `<${tag}>` : '{\\…}');
    letters += countLetters(said.replace(TAG, ''));
  }
  return letters;
}

/** A tag of SubRip or WebVTT, with its name where it opens, or one of SubStation Alpha in braces. */
const TAG = /<(?:(\p{L}+)|\/)[^>]*>|\{\\[^}]*\}/gu;
