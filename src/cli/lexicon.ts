import { Command, Option } from 'commander';
import { DICTD_FOLDER, importInstalledLexicons } from '../app/align/installed-lexicons.ts';
import { exportLexicon, importLexicon } from '../app/align/lexicon.ts';
import { Problem } from '../core/problem.ts';
import { readInput, writeOutput } from './files.ts';
import { databaseOption, languageOption } from './options.ts';
import { withApp } from './with-app.ts';

interface Flags {
  readonly from: string;
  readonly to: string;
  readonly db: string;
}

interface ImportFlags extends Flags {
  /** The folder with the machine's dictionaries, if these are wanted. */
  readonly installed?: string;
}

interface ExportFlags extends Flags {
  readonly out: string;
}

export function lexiconCommand(): Command {
  const command = new Command('lexicon')
    .exitOverride()
    .description('Import or export the words by which a language pair is aligned.');
  command
    .command('import')
    .description(
      'Add word pairs: a pair a line (tab or semicolon, source first), a hunalign dictionary, a dictd dictionary (.dict or .dict.dz beside its .index), or a TMX, from which words are learned.',
    )
    .argument('[file]', 'the words; - is standard input')
    .addOption(
      new Option(
        '--installed [folder]',
        'instead of a file: the dictionaries of the two languages that the machine has for its dict server, such as those of Debian’s dict-freedict packages',
      ).preset(DICTD_FOLDER),
    )
    .addOption(languageOption('--from', 'the source words').makeOptionMandatory())
    .addOption(languageOption('--to', 'the translations').makeOptionMandatory())
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExample:\n  visavis lexicon import hu-en.dic --from hu --to en --db news.sqlite\n  visavis lexicon import deu-fra.dict.dz --from de --to fr --db news.sqlite\n  visavis lexicon import --installed --from de --to fr --db news.sqlite',
    )
    .action(runImport);
  command
    .command('export')
    .description(
      'Write what is known of a language pair: imported words, and what confirmed rows and the glossary teach.',
    )
    .addOption(languageOption('--from', 'the source words').makeOptionMandatory())
    .addOption(languageOption('--to', 'the translations').makeOptionMandatory())
    .addOption(databaseOption())
    .option('--out <file>', 'output file; - is standard output', '-')
    .addHelpText('after', '\nExample:\n  visavis lexicon export --from fr --to en --db news.sqlite --out fr-en.tsv')
    .action((flags: ExportFlags) =>
      withApp(flags.db, async (app) => {
        const entries = await exportLexicon(app, flags.from, flags.to);
        await writeOutput(
          flags.out,
          entries.map(({ source, target, weight }) => `${source}\t${target}\t${weight.toFixed(3)}\n`),
        );
      }),
    );
  return command.addHelpText('after', '\nExample:\n  visavis lexicon import words.tsv --from fr --to en');
}

async function runImport(file: string | undefined, { from, to, db, installed }: ImportFlags): Promise<void> {
  if (file !== undefined && installed !== undefined)
    throw new Problem('bad-request', 'A file and --installed were both given.', '', 'Leave one of them out.');
  if (installed !== undefined)
    return withApp(db, async (app) => {
      for await (const { dictionary, pairs } of importInstalledLexicons(app, installed, from, to))
        process.stdout.write(`${pairs}\t${dictionary}\n`);
    });
  if (file === undefined)
    throw new Problem(
      'bad-request',
      'No file was given.',
      '',
      'Name one, or give --installed for the dictionaries of this machine.',
    );
  await withApp(db, async (app) => {
    const dictd = /^(.*)\.dict(?:\.dz)?$/u.exec(file);
    const index = dictd ? (await readInput(`${dictd[1]}.index`)).bytes : undefined;
    const input = await readInput(file);
    process.stdout.write(`${await importLexicon(app, { ...input, index }, from, to)}\n`);
  });
}
