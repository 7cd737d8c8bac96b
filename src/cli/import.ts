import { Command } from 'commander';
import { headOf, openApp } from '../app/app.ts';
import { prepareArticle } from '../app/article-intake.ts';
import { importPair } from '../app/import-pair.ts';
import { Problem } from '../core/problem.ts';
import { readInput } from './files.ts';
import { databaseOption, languageOption } from './options.ts';

export function importCommand(): Command {
  return new Command('import')
    .description('Store two texts, align them, and print the number of the bitext.')
    .argument('<source>', 'source text')
    .argument('<target>', 'its translation')
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .option('--title <text>', 'what the bitext is called; its headline if not given')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis import story.en.docx story.fr.docx --db news.sqlite')
    .action(run);
}

async function run(
  source: string,
  target: string,
  { from, to, title, db }: { from?: string; to?: string; title?: string; db: string },
): Promise<void> {
  const inputs = [
    { ...(await readInput(source)), language: from },
    { ...(await readInput(target)), language: to },
  ] as const;
  const app = await openApp({ database: db });
  try {
    const [first, second] = [await prepareArticle(inputs[0], app.packs), await prepareArticle(inputs[1], app.packs)];
    for (const finding of [...first.findings, ...second.findings])
      process.stderr.write(`${finding.place}: ${finding.message}\n`);
    const id = await importPair(app, { source: first, target: second, title });
    await app.queue.settled(id);
    const head = await headOf(app, id);
    if (head.state !== 'ready') throw new Problem('internal', 'The alignment failed.', head.problem);
    process.stdout.write(`${id}\n`);
  } finally {
    await app.close();
  }
}
