import { Command } from 'commander';
import { headOf } from '../app/app.ts';
import { prepareArticle } from '../app/article-intake.ts';
import { importPair } from '../app/import-pair.ts';
import { Problem } from '../core/problem.ts';
import { readInputs } from './files.ts';
import { databaseOption, languageOption } from './options.ts';
import { withApp } from './with-app.ts';

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
  { title, db, ...languages }: { from?: string; to?: string; title?: string; db: string },
): Promise<void> {
  const inputs = await readInputs(source, target, languages);
  await withApp(db, async (app) => {
    const first = await prepareArticle(inputs.source, app.packs, app.intake);
    const second = await prepareArticle(inputs.target, app.packs, app.intake);
    for (const finding of [...first.findings, ...second.findings]) {
      process.stderr.write(`${finding.place}: ${finding.message}\n`);
    }
    const id = await importPair(app, { source: first, target: second, title });
    await app.queue.settled(id);
    const head = await headOf(app, id);
    if (head.state !== 'ready') throw new Problem('internal', 'The alignment failed.', head.problem);
    process.stdout.write(`${id}\n`);
  });
}
