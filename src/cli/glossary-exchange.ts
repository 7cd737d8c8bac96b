import { basename } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { App } from '../app/app.ts';
import { listConcepts, PAGE_CONCEPTS } from '../app/glossary/concepts.ts';
import { readMappingFile, type TableMeanings } from '../app/glossary/exchange/mapping-file.ts';
import { type OpenGlossary, openGlossary, rememberMapping } from '../app/glossary/exchange/open-glossary.ts';
import { exportGlossary, GLOSSARY_FORMATS, type GlossaryFormat } from '../app/glossary/export-glossary.ts';
import { glossaries, makeGlossary } from '../app/glossary/glossaries.ts';
import { type GivenGlossary, glossaryAccount, isDatabase } from '../app/glossary/glossary-files.ts';
import { glossaryFindings, refuseUnknownStatuses } from '../app/glossary/glossary-findings.ts';
import {
  DEFAULT_DECISION,
  importGlossary,
  previewImport,
  refuseUnknownLanguages,
} from '../app/glossary/import-glossary.ts';
import { type FileConcept, TERM_STATUSES, type TermStatus } from '../core/glossary/concept.ts';
import { msg, quoted } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { readConcepts } from './concepts.ts';
import { readInput, writeOutput } from './files.ts';
import { databaseOption, languageOption } from './options.ts';
import { exportGlossaryFromAfar, importGlossaryFromAfar, listConceptsFromAfar } from './remote/glossary.ts';
import { refuseLocal, type ServerFlags, serverOptions, withServer } from './remote/server.ts';
import { reportFindings } from './report.ts';
import { withApp } from './with-app.ts';

/** The commands that bring glossaries into the database and out of it. */
export function exchangeCommands(): Command[] {
  return [importCommand(), exportCommand(), listCommand()];
}

function importCommand(): Command {
  const [serverOption, tokenOption] = serverOptions();
  return new Command('import')
    .description(
      'Store a glossary: TBX, MultiTerm XML, CSV, TSV or XLSX, Wikidata’s table of who held which position, OmegaT’s text, JSON, or another database; all of it or nothing.',
    )
    .argument('<file>', 'the glossary; - is standard input')
    .addOption(databaseOption())
    .addOption(serverOption)
    .addOption(tokenOption)
    .option('--into <name>', 'the glossary that new concepts go to; made where there is none')
    .addOption(languageOption('--from', 'the first terms, where the file names none'))
    .addOption(languageOption('--to', 'the second terms'))
    .addOption(
      new Option('--conflicts <how>', 'what to do where a term is there with another status or gender')
        .choices(['skip', 'merge', 'replace'])
        .default('skip'),
    )
    .option('--status <word=status...>', 'what a word for a status in a table means: "approved=preferred"', meaning, {})
    .option(
      '--mapping <file>',
      'what the columns of a table, or the fields of MultiTerm, are: {"columns": {"Anglais": "term:en"}, "statuses": {"validé": "preferred"}}; kept for the next file with the same columns',
    )
    .option('--dry-run', 'only report what would be new, changed and conflicting')
    .addHelpText('after', '\nExample:\n  visavis glossary import terms.tbx --into "Foreign desk" --db news.sqlite')
    .action(runImport);
}

/** Takes up what a word for a status means. */
function meaning(text: string, known: Record<string, TermStatus>): Record<string, TermStatus> {
  const [word = '', wanted = ''] = text.split('=').map((part) => part.trim());
  const status = TERM_STATUSES.find((one) => one === wanted.toLowerCase());
  if (!word || !status) throw new InvalidArgumentError(`It is a word, “=” and one of ${TERM_STATUSES.join(', ')}.`);
  return { ...known, [word.toLowerCase()]: status };
}

async function runImport(
  file: string,
  {
    db,
    into,
    from,
    to,
    conflicts,
    status,
    mapping,
    dryRun,
    ...server
  }: ServerFlags & {
    db: string;
    into?: string;
    from?: string;
    to?: string;
    conflicts: 'skip' | 'merge' | 'replace';
    status: Record<string, TermStatus>;
    mapping?: string;
    dryRun?: boolean;
  },
): Promise<void> {
  const languages = [from, to].flatMap((tag) => tag ?? []);
  if (server.server !== undefined) {
    const words = Object.keys(status).length > 0 ? true : undefined;
    refuseLocal({ '--status': words, '--mapping': mapping, '--dry-run': dryRun });
    return withServer(server.server, server, (client) =>
      importGlossaryFromAfar(client, file, { into, languages, conflicts }),
    );
  }
  const explained = mapping === undefined ? undefined : await readExplained(mapping);
  const given = /\.tbx$/iu.test(file) && !explained ? null : await readInput(file);
  await withApp(db, async (app) => {
    const read =
      given && (explained || !isDatabase(given.bytes)) ? await readTableFile(app, given, status, explained) : null;
    const concepts = read?.concepts ?? (await readWhole(file, status));
    refuseUnknownLanguages(basename(file), concepts, languages);
    const incoming = await previewImport(app, concepts, languages);
    const count = (state: string) => incoming.filter((one) => one.state === state).length;
    for (const { concept, clashes } of incoming) {
      for (const { theirs, ours } of clashes) {
        process.stderr.write(
          `${concept.key}: “${theirs.text}” (${theirs.language}) is ${theirs.status} there and ${ours.status} here\n`,
        );
      }
    }
    process.stderr.write(
      `${count('new')} new, ${count('changed')} changed, ${count('conflicting')} conflicting, ${count('same')} as they are\n`,
    );
    if (dryRun) return;
    const glossary = into ? await makeGlossary(app, into) : undefined;
    const done = await importGlossary(
      app,
      incoming,
      ({ state }) => (state === 'conflicting' ? conflicts : DEFAULT_DECISION[state]),
      { author: '', glossary, name: basename(file) },
    );
    if (read) await rememberMapping(app, read);
    process.stdout.write(`${done.added} added, ${done.changed} changed\n`);
    if (count('conflicting') > 0 && conflicts === 'skip') process.exitCode = 1;
  });
}

/** What a file says of columns and of words for statuses. */
async function readExplained(path: string): Promise<TableMeanings> {
  const { bytes, name } = await readInput(path);
  return readMappingFile(new TextDecoder().decode(bytes), name);
}

/** Reads a glossary that may be a table, as it is explained or as one with its columns was before. */
async function readTableFile(
  app: App,
  given: GivenGlossary,
  status: Record<string, TermStatus>,
  explained: TableMeanings | undefined,
): Promise<OpenGlossary> {
  const meanings = { ...explained?.statuses, ...status };
  const read = await openGlossary(app, given, { meanings, columns: explained?.columns });
  if (read.remembered) process.stderr.write('A table with these columns came in before; it is read as it was then.\n');
  reportFindings(read.findings);
  refuseUnknownStatuses(read.name, read.unknownStatuses);
  return read;
}

/** Reads a glossary that says itself what its parts are: TBX, or a database. */
async function readWhole(file: string, status: Record<string, TermStatus>): Promise<FileConcept[]> {
  const account = glossaryAccount(status);
  const concepts = await readConcepts(file, account);
  reportFindings(glossaryFindings(basename(file), account, concepts));
  return concepts;
}

function exportCommand(): Command {
  const [serverOption, tokenOption] = serverOptions();
  return new Command('export')
    .description('Write the stored glossaries to a file.')
    .addOption(
      new Option('--format <name>', 'tbx is version 3, tbx2 what OmegaT and others read')
        .choices(GLOSSARY_FORMATS)
        .makeOptionMandatory(),
    )
    .option('--glossary <name>', 'one glossary; all if not given')
    .addOption(languageOption('--from', 'OmegaT’s source terms'))
    .addOption(languageOption('--to', 'OmegaT’s target terms'))
    .addOption(databaseOption())
    .addOption(serverOption)
    .addOption(tokenOption)
    .option('--out <file>', 'output file; - is standard output', '-')
    .addHelpText('after', '\nExample:\n  visavis glossary export --format tbx --db news.sqlite --out terms.tbx')
    .action(runExport);
}

async function runExport({
  format,
  glossary,
  from,
  to,
  db,
  out,
  ...server
}: ServerFlags & {
  format: GlossaryFormat;
  glossary?: string;
  from?: string;
  to?: string;
  db: string;
  out: string;
}): Promise<void> {
  if (server.server !== undefined) {
    return withServer(server.server, server, (client) =>
      exportGlossaryFromAfar(client, { format, glossary, from, to, out }),
    );
  }
  await withApp(db, async (app) => {
    const named = glossary === undefined ? undefined : (await glossaries(app)).find(({ name }) => name === glossary);
    if (glossary !== undefined && !named) {
      throw new Problem(
        'not-found',
        msg('There is no glossary “{glossary}”.', { glossary }),
        msg('There are: {names}.', { names: quoted((await glossaries(app)).map(({ name }) => name)) }),
        'Name one of them, or leave --glossary out.',
      );
    }
    const file = await exportGlossary(app, { format, glossary: named?.id, from, to });
    await writeOutput(out, file.chunks);
    reportFindings(file.findings);
  });
}

function listCommand(): Command {
  const [serverOption, tokenOption] = serverOptions();
  return new Command('list')
    .description('List the stored concepts: number, kind, glossary and terms, separated by tabs.')
    .argument('[words]', 'words of a term', '')
    .addOption(databaseOption())
    .addOption(serverOption)
    .addOption(tokenOption)
    .addHelpText('after', '\nExample:\n  visavis glossary list minister --db news.sqlite')
    .action(runList);
}

async function runList(search: string, { db, ...server }: ServerFlags & { db: string }): Promise<void> {
  if (server.server !== undefined)
    return withServer(server.server, server, (client) => listConceptsFromAfar(client, search));
  await withApp(db, async (app) => {
    const names = new Map((await glossaries(app)).map(({ id, name }) => [id, name]));
    for (let page = 0; ; page++) {
      const { concepts } = await listConcepts(app, { search }, page);
      await writeOutput(
        '-',
        concepts.map(
          ({ id, kind, glossary, terms }) =>
            `${[id, kind, names.get(glossary) ?? '', terms.map(({ language, text }) => `${language}: ${text}`).join(' · ')].join('\t')}\n`,
        ),
      );
      if (concepts.length < PAGE_CONCEPTS) return;
    }
  });
}
