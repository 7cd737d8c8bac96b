import { readdirSync, readFileSync } from 'node:fs';
import { extractTerms } from '#dist/app/glossary/extract-terms.js';
import { conceptsIn } from '#dist/app/glossary/glossary-files.js';
import { loadLanguages } from '#dist/app/import/packs.js';
import { readPair } from '#dist/app/import/read-pair.js';
import { termMatcher } from '#dist/core/glossary/matching.js';

const DATA = new URL('../../bench/data/blind/', import.meta.url);
const known = loadLanguages();

/**
 * Candidates and recognition on texts written by somebody who had read no rule: totals alone.
 * @param kept whether the kept half is counted, too: one that is counted after each change is a kept one no more
 */
export async function blindTermsReport(kept: boolean): Promise<string> {
  const lines: string[] = [];
  for (const half of ['work', 'work-2', 'work-3', ...(kept ? ['kept', 'kept-2', 'kept-3'] : [])]) {
    const { found, wanted } = await candidatesIn(new URL(`candidates/${half}/`, DATA));
    const { right, got, all } = await termsIn(new URL(`terms/${half}/`, DATA));
    const [precision, recall] = [right / got, right / all];
    const f1 = (2 * precision * recall) / (precision + recall);
    lines.push(
      `| blind, ${half} | ${found} of ${wanted} (${(found / wanted).toFixed(3)}) | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} |`,
    );
  }
  return `## Terms that nobody here wrote

| texts | entries proposed | recognition: precision | recall | F1 |
|---|---|---|---|---|
${lines.join('\n')}
`;
}

/** How many listed entries are proposed, both sides exactly, but for an English article and capitals. */
async function candidatesIn(folder: URL): Promise<{ found: number; wanted: number }> {
  const sums = { found: 0, wanted: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tsv'))) {
    const language = file.replace('.tsv', '');
    const side = (tag: string) => {
      const name = `${language}.${tag}.txt`;
      return { bytes: readFileSync(new URL(name, folder)), name, language: tag };
    };
    const pair = await readPair({ source: side('en'), target: side(language), segmented: false }, known);
    const proposed = extractTerms(pair, known);
    for (const line of linesOf(new URL(file, folder))) {
      const [source = '', targets = ''] = line.split('\t');
      const right = targets.split('|').map(plain);
      sums.wanted += 1;
      if (proposed.some((one) => plain(one.source) === plain(source) && right.includes(plain(one.target))))
        sums.found += 1;
    }
  }
  return sums;
}

interface TermCase {
  readonly lang: string;
  readonly text: string;
  readonly expect: readonly { readonly start: number; readonly end: number }[];
}

/** How many terms are found in exactly their place. */
async function termsIn(folder: URL): Promise<{ right: number; got: number; all: number }> {
  const file = new URL('terms-glossary.json', folder);
  const concepts = await conceptsIn(readFileSync(file), 'terms-glossary.json', file.pathname);
  const sums = { right: 0, got: 0, all: 0 };
  for (const line of linesOf(new URL('terms.jsonl', folder))) {
    const { lang, text, expect } = JSON.parse(line) as TermCase;
    const places = new Set(expect.map(({ start, end }) => `${start}-${end}`));
    const hits = new Set(
      termMatcher(concepts, known.packs(lang), { article: true })(text).map(({ start, end }) => `${start}-${end}`),
    );
    sums.right += [...hits].filter((hit) => places.has(hit)).length;
    sums.got += hits.size;
    sums.all += places.size;
  }
  return sums;
}

function linesOf(file: URL): string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/^the /u, '').replace(/\s+/gu, ' ').trim();
}
