import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { headOf } from '../app/app.ts';
import { prepareArticle } from '../app/article-intake.ts';
import { importMemory } from '../app/import-memory.ts';
import { importPair } from '../app/import-pair.ts';
import { Problem } from '../core/problem.ts';
import { readInputs, unreadable } from './files.ts';
import { databaseOption, languageOption } from './options.ts';
import { withApp } from './with-app.ts';

export function importCommand(): Command {
  return new Command('import')
    .description('Store two texts and align them, or a translation memory (TMX), and print the number of the bitext.')
    .argument('<source>', 'source text, or a TMX file')
    .argument('[target]', 'its translation; none for a TMX file')
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .option('--title <text>', 'what the bitext is called; its headline if not given')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExample:\n  visavis import story.en.docx story.fr.docx --db news.sqlite\n  visavis import memory.tmx --from en --to fr --db news.sqlite',
    )
    .action(run);
}

async function run(
  source: string,
  target: string | undefined,
  { title, db, ...languages }: { from?: string; to?: string; title?: string; db: string },
): Promise<void> {
  if (target === undefined) {
    await withApp(db, async (app) => {
      const pieces = createReadStream(source, { highWaterMark: 1 << 20 });
      const { id, findings } = await importMemory(app, { name: basename(source), pieces, title, ...languages }).catch(
        (error: unknown) => {
          throw unreadable(source, error);
        },
      );
      for (const finding of findings) process.stderr.write(`${finding.place}: ${finding.message}\n`);
      process.stdout.write(`${id}\n`);
    });
    return;
  }
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
