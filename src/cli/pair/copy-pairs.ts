import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PairedHeaps } from '../../app/import/heaps/pair-heaps.ts';
import type { Heap } from '../../app/import/heaps/read-heap.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { primarySubtag } from '../../core/text/language-tag.ts';
import { writeOutput } from '../files.ts';

/** Makes a folder unless it is there and empty. @throws Problem where it holds something */
export async function freeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Problem(
      'bad-input',
      msg('The folder {folder} is not empty.', { folder }),
      '',
      'Name a new folder for the copies.',
    );
}

/** Copies the sure pairs to a folder, each with one name and its languages, and writes a list of them. */
export async function copyPairs(
  { pairs }: PairedHeaps,
  heaps: { readonly a: Heap; readonly b: Heap },
  folder: string,
): Promise<void> {
  const names = new Set<string>();
  const list: string[] = [];
  for (const { a, b, state } of pairs) {
    if (state !== 'sure') continue;
    const name = freeName(a.path, names);
    const copied = async (heap: Heap, { path, language }: typeof a) => {
      const file = `${name}.${primarySubtag(language)}${/\.[A-Za-z0-9]{1,5}$/u.exec(path)?.[0] ?? ''}`;
      await writeFile(join(folder, file), await heap.read(path));
      return file;
    };
    list.push(`${await copied(heaps.a, a)}\t${await copied(heaps.b, b)}\t${name}\n`);
  }
  await writeOutput(join(folder, 'pairs.tsv'), list);
}

/** A name for a pair, from its first document's, that no other pair has. */
function freeName(path: string, names: Set<string>): string {
  const plain = path.replace(/\.[A-Za-z0-9]{1,5}$/u, '').replace(/[/\s]+/gu, '-');
  let name = plain;
  for (let i = 2; names.has(name.toLowerCase()); i++) name = `${plain}-${i}`;
  names.add(name.toLowerCase());
  return name;
}
