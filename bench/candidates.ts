import { readdirSync, readFileSync } from 'node:fs';
import { extractTerms } from '#dist/app/glossary/extract-terms.js';
import { loadLanguages } from '#dist/app/import/packs.js';
import { readPair } from '#dist/app/import/read-pair.js';
import type { Candidate } from '#dist/core/glossary/candidates.js';

const FOLDER = new URL('../../bench/data/candidates/', import.meta.url);
const TOP = 20;

interface Wanted {
  readonly needed: boolean;
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** Which of the entries that a terminologist would list are proposed, and how many of the first twenty are right. */
export async function candidatesReport(): Promise<string> {
  const known = loadLanguages();
  const lines: string[] = [];
  const sums = { found: 0, wanted: 0, right: 0, shown: 0 };
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'))) {
    const [name = '', languages = ''] = file.split('.');
    const [from = '', to = ''] = languages.split('-');
    const gold = wantedIn(file);
    const side = (language: string) => {
      const article = `${name}.${language}.txt`;
      return { bytes: readFileSync(new URL(article, FOLDER)), name: article, language };
    };
    const pair = await readPair({ source: side(from), target: side(to), segmented: false }, known);
    const proposed = extractTerms(pair, known);
    const isRight = (one: { source: string; target: string }, { source, target }: Wanted) =>
      source.includes(plain(one.source)) && target.includes(plain(one.target));
    const needed = gold.filter((entry) => entry.needed);
    const missed = needed.filter((entry) => !proposed.flatMap(withAcronyms).some((one) => isRight(one, entry)));
    const top = proposed.slice(0, TOP);
    const wrong = top.filter((one) => !gold.some((entry) => isRight(one, entry)));
    sums.found += needed.length - missed.length;
    sums.wanted += needed.length;
    sums.right += top.length - wrong.length;
    sums.shown += top.length;
    lines.push(
      `- ${name}: ${needed.length - missed.length} of ${needed.length} proposed, ${top.length - wrong.length} of the first ${top.length} right`,
      ...missed.map(({ source, target }) => `  - missed: ${source[0]} / ${target[0]}`),
      ...wrong.map(({ source, target }) => `  - wrong: ${source} / ${target}`),
    );
  }
  return `## Candidates for the glossary

News pairs without a glossary of their own: recall ${(sums.found / sums.wanted).toFixed(3)} with both sides right, precision of the first ${TOP} ${(sums.right / sums.shown).toFixed(3)}.

${lines.join('\n')}
`;
}

/** A candidate, and its acronyms as terms of the same concept. */
function withAcronyms({ source, target, acronyms }: Candidate): { source: string; target: string }[] {
  return [
    { source, target },
    ...(acronyms?.source && acronyms.target ? [{ source: acronyms.source, target: acronyms.target }] : []),
  ];
}

function wantedIn(file: string): Wanted[] {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', source = '', target = ''] = line.split('\t');
      return {
        needed: !kind.startsWith('?'),
        source: source.split('|').map(plain),
        target: target.split('|').map(plain),
      };
    });
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
