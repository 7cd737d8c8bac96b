import { readdirSync, readFileSync } from 'node:fs';
import { splitParagraphs } from '#dist/core/text/paragraphs.js';
import { splitSentences } from '#dist/core/text/sentences.js';
import { detectLanguage } from '#dist/intake/detect-language.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { newsPairs } from './news-pairs.ts';

const FOLDER = new URL('../../bench/data/boundaries/', import.meta.url);

/** Languages whose sentences follow each other without a space. */
const UNSPACED = new Set(['zh', 'ja']);

/** How many of the boundary cases, a line each with " | " between sentences, are cut exactly so; and which are not. */
export function boundaryReport(): string {
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
${failed.length > 0 ? `\n${failed.join('\n')}\n` : ''}`;
}

/** Languages told from the first line and from the first five lines of each language's boundary cases. */
export async function detectionReport(): Promise<string> {
  let [lines, paragraphs] = [0, 0];
  const wrong: string[] = [];
  const files = readdirSync(FOLDER);
  for (const file of files) {
    const language = file.replace('.txt', '');
    const cases = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
    const detected = async (count: number) =>
      (await detectLanguage(cases.slice(0, count).join(' ').replaceAll(' | ', ' '))).language;
    const [line, paragraph] = [await detected(1), await detected(5)];
    if (line === language) lines += 1;
    else wrong.push(`${language} (one line) as ${line}`);
    if (paragraph === language) paragraphs += 1;
    else wrong.push(`${language} (five lines) as ${paragraph}`);
  }
  return `## Language detection

One line: ${lines} of ${files.length} languages; five lines: ${paragraphs} of ${files.length}. Wrong: ${wrong.join(', ') || 'none'}.
`;
}

/** Time to cut 5 MB of the news pairs' texts, beside Intl.Segmenter paragraph by paragraph. */
export function cuttingReport(): string {
  const packs = loadLanguagePacks();
  const base = newsPairs()
    .filter((pair) => pair.from === 'en' || pair.to === 'en')
    .map((pair) => (pair.from === 'en' ? pair.raw.source : pair.raw.target))
    .join('\n\n');
  const text = base.repeat(Math.ceil(5_000_000 / base.length)).slice(0, 5_000_000);
  const paragraphs = splitParagraphs(text, packs('en').shared).map(({ start, end }) => text.slice(start, end));
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const timed = (cut: (paragraph: string) => number) => {
    const begun = performance.now();
    for (const paragraph of paragraphs) cut(paragraph);
    return performance.now() - begun;
  };
  // The first run of each warms the machine up.
  const run = (cut: (paragraph: string) => number) => [timed(cut), timed(cut), timed(cut)].sort((a, b) => a - b)[0]!;
  const theirs = run((paragraph) => [...segmenter.segment(paragraph)].length);
  const ours = run((paragraph) => splitSentences(paragraph, packs('en')).length);
  return `## Cutting 5 MB of English news

${(ours / 1000).toFixed(2)} s; Intl.Segmenter ${(theirs / 1000).toFixed(2)} s; ratio ${(ours / theirs).toFixed(2)}.
`;
}
