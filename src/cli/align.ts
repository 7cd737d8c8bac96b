import { Command, Option } from 'commander';
import { alignPairs } from '../app/align/align-pair.ts';
import { withEmbedder } from '../app/align/embedder.ts';
import { withImportedLexicons } from '../app/align/imported-lexicons.ts';
import { termPairs } from '../app/glossary/glossary-files.ts';
import { loadLanguages } from '../app/import/packs.ts';
import type { Embedder } from '../app/parts.ts';
import { FORMAT_NAMES } from '../core/formats/format.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { alignBatch } from './align-batch.ts';
import { type AlignOptions, readFiles, writeBitext } from './align-files.ts';
import { readInput } from './files.ts';
import {
  databaseOption,
  embeddingModelOption,
  embeddingsOption,
  encodingOption,
  fetchPrivateOption,
  languageOption,
} from './options.ts';

interface Flags extends AlignOptions {
  readonly out: string;
  readonly batch?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly glossary: readonly string[];
  readonly db: string;
  readonly embeddings?: string;
  readonly embeddingModel?: string;
}

export function alignCommand(): Command {
  return new Command('align')
    .description('Align two texts, or every pair of a list.')
    .argument('[source]', 'source text, or the address of a page; - is standard input')
    .argument('[target]', 'its translation')
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .addOption(encodingOption('texts'))
    .option('--segmented', 'the texts have one segment per line')
    .addOption(new Option('--format <name>', 'format of the result').choices(FORMAT_NAMES).default('tmx'))
    .option('--out <file>', 'output file; - is standard output', '-')
    .option('--batch <list>', 'a list of pairs, one per line: SOURCE<tab>TARGET[<tab>NAME], relative to the list')
    .option('--output <folder>', 'where the results of a batch go, as NAME.<format>')
    .option(
      '--glossary <file>',
      'terms to learn from: CSV (concept, language, term) or source<tab>target; may be repeated',
      (file: string, files: readonly string[]) => [...files, file],
      [],
    )
    .addOption(embeddingsOption())
    .addOption(embeddingModelOption())
    .addOption(
      databaseOption(
        'a database whose imported lexicons are used; what the embeddings server gives is kept there, too',
      ),
    )
    .addOption(fetchPrivateOption())
    .option('--force', 'align again what a batch has done before')
    .addHelpText(
      'after',
      '\nExamples:\n  visavis align story.en.txt story.fr.txt --out story.tmx\n  visavis align https://news.example/en/story https://news.example/fr/recit --out story.tmx\n  visavis align a.de b.fr --from de --to fr --segmented --format beads\n  visavis align --batch pairs.tsv --output aligned --format tmx',
    )
    .action(run);
}

async function run(
  source: string | undefined,
  target: string | undefined,
  flags: Flags,
  command: Command,
): Promise<void> {
  const { embeddings: url, embeddingModel: model, db } = flags;
  // The same texts are aligned the same way on every machine, unless somebody names a database.
  const named = command.getOptionValueSource('db') === 'cli' ? db : null;
  if (url === undefined) return alignWith({ embedder: null, lexicons: named }, source, target, flags);
  return withEmbedder({ url, model }, db, (embedder) =>
    alignWith({ embedder, lexicons: named }, source, target, flags),
  );
}

/** What helps with an alignment: who gives meanings, and the database with imported lexicons. */
interface Help {
  readonly embedder: Embedder | null;
  readonly lexicons: string | null;
}

async function alignWith(
  { embedder, lexicons }: Help,
  source: string | undefined,
  target: string | undefined,
  flags: Flags,
): Promise<void> {
  const languages = lexicons === null ? loadLanguages() : await withImportedLexicons(loadLanguages(), lexicons);
  const terms = termPairs(await Promise.all(flags.glossary.map(readInput)));
  if (flags.batch !== undefined) {
    if (source !== undefined)
      throw new Problem(
        'bad-request',
        'A batch takes its files from the list.',
        msg('“{source}” was given beside it.', { source }),
        'Leave the file names out, or leave --batch out.',
      );
    if (flags.output === undefined)
      throw new Problem('bad-request', 'A batch needs a folder for its results.', '', 'Name one with --output.');
    const failed = await alignBatch(
      { ...flags, embedder, list: flags.batch, folder: flags.output, force: flags.force ?? false, terms },
      languages,
    );
    if (failed > 0) process.exitCode = 1;
    return;
  }
  if (source === undefined || target === undefined) {
    throw new Problem(
      'bad-request',
      'Two texts are needed.',
      '',
      'Give a source and its translation: visavis align SOURCE TARGET.',
    );
  }
  const pair = await readFiles(source, target, { ...flags, embedder }, languages);
  const [aligned] = alignPairs([pair], languages, terms);
  if (aligned) await writeBitext(aligned, source, flags.format, flags.out);
}
