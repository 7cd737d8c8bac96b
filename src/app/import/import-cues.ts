import { cueTime, pairCues } from '../../core/align/cues.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { readCues } from '../../intake/articles/subtitles.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { type TranslationUnit, tidied } from '../../intake/memories/units.ts';
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
  const read = async ({ bytes, name, language }: AlignedFiles['source']) => {
    const cues = readCues(decode(bytes, name).text);
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
    const textOf = (cues: readonly { text: string }[]) => tidied(cues.map(({ text }) => text).join(' '));
    return {
      variants: [
        { language: source.language, text: textOf(own) },
        { language: target.language, text: textOf(other) },
      ],
      notes: [cueTime(shown[0]!.start, shown.at(-1)!.end)],
      props: { 'x-status': 'proposed', 'x-confidence': pair.overlap.toFixed(4) },
      codesLost: 0,
    };
  });
  const title = files.title?.trim() || files.source.name.replace(/\.[^.]+$/u, '');
  return importUnits(app, { name: files.source.name, title, from: source.language, to: target.language }, units);
}
