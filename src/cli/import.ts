import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type App, headOf } from '../app/app.ts';
import { prepareArticle } from '../app/import/article-intake.ts';
import { importAligned } from '../app/import/import-aligned.ts';
import { importCues, isSubtitleFile } from '../app/import/import-cues.ts';
import { forgetImport, interruptedImports } from '../app/import/import-journal.ts';
import { type FileCollection, importMany, matchCollection, zipCollection } from '../app/import/import-many.ts';
import { type ImportedMemory, importMemory } from '../app/import/import-memory.ts';
import { importPair } from '../app/import/import-pair.ts';
import { hasColumns, importTable, isTable, type TableFile } from '../app/import/import-table.ts';
import { importTei, isTeiFile } from '../app/import/import-tei.ts';
import { languageDoubts } from '../app/import/pair-doubts.ts';
import { piecesOf } from '../app/import/read-memory.ts';
import { setDateOfBitext } from '../app/library/article-date.ts';
import { isDate } from '../core/glossary/holders.ts';
import { Problem } from '../core/problem.ts';
import { folderCollection, isFolder, readHead, readInput, readInputs, unreadable } from './files.ts';
import {
  databaseOption,
  type Encodings,
  encodingOption,
  fetchPrivateOption,
  languageOption,
  reachOf,
} from './options.ts';
import { type ImportFlags, importFromAfar } from './remote/import.ts';
import { refuseLocal, type ServerFlags, serverOptions, withServer } from './remote/server.ts';
import { reportFindings, t } from './report.ts';
import { describedTable, printTable } from './table-columns.ts';
import { withApp } from './with-app.ts';

interface Flags extends ServerFlags, ImportFlags {
  readonly encoding?: Encodings | undefined;
  readonly columns?: string | undefined;
  readonly header?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly fetchPrivate?: boolean | undefined;
  readonly db: string;
}

export function importCommand(): Command {
  const [serverOption, tokenOption] = serverOptions();
  return new Command('import')
    .description(
      'Store two texts and align them, or what is aligned already: a memory (TMX, XLIFF), a table (CSV, TSV, XLSX, JSONL), two segmented texts with their alignment, or texts with their alignment in TEI, or a folder or zip of pairs. Prints the number of each bitext.',
    )
    .argument('<source>', 'source text or the address of a page, memory, table, folder or zip')
    .argument('[target]', 'its translation; none for a memory, table, folder or zip')
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .addOption(encodingOption('texts'))
    .option('--title <text>', 'title of the bitext; its headline if not given')
    .option('--date <day>', 'day of the article, such as 2024-01-16, by which posts are checked', day)
    .option(
      '--alignment <file>',
      'hunalign’s ladder or vecalign’s beads, the texts being segmented, a line each; or InterText’s links (.xml), the texts being XML with <s>',
    )
    .option(
      '--segmented',
      'the texts are segmented and go line by line, as in Moses’ files; subtitles go by their times',
    )
    .option(
      '--columns <names>',
      'what the columns of a table are, as in “,source,target,note”; an empty one is left out',
    )
    .option('--header', 'the first row of a table is a header, whatever it looks like')
    .option(
      '--dry-run',
      'of a folder or zip only say which files would be paired, of a table what its columns are taken for',
    )
    .addOption(fetchPrivateOption())
    .addOption(databaseOption())
    .addOption(serverOption)
    .addOption(tokenOption)
    .addHelpText(
      'after',
      '\nExample:\n  visavis import story.en.docx story.fr.docx --db news.sqlite\n  visavis import https://news.example/en/story https://news.example/fr/recit --db news.sqlite\n  visavis import memory.tmx --from en --to fr --db news.sqlite\n  visavis import stories.zip --from en --to fr --db news.sqlite',
    )
    .action(run);
}

function day(text: string): string {
  if (text.length === 10 && isDate(text)) return text;
  throw new InvalidArgumentError('Write it as 2024-01-16.');
}

async function run(source: string, target: string | undefined, flags: Flags): Promise<void> {
  const { server, encoding, columns, header, dryRun } = flags;
  if (server !== undefined) {
    refuseLocal({ '--encoding': encoding, '--columns': columns, '--header': header, '--dry-run': dryRun });
    return withServer(server, flags, (client) => importFromAfar(client, source, target, flags));
  }
  const work = async (app: App) => {
    await reportInterrupted(app);
    await app.staging.sweep();
    if (target === undefined) await importOne(app, source, flags);
    else if (flags.alignment !== undefined || flags.segmented) await importSegmented(app, source, target, flags);
    else await importTexts(app, source, target, flags);
  };
  await withApp(flags.db, work, { fetching: reachOf(flags) });
}

/** Says once which imports were interrupted. */
async function reportInterrupted(app: App): Promise<void> {
  for (const { id, name, begunAt, total, stored } of await interruptedImports(app)) {
    const left = total > 0 ? `${stored} of its ${total} pairs are stored` : 'nothing of it is stored';
    process.stderr.write(`${name}: its import, begun at ${begunAt}, was interrupted; ${left}. Import it again.\n`);
    await forgetImport(app, { id });
  }
}

async function importOne(app: App, file: string, flags: Flags): Promise<void> {
  const { title, from, to, date, dryRun, encoding } = flags;
  if (isFolder(file)) return importCollection(app, basename(file), folderCollection(file), { from, to, date, dryRun });
  if (/\.zip$/iu.test(file)) {
    const { bytes, name } = await readInput(file);
    return importCollection(app, name, zipCollection(bytes, name), { from, to, date, dryRun });
  }
  if (isTable(file)) {
    const { bytes, name } = await readInput(file);
    const given = { bytes, name, title, from, to, encoding: encoding?.[0] };
    if (hasColumns(name)) return importColumns(app, given, flags);
    return printImported(app, await importTable(app, given), flags);
  }
  // A memory may be long, so it is not read as a whole to see what it is.
  if (/\.xml$/iu.test(file) && isTeiFile(await readHead(file))) {
    return printNumbers(app, await importTei(app, { alignment: await readInput(file), title, from, to }), flags);
  }
  const pieces = piecesOf(file);
  const imported = await importMemory(app, { name: basename(file), pieces, title, from, to }).catch(
    (error: unknown) => {
      throw unreadable(file, error);
    },
  );
  await printImported(app, imported, flags);
}

/** Stores a table with its columns as given, or only shows what they seem to be. */
async function importColumns(app: App, file: TableFile, flags: Flags): Promise<void> {
  const table = await describedTable(app, file, flags);
  if (flags.dryRun) printTable(table);
  else await printImported(app, await importTable(app, file, table), flags);
}

/** Says which bitexts have come in, once they have the day that was given. */
async function printNumbers(app: App, ids: readonly number[], { date }: Pick<Flags, 'date'>): Promise<void> {
  for (const id of ids) {
    if (date !== undefined) await setDateOfBitext(app, id, date);
    process.stdout.write(`${id}\n`);
  }
}

async function printImported(app: App, { id, findings }: ImportedMemory, flags: Pick<Flags, 'date'>): Promise<void> {
  reportFindings(findings);
  await printNumbers(app, [id], flags);
}

async function importTexts(app: App, source: string, target: string, flags: Flags): Promise<void> {
  const inputs = await readInputs(source, target, flags, app.pages);
  const first = await prepareArticle(inputs.source, app.packs, app.intake);
  const second = await prepareArticle(inputs.target, app.packs, app.intake);
  reportFindings([
    ...first.findings,
    ...second.findings,
    ...(await languageDoubts(first, inputs.source.name)),
    ...(await languageDoubts(second, inputs.target.name)),
  ]);
  const id = await importPair(app, { source: first, target: second, title: flags.title });
  await app.queue.settled(id);
  const head = await headOf(app, id);
  if (head.state !== 'ready') throw new Problem('internal', 'The alignment failed.', head.problem ?? '');
  await printNumbers(app, [id], flags);
}

async function importSegmented(app: App, source: string, target: string, flags: Flags): Promise<void> {
  const inputs = await readInputs(source, target, flags);
  if (isSubtitleFile(inputs.source.name) && isSubtitleFile(inputs.target.name)) {
    return printImported(app, await importCues(app, { ...inputs, title: flags.title }), flags);
  }
  const alignment = flags.alignment === undefined ? undefined : await readInput(flags.alignment);
  if (alignment && isTeiFile(alignment)) {
    const { from, to, title } = flags;
    return printNumbers(app, await importTei(app, { alignment, texts: inputs, from, to, title }), flags);
  }
  await printNumbers(app, [await importAligned(app, { ...inputs, alignment, title: flags.title })], flags);
}

async function importCollection(
  app: App,
  name: string,
  files: FileCollection,
  { from, to, date, dryRun }: Pick<Flags, 'from' | 'to' | 'date' | 'dryRun'>,
): Promise<void> {
  const { pairs, alone } = matchCollection(files, app.packs, from, to);
  for (const path of alone) process.stderr.write(`${path}: no partner\n`);
  if (pairs.length === 0) {
    throw new Problem(
      'bad-input',
      'No two files make a pair.',
      'Files are paired by name: story.en.docx and story.fr.docx, or en/story.txt and fr/story.txt.',
      'Rename the files, or name the languages with --from and --to.',
    );
  }
  if (dryRun) {
    for (const { source, target } of pairs) process.stdout.write(`${source.path}\t${target.path}\n`);
    return;
  }
  const reports = await importMany(app, files, pairs, { name });
  for (const { pair, id, problem } of reports) {
    if (id === null) process.stderr.write(`${pair.source.path}, ${pair.target.path}: ${problem ? t(problem) : ''}\n`);
    else await app.queue.settled(id);
    if (id !== null && date !== undefined) await setDateOfBitext(app, id, date);
    if (id !== null) process.stdout.write(`${id}\t${pair.source.path}\t${pair.target.path}\n`);
  }
  if (reports.some(({ id }) => id === null)) process.exitCode = 1;
}
