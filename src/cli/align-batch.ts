import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { FORMATS } from '../core/formats/index.ts';
import { Problem } from '../core/problem.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import { type AlignOptions, alignFiles, writeBitext } from './align.ts';
import { readInput } from './files.ts';

/** A list of pairs to align and where the results go. */
export interface BatchOptions extends AlignOptions {
  readonly list: string;
  readonly folder: string;
  /** Whether results that are there already are made again. */
  readonly force: boolean;
}

interface PairLine {
  readonly source: string;
  readonly target: string;
  readonly name: string;
}

/**
 * Aligns every pair of a list; one that fails is reported and the rest goes on.
 * @returns how many failed
 */
export async function alignBatch(options: BatchOptions, packs: PackFor): Promise<number> {
  const pairs = await readList(options.list);
  await mkdir(options.folder, { recursive: true });
  let [done, skipped, failed] = [0, 0, 0];
  for (const [i, { source, target, name }] of pairs.entries()) {
    const out = join(options.folder, `${name}.${FORMATS[options.format].extension}`);
    const say = (text: string) => process.stderr.write(`[${i + 1}/${pairs.length}] ${name}: ${text}\n`);
    if (!options.force && existsSync(out)) {
      skipped += 1;
      continue;
    }
    try {
      const bitext = await alignFiles(source, target, options, packs);
      await writeBitext(bitext, name, options.format, out);
      done += 1;
      say(`${bitext.beads.length} beads`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed += 1;
      say(`failed: ${error.message}`);
    }
  }
  process.stderr.write(`${done} aligned, ${skipped} done before, ${failed} failed\n`);
  return failed;
}

async function readList(list: string): Promise<PairLine[]> {
  const { bytes } = await readInput(list);
  const folder = dirname(resolve(list));
  const names = new Set<string>();
  return new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/u)
    .flatMap((line, i): PairLine[] => {
      if (!line.trim()) return [];
      const [source, target, given] = line.split('\t').map((cell) => cell.trim());
      if (!source || !target) {
        throw new Problem(
          'bad-input',
          `${list}, line ${i + 1} is no pair.`,
          `It reads “${line.slice(0, 80)}”.`,
          'A line is SOURCE, a tab, TARGET, and if wanted a tab and a NAME.',
        );
      }
      const name = given || basename(source).replace(/\.[^.]*$/u, '');
      if (/[/\\]|^\.{1,2}$/u.test(name))
        throw new Problem(
          'bad-input',
          `${list}, line ${i + 1}: “${name}” cannot name a file.`,
          '',
          'Use a name without slashes.',
        );
      if (names.has(name))
        throw new Problem(
          'bad-input',
          `${list}, line ${i + 1}: the name “${name}” stands twice.`,
          '',
          'Give each pair a name of its own in the third column.',
        );
      names.add(name);
      return [{ source: resolve(folder, source), target: resolve(folder, target), name }];
    });
}
