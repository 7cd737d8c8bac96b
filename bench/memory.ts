import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookUp } from '#dist/app/library/lookup.js';
import { openApp } from '#dist/app/open-app.js';
import { madeTexts } from './made-texts.ts';
import { timed } from './timed.ts';

const UNITS = 300_000;
const LOOKUPS = 300;

/**
 * A long translation memory: in, indexed, looked up in, out. translate-toolkit's `build_tmdb`, which
 * stores a memory in SQLite, too, takes the same file where it is installed (Debian's translate-toolkit).
 */
export async function memoryReport(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
  try {
    const file = join(folder, 'memory.tmx');
    const sentences = writeMemory(file);
    const megabytes = Math.round(statSync(file).size / 1e6);
    const db = join(folder, 'memory.sqlite');
    const imported = timed([main, 'import', file, '--db', db]);
    const other = buildTmdb(file, join(folder, 'tmdb'));
    const app = await openApp({ database: db });
    const index = performance.now();
    await app.searchIndex.ready();
    const indexed = performance.now() - index;
    const times: number[] = [];
    for (let k = 0; k < LOOKUPS; k++) {
      const words = sentences[(k * 7919) % sentences.length]!.split(' ');
      // A word less and one that is new, as in a sentence that was edited.
      const text = [...words.slice(1), 'unheard'].join(' ');
      const start = performance.now();
      await lookUp(app, { text, from: 'en', to: 'fr' });
      times.push(performance.now() - start);
    }
    await app.close();
    const exported = timed([main, 'export', '1', '--format', 'tmx', '--out', join(folder, 'out.tmx'), '--db', db]);
    times.sort((a, b) => a - b);
    const at = (share: number) => `${times[Math.floor(share * times.length)]!.toFixed(1)} ms`;
    return `## A long memory

${UNITS} units of invented words, ${megabytes} MB of TMX; whole processes but for index and look-up.

| | |
|---|---|
| import: seconds, MB | ${imported} |
| the same by translate-toolkit's build_tmdb | ${other} |
| the full-text index, made when it is first needed | ${(indexed / 1000).toFixed(1)} s |
| fuzzy look-up, median of ${LOOKUPS} | ${at(0.5)} |
| 95th percentile | ${at(0.95)} |
| export as TMX: seconds, MB | ${exported} |
`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a memory of made texts; answers its source sentences. */
function writeMemory(path: string): readonly string[] {
  const { source, target } = madeTexts(UNITS, { gaps: 0, words: 40_000 });
  const file = openSync(path, 'w');
  writeSync(file, '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="en"/><body>\n');
  for (const [i, text] of source.slice(0, UNITS).entries()) {
    const variants = [text, target[i] ?? text].map(
      (words, side) => `<tuv xml:lang="${side === 0 ? 'en' : 'fr'}"><seg>${words}</seg></tuv>`,
    );
    writeSync(file, `<tu tuid="${i}">${variants.join('')}</tu>\n`);
  }
  writeSync(file, '</body></tmx>\n');
  closeSync(file);
  return source.slice(0, UNITS);
}

function buildTmdb(file: string, database: string): string {
  const begun = performance.now();
  const { status, error } = spawnSync('build_tmdb', ['-d', database, '-s', 'en', '-t', 'fr', file]);
  if (error) return 'not installed';
  return status === 0 ? ((performance.now() - begun) / 1000).toFixed(1) : `failed (${status})`;
}
