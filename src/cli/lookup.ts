import { Command, Option } from 'commander';
import { lookUp } from '../app/library/lookup.ts';
import { readInput, writeOutput } from './files.ts';
import { databaseOption, languageOption } from './options.ts';
import { withApp } from './with-app.ts';

export function lookupCommand(): Command {
  return new Command('lookup')
    .description('Find exact and fuzzy matches for a sentence, or for each line of a file, in everything stored.')
    .argument('[text]', 'the sentence; without one, lines are read from --file')
    .option('--file <file>', 'a file with one sentence per line; - is standard input')
    .addOption(languageOption('--from', 'the sentence').makeOptionMandatory())
    .addOption(languageOption('--to', 'the translation that is wanted').makeOptionMandatory())
    .option('--at-least <percent>', 'how alike a match must be', Number, 50)
    .option('--most <count>', 'matches for a sentence at most', Number, 5)
    .addOption(new Option('--format <name>', 'one line per match').choices(['jsonl', 'text']).default('text'))
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis lookup "The minister resigned." --from en --to fr --db news.sqlite')
    .action(run);
}

async function run(
  text: string | undefined,
  {
    file,
    from,
    to,
    atLeast,
    most,
    format,
    db,
  }: {
    file?: string;
    from: string;
    to: string;
    atLeast: number;
    most: number;
    format: 'jsonl' | 'text';
    db: string;
  },
): Promise<void> {
  const lines = text ? [text] : await linesOf(file ?? '-');
  await withApp(db, async (app) => {
    if (await app.searchIndex.isIndexing()) process.stderr.write('Indexing what was imported …\n');
    for (const line of lines) {
      const matches = await lookUp(app, { text: line, from, to, atLeast, most });
      await writeOutput(
        '-',
        matches.map(({ score, source, target, bitext, title, status, props }) =>
          format === 'jsonl'
            ? `${JSON.stringify({ query: line, score, source, target, bitext, title, status, props })}\n`
            : `${score}\t${source}\t${target}\t${title}\n`,
        ),
      );
    }
  });
}

async function linesOf(file: string): Promise<string[]> {
  const { bytes } = await readInput(file);
  return new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/u)
    .filter((line) => line.trim());
}
