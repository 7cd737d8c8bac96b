import { readFileSync } from 'node:fs';
import { sameName } from '#dist/core/glossary/names.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';

/** How many of the project's pairs of names are told rightly: one name in two languages, or two. */
export function namesReport(): string {
  const lines = readFileSync(new URL('../../bench/data/names.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const packs = loadLanguagePacks();
  const failed = lines.flatMap((line) => {
    const [wanted, a = '', aLanguage = '', b = '', bLanguage = ''] = line.split('\t');
    const probability = sameName(a, packs(aLanguage), b, packs(bLanguage));
    return probability >= 0.5 === (wanted === 'same') ? [] : [`- ${wanted}: ${a} / ${b}: ${probability.toFixed(2)}`];
  });
  return `## Names across languages

${lines.length - failed.length} of ${lines.length} pairs told rightly, ${((100 * (lines.length - failed.length)) / lines.length).toFixed(1)} %.

${failed.join('\n')}
`;
}
