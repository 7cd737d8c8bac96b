import { unzipSync } from 'fflate';
import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import { type Message, msg, sentences } from '../../core/message.ts';
import { Problem, partsOf } from '../../core/problem.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { type MatchedNames, matchNames, type NamedPair } from '../../core/text/pair-names.ts';
import { namesIn } from '../../intake/zip.ts';
import type { App } from '../app.ts';
import { prepareArticle } from './article-intake.ts';
import { type JournaledImport, journaled } from './import-journal.ts';
import { importPair } from './import-pair.ts';

/** Many files, by their paths. */
export interface FileCollection {
  readonly paths: readonly string[];
  read(path: string): Promise<Uint8Array>;
}

/**
 * The files of a zip.
 * @throws Problem where it is damaged or unpacks to too much
 */
export function zipCollection(bytes: Uint8Array, name: string): FileCollection {
  const paths = namesIn(bytes, name).filter((path) => !path.endsWith('/') && !/(?:^|\/)(?:\.|__MACOSX)/u.test(path));
  return {
    paths,
    async read(path) {
      const found = unzipSync(bytes, { filter: (entry) => entry.name === path })[path];
      if (!found) throw new Problem('unreadable-file', msg('“{path}” is not in {name}.', { path, name }));
      return found;
    },
  };
}

/** What a collection holds, pair by pair. */
export function matchCollection({ paths }: FileCollection, packs: PackFor, from?: string, to?: string): MatchedNames {
  return matchNames(paths.toSorted(), packs(ANY_LANGUAGE).shared.fileCodes, from, to);
}

/** What has become of a pair. */
export interface ManyReport {
  readonly pair: NamedPair;
  /** The bitext; null where there is none, and `problem` says why. */
  readonly id: number | null;
  readonly problem: Message | null;
}

/**
 * Stores pairs one after another; one that fails is reported and the rest continue.
 * @param signal stops it before the next pair; what is stored by then stays
 */
export async function importMany(
  app: App,
  files: FileCollection,
  pairs: readonly NamedPair[],
  { onProgress = () => {}, ...what }: ManyOptions,
): Promise<ManyReport[]> {
  return journaled(app, { ...what, total: pairs.length }, async (entry) => {
    const reports: ManyReport[] = [];
    for (const pair of pairs) {
      if (what.signal?.aborted) break;
      const report = await importOne(app, files, pair);
      reports.push(report);
      await entry.has(reports.filter(({ id }) => id !== null).length);
      onProgress(report);
    }
    return reports;
  });
}

/** How the import of many pairs is called, and who listens to it. */
export type ManyOptions = Omit<JournaledImport, 'total'> & { readonly onProgress?: (report: ManyReport) => void };

async function importOne(app: App, files: FileCollection, pair: NamedPair): Promise<ManyReport> {
  try {
    const article = async ({ path, language }: NamedPair['source']) =>
      prepareArticle({ bytes: await files.read(path), name: path.split('/').at(-1)!, language }, app.packs, app.intake);
    const [source, target] = [await article(pair.source), await article(pair.target)];
    return { pair, id: await importPair(app, { source, target }), problem: null };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'internal') throw error;
    return { pair, id: null, problem: sentences(partsOf(error)) };
  }
}
