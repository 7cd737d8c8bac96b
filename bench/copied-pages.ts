import { readdirSync, readFileSync } from 'node:fs';
import { alignPairs } from '#dist/app/align/align-pair.js';
import type { Languages } from '#dist/app/desk.js';
import { readPair } from '#dist/app/import/read-pair.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { loadSeedLexicons } from '#dist/intake/seed-lexicon.js';

/** A pair of pages as they are copied: the raw texts, the rows that are right, the lines that are no part of the article. */
export interface CopiedPair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly target: string;
  readonly gold: readonly { readonly s: readonly string[]; readonly t: readonly string[] }[];
  readonly furniture: readonly string[];
  /** Lines with which the pages are signed, bylines and credits. */
  readonly signatures: readonly string[];
  readonly titles: { readonly source: string; readonly target: string };
  /** Datelines that stand before a sentence; with or without them a row is right. */
  readonly glued: readonly string[];
}

/** What came out of some pairs, added up. */
interface PageCount {
  readonly right: number;
  readonly rows: number;
  readonly gold: number;
  readonly furniture: number;
  readonly furnitureInRows: number;
  readonly sentences: number;
  readonly leftOut: number;
  readonly milliseconds: number;
}

const BLIND = new URL('../../bench/data/blind/pages/', import.meta.url);

/**
 * Pages of the blind sets, from raw text to rows: how many rows with both sides are right, how many lines of
 * furniture came into a row, how many sentences of the articles are in none.
 * @param kept whether the sets that are only ever counted are counted, too; of them only the sums are printed
 */
export async function copiedPagesReport(kept: boolean, blind = BLIND): Promise<string> {
  const languages = { packs: loadLanguagePacks(), seeds: loadSeedLexicons() };
  const sets = readdirSync(blind, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (kept || !entry.name.startsWith('kept')))
    .map(({ name }) => name)
    .sort();
  const lines: string[] = [];
  for (const set of sets) {
    const counts: PageCount[] = [];
    for (const pair of copiedPairs(new URL(`${set}/`, blind))) counts.push((await countPair(pair, languages)).count);
    lines.push(`| ${set} | ${counts.length} | ${cellsOf(sumOf(counts)).join(' | ')} |`);
  }
  return `## Pages as they are copied

From raw text to rows, by the path of an import.

| set | pairs | F1 of rows | furniture in rows | sentences left out | ms a pair |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

export function copiedPairs(folder: URL): CopiedPair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gold.jsonl'))
    .sort()
    .map((file): CopiedPair => {
      const name = file.replace('.gold.jsonl', '');
      const [from = '', to = ''] = name.split('.')[1]!.split('-');
      const read = (end: string) => readFileSync(new URL(`${name}.${end}`, folder), 'utf8');
      const meta: Record<string, string | string[] | undefined> = JSON.parse(read('meta.json'));
      const listed = (key: string) => [meta[key] ?? []].flat().filter(Boolean);
      return {
        name,
        from,
        to,
        source: read('src.txt'),
        target: read('tgt.txt'),
        gold: read('gold.jsonl')
          .trim()
          .split('\n')
          .map((line): CopiedPair['gold'][number] => JSON.parse(line)),
        furniture: [...listed('furniture_src'), ...listed('furniture_tgt')],
        signatures: ['byline_src', 'byline_tgt', 'credit_src', 'credit_tgt'].flatMap(listed),
        titles: { source: listed('title_src')[0] ?? '', target: listed('title_tgt')[0] ?? '' },
        glued: Object.keys(meta)
          .filter((key) => key.startsWith('dateline_glued'))
          .flatMap(listed),
      };
    });
}

/** Imports and aligns one pair and counts what came out, with what is wrong in words. */
async function countPair(
  pair: CopiedPair,
  languages: Languages,
): Promise<{ readonly count: PageCount; readonly faults: readonly string[] }> {
  const plain = plainer(pair.glued);
  const began = performance.now();
  const article = (text: string, language: string) => ({
    bytes: new TextEncoder().encode(text),
    name: `${pair.name}.txt`,
    language,
  });
  const read = await readPair(
    { source: article(pair.source, pair.from), target: article(pair.target, pair.to), segmented: false },
    languages,
  );
  const [aligned] = alignPairs([read], languages);
  const milliseconds = performance.now() - began;
  const { beads, source, target } = aligned!.bitext;
  const texts = new Map([...source, ...target].map(({ id, text }) => [id, text]));
  const textsOf = (ids: readonly number[]) => ids.map((id) => texts.get(id) ?? '');
  const rows = beads.map((bead) => ({ s: textsOf(bead.source), t: textsOf(bead.target) }));
  const keyOf = ({ s, t }: CopiedPair['gold'][number]) => `${plain(s.join(' '))}\t${plain(t.join(' '))}`;
  const filled = ({ s, t }: CopiedPair['gold'][number]) => s.length > 0 && t.length > 0;
  const wanted = new Set(pair.gold.filter(filled).map(keyOf));
  const got = rows.filter(filled).map(keyOf);
  const text = plain(rows.flatMap(({ s, t }) => [...s, ...t]).join(' '));
  const inRows = pair.furniture.filter((line) => plain(line).length > 3 && text.includes(plain(line)));
  const sentences = pair.gold.flatMap(({ s, t }) => [...s, ...t]);
  const leftOut = sentences.filter((sentence) => !text.includes(plain(sentence)));
  return {
    count: {
      right: got.filter((row) => wanted.has(row)).length,
      rows: got.length,
      gold: wanted.size,
      furniture: pair.furniture.length,
      furnitureInRows: inRows.length,
      sentences: sentences.length,
      leftOut: leftOut.length,
      milliseconds,
    },
    faults: [
      ...got.filter((row) => !wanted.has(row)).map((row) => `wrong row: ${row}`),
      ...inRows.map((line) => `furniture: ${line}`),
      ...leftOut.map((line) => `left out: ${line}`),
    ],
  };
}

/** Texts as they are compared: datelines before sentences, bullets, apostrophes and white space do not count. */
function plainer(glued: readonly string[]): (text: string) => string {
  return (text) =>
    glued
      .reduce((rest, dateline) => rest.replace(dateline.normalize('NFKC'), ''), text.normalize('NFKC'))
      .replace(/[’ʼ]/gu, "'")
      .replace(/[•●·]|(?:^|\s)[-–—](?=\s)/gu, '')
      .replace(/\s/gu, '');
}

function sumOf(counts: readonly PageCount[]): PageCount {
  const sum = (of: (count: PageCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    right: sum(({ right }) => right),
    rows: sum(({ rows }) => rows),
    gold: sum(({ gold }) => gold),
    furniture: sum(({ furniture }) => furniture),
    furnitureInRows: sum(({ furnitureInRows }) => furnitureInRows),
    sentences: sum(({ sentences }) => sentences),
    leftOut: sum(({ leftOut }) => leftOut),
    milliseconds: sum(({ milliseconds }) => milliseconds) / Math.max(1, counts.length),
  };
}

function cellsOf(count: PageCount): string[] {
  const share = (part: number, of: number) => `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)} %)`;
  return [
    ((2 * count.right) / (count.rows + count.gold)).toFixed(3),
    share(count.furnitureInRows, count.furniture),
    share(count.leftOut, count.sentences),
    count.milliseconds.toFixed(0),
  ];
}
