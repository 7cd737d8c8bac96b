import { Command, Option } from 'commander';
import { findTerms } from '../app/find-terms.ts';
import { conceptsIn } from '../app/glossary-files.ts';
import { loadPacks } from '../app/packs.ts';
import { readInput, writeOutput } from './files.ts';
import { languageOption } from './options.ts';

export function glossaryCommand(): Command {
  const command = new Command('glossary').exitOverride().description('Work with glossaries of names and titles.');
  command
    .command('find')
    .description('Find the terms of a glossary in a text.')
    .argument('<text>', 'the text; - is standard input')
    .requiredOption('--glossary <file>', 'CSV with a header, TBX, OmegaT’s glossary text, or a database')
    .addOption(languageOption('--lang', 'the text'))
    .addOption(new Option('--format <name>', 'a line a hit').choices(['jsonl', 'text']).default('text'))
    .addHelpText(
      'after',
      '\nExample:\n  visavis glossary find story.fr.txt --glossary terms.csv --lang fr --format jsonl',
    )
    .action(find);
  return command.addHelpText('after', '\nExample:\n  visavis glossary find story.fr.txt --glossary terms.tbx');
}

async function find(
  file: string,
  { glossary, lang, format }: { glossary: string; lang?: string; format: 'jsonl' | 'text' },
): Promise<void> {
  const input = await readInput(glossary);
  const concepts = await conceptsIn(input.bytes, input.name, glossary);
  const hits = await findTerms(await readInput(file), lang, concepts, loadPacks());
  await writeOutput(
    '-',
    hits.map((hit) =>
      format === 'jsonl'
        ? `${JSON.stringify(hit)}\n`
        : `${hit.start}\t${hit.end}\t${hit.text}\t${hit.term}\t${hit.status}\n`,
    ),
  );
}
