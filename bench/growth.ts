import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, type IndexBead, parseBeads } from '#dist/core/align/evaluate.js';

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

/** Runs a script in a process of its own; answers "seconds, MB at the peak". */
function timed(args: readonly string[]): string {
  const begun = performance.now();
  const probe = "process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS))";
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - begun) / 1000;
  const peak = Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? 0) / 1024;
  return status === 0 ? `${seconds.toFixed(1)}, ${Math.round(peak)}` : `failed (${status})`;
}

/** A text of invented words and its translation, the same every time. */
function madeTexts(size: number): { source: string[]; target: string[]; gold: IndexBead[] } {
  const random = generator(42);
  const vocabulary = Math.round(40 * Math.sqrt(size * 12));
  const word = (id: number, seed: number) => {
    const letters = generator(id * 7919 + seed);
    return Array.from({ length: 3 + (id % 6) }, () => 'abcdefghijklmnoprstuvz'[Math.floor(letters() * 22)]).join('');
  };
  // Word frequencies follow Zipf's law roughly: a power of a uniform number.
  const sentence = () =>
    Array.from({ length: 6 + Math.floor(random() * 20) }, () => Math.floor(vocabulary * random() ** 3));
  const source: string[] = [];
  const target: string[] = [];
  const gold: IndexBead[] = [];
  const write = (ids: readonly number[], seed: number) => `${ids.map((id) => word(id, seed)).join(' ')}.`;
  for (let k = 0; k < size; k++) {
    const ids = sentence();
    const chance = random();
    const [from, to] = [source.length, target.length];
    const cut = Math.ceil(ids.length / 2);
    const parts = [ids.slice(0, cut), ids.slice(cut)];
    if (chance < 0.015) source.push(write(ids, 1));
    else if (chance < 0.03) target.push(write(ids, 2));
    else if (chance < 0.07) {
      source.push(write(ids, 1));
      target.push(...parts.map((part) => write(part, 2)));
    } else if (chance < 0.11) {
      source.push(...parts.map((part) => write(part, 1)));
      target.push(write(ids, 2));
    } else {
      source.push(write(ids, 1));
      target.push(write(ids.toReversed(), 2));
    }
    gold.push([source.slice(from).map((_, x) => from + x), target.slice(to).map((_, x) => to + x)]);
  }
  return { source, target, gold };
}

/** A linear congruential generator (Numerical Recipes' constants): reproducible, good enough for made text. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
