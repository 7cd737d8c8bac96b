import { Command, Option } from 'commander';
import { loadPacks } from '../app/packs.ts';
import { segmentFile } from '../app/segment-file.ts';
import { readInput, writeOutput } from './files.ts';
import { languageOption } from './options.ts';

export function segmentCommand(): Command {
  return new Command('segment')
    .description('Cut a text into sentences.')
    .argument('<file>', 'the text; - is standard input')
    .addOption(languageOption('--lang', 'the text'))
    .addOption(
      new Option('--format <name>', 'a sentence a line with empty lines between paragraphs, or JSON Lines')
        .choices(['text', 'jsonl'])
        .default('text'),
    )
    .addHelpText('after', '\nExample:\n  visavis segment story.fr.txt --lang fr --format jsonl')
    .action(run);
}

async function run(file: string, { lang, format }: { lang?: string; format: 'text' | 'jsonl' }): Promise<void> {
  const input = await readInput(file);
  const { sentences, findings } = await segmentFile({ ...input, language: lang }, loadPacks());
  for (const finding of findings) process.stderr.write(`${finding.place}: ${finding.message}\n`);
  const lines = sentences.map((sentence, i) => {
    const { paragraph, kind, text, start, end } = sentence;
    if (format === 'jsonl') return `${JSON.stringify({ paragraph, kind, text, start, end })}\n`;
    const before = sentences[i - 1];
    return `${before && before.paragraph !== paragraph ? '\n' : ''}${text}\n`;
  });
  await writeOutput('-', lines);
}
