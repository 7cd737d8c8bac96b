import { setImmediate } from 'node:timers/promises';
import { isOfOtherLanguage, type TellLanguage } from '../../core/check/memory.ts';
import type { RowFinding } from '../../core/check/row-finding.ts';
import type { RowText, TextLanguages, TextReader, TextsRead } from '../desk.ts';

/** Rows that are read in one go; other work has its turn in between. */
const BATCH_ROWS = 25;

/** Reads them in this thread. */
export function textReader(
  languages: TextLanguages,
  find: (texts: RowText) => readonly RowFinding[],
  languageOf: TellLanguage,
): TextReader {
  return {
    async read(texts) {
      const read: TextsRead[] = [];
      for (const one of texts) {
        if (read.length > 0 && read.length % BATCH_ROWS === 0) await setImmediate();
        const hasBoth = one.source.trim() !== '' && one.target.trim() !== '';
        read.push({ findings: find(one), isForeign: hasBoth && isOfOtherLanguage(one, languages, languageOf) });
      }
      return read;
    },
    close: () => Promise.resolve(),
  };
}
