import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, parseBeads } from '#dist/core/align/evaluate.js';
import { madeTexts } from './made-texts.ts';
import { timed } from './timed.ts';

/** Whole-process wall time and peak memory of `visavis align` on made texts of growing length, hunalign beside it. */
export async function growthReport(largest: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  const rows: string[] = [];
  for (const size of [1000, 6700, 10_000, 100_000].filter((count) => count <= largest)) {
    const { source, target, gold } = madeTexts(size);
    const files = [join(folder, `${size}.en`), join(folder, `${size}.xx`)] as const;
    writeFileSync(files[0], source.join('\n'));
    writeFileSync(files[1], target.join('\n'));
    const out = join(folder, 'out');
    const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
    const ours = timed([
      main,
      'align',
      ...files,
      ...'--from en --to fr --segmented --format beads --out'.split(' '),
      out,
    ]);
    const f1 = evaluate([{ gold, proposed: parseBeads(readFileSync(out, 'utf8'), 'out') }]).strict.f1;
    const theirs =
      size <= 10_000 ? timed([fileURLToPath(new URL('./hunalign-run.js', import.meta.url)), ...files]) : '';
    rows.push(`| ${size} | ${ours} | ${f1.toFixed(4)} | ${theirs} |`);
  }
  return `## Speed and growth, whole process

Made texts: sentences of invented words with a word-for-word translation, a tenth of them merged, split or dropped,
no word alike: the lexicon has to be learned from the text.
hunalign is the WebAssembly build of the npm package, without dictionary, as the package runs it.

| sentences | visavis: seconds, MB | F1 strict | hunalign: seconds, MB |
|---|---|---|---|
${rows.join('\n')}
`;
}
