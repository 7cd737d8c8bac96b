import { readdirSync, readFileSync } from 'node:fs';
import { termMatcher } from '#dist/core/glossary/matching.js';
import { readGlossary } from '#dist/intake/glossaries/read-glossary.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';

const FOLDER = new URL('../../bench/data/terms/', import.meta.url);

/** Precision and recall of term recognition on the project's cases: a line a text, what must be found in brackets. */
export function termsReport(): string {
  const packs = loadLanguagePacks();
  const concepts = readGlossary(readFileSync(new URL('glossary.csv', FOLDER), 'utf8'), 'glossary.csv');
  const failed: string[] = [];
  let [wanted, found, right, lines] = [0, 0, 0, 0];
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const pack = packs(file.replace('.txt', ''));
    const find = termMatcher(concepts, pack, { article: true });
    for (const line of readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n')) {
      const text = line.replace(/[[\]]/gu, '');
      const expected = bracketed(line);
      const hits = find(text).map(({ start, end }) => `${start}-${end}`);
      lines += 1;
      wanted += expected.length;
      found += hits.length;
      right += hits.filter((hit) => expected.includes(hit)).length;
      if (hits.join() !== expected.join()) {
        failed.push(
          `- ${pack.language}: ${line}\n  - found: ${find(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(', ')}`,
        );
      }
    }
  }
  return `## Term recognition

${lines} texts in seven languages: precision ${(right / found).toFixed(3)}, recall ${(right / wanted).toFixed(3)}.

${failed.join('\n')}
`;
}

function bracketed(line: string): string[] {
  const spans: string[] = [];
  let at = 0;
  let start = 0;
  for (const char of line) {
    if (char === '[') start = at;
    else if (char === ']') spans.push(`${start}-${at}`);
    else at += char.length;
  }
  return spans;
}
