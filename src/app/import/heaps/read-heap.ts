import { ANY_LANGUAGE } from '../../../core/glossary/any-language.ts';
import { type Message, sentences } from '../../../core/message.ts';
import type { DocumentFeatures } from '../../../core/pair/document-features.ts';
import { Problem, partsOf } from '../../../core/problem.ts';
import type { PackFor } from '../../../core/text/language-pack.ts';
import { languageInName } from '../../../core/text/pair-names.ts';
import type { Pool } from '../../desk.ts';
import type { FileCollection } from '../import-many.ts';
import { readFeatures } from './read-features.ts';

/** Documents of one language, or of several that are told by the texts. */
export interface Heap extends FileCollection {
  readonly language?: string | undefined;
}

/** What was read of a heap: the paths of its documents and what they are compared by, in order. */
export interface ReadHeap {
  readonly paths: readonly string[];
  readonly features: readonly DocumentFeatures[];
  readonly unread: readonly { readonly path: string; readonly problem: Message }[];
}

/** Files that are read at once: more than there are threads, so that none waits for the disk. */
const READ_AT_ONCE = 6;

/** Reads a heap in threads; a file that cannot be read is named and the rest goes on. */
export async function readHeap(
  heap: Heap,
  pool: Pool,
  packs: PackFor,
  onProgress: (done: number) => void,
): Promise<ReadHeap> {
  const paths = heap.paths.toSorted();
  const codes = new Set(packs(ANY_LANGUAGE).shared.fileCodes);
  const read: (DocumentFeatures | Message)[] = [];
  let [next, done] = [0, 0];
  const reader = async () => {
    for (let i = next++; i < paths.length; i = next++) {
      const path = paths[i]!;
      read[i] = await featuresOf(path, heap, pool, codes);
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: READ_AT_ONCE }, reader));
  const isRead = (one: DocumentFeatures | Message): one is DocumentFeatures => 'keys' in one;
  return {
    paths: paths.filter((_, i) => isRead(read[i]!)),
    features: read.filter(isRead),
    unread: paths.flatMap((path, i) => {
      const problem = read[i]!;
      return isRead(problem) ? [] : [{ path, problem }];
    }),
  };
}

async function featuresOf(
  path: string,
  heap: Heap,
  pool: Pool,
  codes: ReadonlySet<string>,
): Promise<DocumentFeatures | Message> {
  try {
    const bytes = await heap.read(path);
    const name = path.split('/').at(-1)!;
    return await pool.run(readFeatures, { bytes, name, language: heap.language, stem: stemOf(path, codes) });
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'internal') throw error;
    return sentences(partsOf(error));
  }
}

/** A path without its extension and what names a language in it; empty where no word is left, as in “0001.txt”. */
function stemOf(path: string, codes: ReadonlySet<string>): string {
  const plain = languageInName(path, codes)?.key ?? path.replace(/\.[A-Za-z0-9]{1,5}$/u, '');
  return /\p{L}{3}/u.test(plain) ? plain.replace(/^[/._-]+|[/._-]+$/gu, '').toLowerCase() : '';
}
