import { existsSync, readFileSync } from 'node:fs';
import { segmentFile } from '#dist/app/import/segment-file.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';

/** The halves of the blind sets: those of `work` may be looked at case by case, those of `kept` are only counted. */
const WORK = ['work', 'work-2', 'work-3', 'work-4', 'work-5', 'work-6', 'work-7', 'work-8'];
const KEPT = ['kept', 'kept-2', 'kept-3', 'kept-4', 'kept-5', 'kept-6', 'kept-7', 'kept-8'];
const FOLDER = new URL('../../bench/data/blind/boundaries/', import.meta.url);

interface BoundaryCase {
  readonly lang: string;
  readonly kind: string;
  readonly text: string;
  readonly sents: readonly string[];
}

/**
 * How many cases of the blind sets are cut exactly so, and which of the halves that may be looked at are not.
 * @param kept whether the halves that are only ever counted are counted, too
 */
export async function blindBoundaryReport(kept: boolean, folder = FOLDER): Promise<string> {
  const rows: string[] = [];
  const wrong: string[] = [];
  for (const half of kept ? [...WORK, ...KEPT] : WORK) {
    const file = new URL(`${half}.jsonl`, folder);
    if (!existsSync(file)) continue;
    const cases = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as BoundaryCase);
    let right = 0;
    for (const one of cases) {
      const found = await cut(one);
      if (found.join('\n') === one.sents.join('\n')) right += 1;
      else if (WORK.includes(half))
        wrong.push(`- ${one.lang}: ${one.sents.join(' | ')}\n  - cut as: ${found.join(' | ')}`);
    }
    const languages = new Set(cases.map(({ lang }) => lang)).size;
    rows.push(`| ${half} | ${languages} | ${right} of ${cases.length} | ${(right / cases.length).toFixed(3)} |`);
  }
  return `## Sentence boundaries, cases written by somebody who had not read the rules

| half | languages | right | share |
|---|---|---|---|
${rows.join('\n')}
${wrong.length > 0 ? `\n${wrong.join('\n')}\n` : ''}`;
}

const packs = loadLanguagePacks();

/** A text below a headline that is left out again, cut as `visavis segment` does. */
async function cut({ lang, text }: BoundaryCase): Promise<string[]> {
  const below = text.startsWith('x\n') ? text : `x\n\n${text}`;
  const { sentences } = await segmentFile({ name: 'case.txt', text: below, language: lang }, packs);
  return sentences.slice(1).map((sentence) => sentence.text);
}
