import { Command } from 'commander';
import { type HeapProgress, pairHeaps } from '../../app/import/heaps/pair-heaps.ts';
import type { Heap } from '../../app/import/heaps/read-heap.ts';
import { loadLanguages } from '../../app/import/packs.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { folderCollection, isFolder, writeOutput } from '../files.ts';
import { languageOption } from '../options.ts';
import { t } from '../report.ts';
import { copyPairs, freeFolder } from './copy-pairs.ts';
import { asJson, asTable, summary } from './pair-tables.ts';

interface Flags {
  readonly from?: string;
  readonly to?: string;
  readonly report?: string;
  readonly json?: boolean;
  readonly copyTo?: string;
}

export function pairCommand(): Command {
  return new Command('pair')
    .description(
      'Find which documents of two folders translate each other. Sure pairs come first; those that a person should look at are marked as doubtful, and what has no counterpart stays alone.',
    )
    .argument('<folder-a>', 'documents in one language, of any format that is imported')
    .argument('<folder-b>', 'documents in another language')
    .addOption(languageOption('--from', 'the first folder'))
    .addOption(languageOption('--to', 'the second folder'))
    .option('--report <file>', 'where the table of pairs goes; standard output if not given')
    .option('--json', 'write JSON, with what has no counterpart and what could not be read')
    .option(
      '--copy-to <folder>',
      'copy the sure pairs to a new folder as NAME.en.txt and NAME.fr.txt, as import takes it, with a list pairs.tsv for align --batch',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  visavis pair english/ french/ --from en --to fr --report pairs.tsv\n  visavis pair english/ french/ --copy-to paired && visavis import paired --db news.sqlite',
    )
    .action(run);
}

async function run(folderA: string, folderB: string, { from, to, report, json, copyTo }: Flags): Promise<void> {
  const heaps = { a: heapOf(folderA, from), b: heapOf(folderB, to) };
  if (copyTo !== undefined) await freeFolder(copyTo);
  const found = await pairHeaps(heaps, loadLanguages(), progress());
  for (const { path, problem } of found.unread) process.stderr.write(`${path}: ${t(problem)}\n`);
  await writeOutput(report ?? '-', json ? asJson(found) : asTable(found));
  if (copyTo !== undefined) await copyPairs(found, heaps, copyTo);
  process.stderr.write(`${summary(found)}\n`);
  if (found.unread.length > 0) process.exitCode = 1;
}

/** @throws Problem where the folder is not there or holds no file */
function heapOf(folder: string, language: string | undefined): Heap {
  if (!isFolder(folder))
    throw new Problem(
      'bad-input',
      msg('There is no folder {folder}.', { folder }),
      '',
      'Name two folders of documents.',
    );
  const files = folderCollection(folder);
  if (files.paths.length === 0)
    throw new Problem(
      'bad-input',
      msg('The folder {folder} holds no files.', { folder }),
      '',
      'Name two folders of documents.',
    );
  return { ...files, language };
}

/** How often progress is written, in ms. */
const PROGRESS_INTERVAL = 2000;

/** Writes now and then on stderr how far it is. */
function progress(): HeapProgress {
  let last = Date.now();
  return (step, done, all) => {
    if (Date.now() - last < PROGRESS_INTERVAL) return;
    last = Date.now();
    process.stderr.write(`${step}: ${done} of ${all}\n`);
  };
}
