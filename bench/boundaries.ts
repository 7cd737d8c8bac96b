import { readdirSync, readFileSync } from 'node:fs';
import { splitSentences } from '#dist/core/text/sentences.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';

const FOLDER = new URL('../../bench/data/boundaries/', import.meta.url);

/** Languages whose sentences follow each other without a space. */
const UNSPACED = new Set(['zh', 'ja']);

/** How many of the boundary cases, a line each with " | " between sentences, are cut exactly so; and which are not. */
export function boundaryReport(verbose = false): string {
  const packs = loadLanguagePacks();
  const failed: string[] = [];
  const rows: string[] = [];
  let [right, all] = [0, 0];
  for (const file of readdirSync(FOLDER).sort()) {
    const language = file.replace('.txt', '');
    const cases = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
    const wrong = cases.filter((line) => {
      const sentences = line.split(' | ');
      const text = sentences.join(UNSPACED.has(language) ? '' : ' ');
      const found = splitSentences(text, packs(language)).map(({ start, end }) => text.slice(start, end));
      if (found.join(' | ') === line) return false;
      failed.push(`- ${language}: ${line}\n  - cut as: ${found.join(' | ')}`);
      return true;
    });
    right += cases.length - wrong.length;
    all += cases.length;
    rows.push(`| ${language} | ${cases.length - wrong.length} of ${cases.length} |`);
  }
  const share = ((100 * right) / all).toFixed(1);
  return `## Sentence boundaries

${right} of ${all} cases in ${rows.length} languages, ${share} %. A case counts if all of its boundaries are right.

| language | right |
|---|---|
${rows.join('\n')}
${verbose && failed.length > 0 ? `\n${failed.join('\n')}\n` : ''}`;
}
