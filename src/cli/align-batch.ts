import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { alignPairs, type SegmentedPair } from '../app/align/align-pair.ts';
import type { Languages } from '../app/desk.ts';
import type { TermPairs } from '../core/align/alignment.ts';
import { FORMATS } from '../core/formats/index.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { isWebAddress } from '../core/text/web-address.ts';
import { type AlignOptions, readFiles, writeBitext } from './align-files.ts';
import { readInput } from './files.ts';

/** A list of pairs to align and where the results go. */
export interface BatchOptions extends AlignOptions {
  readonly list: string;
  readonly folder: string;
  /** Whether results that are there already are made again. */
  readonly force: boolean;
  /** What glossaries say. */
  readonly terms: TermPairs;
}

interface PairLine {
  readonly source: string;
  readonly target: string;
  readonly name: string;
}

/** How many segments are aligned together at most; more would teach little more and need more memory. */
const MAX_SEGMENTS_TOGETHER = 40_000;

/**
 * Aligns every pair of a list, many together, so that what is learned from one
 * serves the others. One that fails is reported and the rest goes on.
 * @returns how many failed
 */
export async function alignBatch(options: BatchOptions, languages: Languages): Promise<number> {
  const pairs = await readList(options.list);
  const outOf = (name: string) => join(options.folder, `${name}.${FORMATS[options.format].extension}`);
  const todo = pairs.filter(({ name }) => options.force || !existsSync(outOf(name)));
  const say = (name: string, text: string) => process.stderr.write(`${name}: ${text}\n`);
  await mkdir(options.folder, { recursive: true });
  let [done, failed] = [0, 0];

  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed += 1;
      say(name, `failed: ${error.message}`);
    }
  };
  const finish = async (group: readonly { name: string; pair: SegmentedPair }[]): Promise<void> => {
    const aligned = alignPairs(
      group.map(({ pair }) => pair),
      languages,
      options.terms,
    );
    for (const [i, { name }] of group.entries()) {
      const result = aligned[i]!;
      await attempt(name, async () => {
        await writeBitext(result, name, options.format, outOf(name));
        done += 1;
        say(name, `${result.bitext.beads.length} beads (${done + failed} of ${todo.length})`);
      });
    }
  };

  let group: { name: string; pair: SegmentedPair }[] = [];
  let segments = 0;
  for (const { source, target, name } of todo) {
    await attempt(name, async () => {
      const pair = await readFiles(source, target, options, languages);
      group.push({ name, pair });
      segments += pair.source.sentences.length + pair.target.sentences.length;
    });
    if (segments > MAX_SEGMENTS_TOGETHER) {
      await finish(group);
      group = [];
      segments = 0;
    }
  }
  await finish(group);
  process.stderr.write(`${done} aligned, ${pairs.length - todo.length} done before, ${failed} failed\n`);
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
          msg('{list}, line {line} is not a file pair.', { list, line: String(i + 1) }),
          msg('It reads “{line}”.', { line: line.slice(0, 80) }),
          'A line is SOURCE, a tab, TARGET, and if wanted a tab and a NAME.',
        );
      }
      const name = given || basename(source).replace(/\.[^.]*$/u, '');
      if (/[/\\]|^\.{1,2}$/u.test(name))
        throw new Problem(
          'bad-input',
          msg('{list}, line {line}: “{name}” cannot name a file.', { list, line: String(i + 1), name }),
          '',
          'Use a name without slashes.',
        );
      if (names.has(name))
        throw new Problem(
          'bad-input',
          msg('{list}, line {line}: the name “{name}” is there twice.', { list, line: String(i + 1), name }),
          '',
          'Give each pair a name of its own in the third column.',
        );
      names.add(name);
      const placed = (path: string) => (isWebAddress(path) ? path : resolve(folder, path));
      return [{ source: placed(source), target: placed(target), name }];
    });
}
