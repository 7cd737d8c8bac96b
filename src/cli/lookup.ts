import { Command, Option } from 'commander';
import { lookUp, type MemoryMatch } from '../app/library/lookup.ts';
import { answerOf } from '../remote/client.ts';
import { readInput, writeOutput } from './files.ts';
import { databaseOption, languageOption } from './options.ts';
import { type ServerFlags, serverOptions, withServer } from './remote/server.ts';
import { withApp } from './with-app.ts';

export function lookupCommand(): Command {
  const [serverOption, tokenOption] = serverOptions();
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
    .addOption(serverOption)
    .addOption(tokenOption)
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
    server,
    tokenFile,
  }: ServerFlags & {
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
  const write = (line: string, matches: readonly Match[]) =>
    writeOutput(
      '-',
      matches.map(({ score, source, target, bitext, title, status, props }) =>
        format === 'jsonl'
          ? `${JSON.stringify({ query: line, score, source, target, bitext, title, status, props })}\n`
          : `${score}\t${source}\t${target}\t${title}\n`,
      ),
    );
  if (server !== undefined) {
    return withServer(server, { tokenFile }, async (client) => {
      for (const q of lines) {
        const query = { q, from, to, least: atLeast };
        const { items } = answerOf(await client.GET('/lookup', { params: { query } }));
        const matches = items.slice(0, most);
        await write(
          q,
          matches.map((match) => ({ ...match, props: match.props.map(({ name, value }) => [name, value] as const) })),
        );
      }
    });
  }
  await withApp(db, async (app) => {
    if (await app.searchIndex.isIndexing()) process.stderr.write('Indexing what was imported …\n');
    for (const line of lines) {
      await write(line, await lookUp(app, { text: line, from, to, atLeast, most }));
    }
  });
}

type Match = Omit<MemoryMatch, 'bead' | 'updatedAt'>;

async function linesOf(file: string): Promise<string[]> {
  const { bytes } = await readInput(file);
  return new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/u)
    .filter((line) => line.trim());
}
