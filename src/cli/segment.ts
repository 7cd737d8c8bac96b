import { Command, Option } from 'commander';
import { intakeTools, loadPacks } from '../app/import/packs.ts';
import { segmentFile } from '../app/import/segment-file.ts';
import { packsWithSrx } from '../app/import/segmentation.ts';
import { readInput, writeOutput } from './files.ts';
import { type Encodings, encodingOption, languageOption } from './options.ts';
import { reportFindings } from './report.ts';

export function segmentCommand(): Command {
  return new Command('segment')
    .description('Cut a text into sentences.')
    .argument('<file>', 'the text; - is standard input')
    .addOption(languageOption('--lang', 'the text'))
    .addOption(encodingOption('text'))
    .addOption(
      new Option('--format <name>', 'one sentence per line with empty lines between paragraphs, or JSON Lines')
        .choices(['text', 'jsonl'])
        .default('text'),
    )
    .option('--srx <file>', 'rules of your own, SRX 1.0 or 2.0, that go before the program’s')
    .addHelpText(
      'after',
      '\nExamples:\n  visavis segment story.fr.txt --lang fr --format jsonl\n  visavis segment story.en.txt --srx rules.srx',
    )
    .action(run);
}

interface Flags {
  readonly lang?: string;
  readonly encoding?: Encodings;
  readonly format: 'text' | 'jsonl';
  readonly srx?: string;
}

async function run(file: string, { lang, encoding, format, srx }: Flags): Promise<void> {
  const input = await readInput(file);
  const rules = srx === undefined ? null : await readInput(srx);
  const packs = rules ? packsWithSrx(loadPacks(), rules.bytes, rules.name) : loadPacks();
  const { sentences, findings } = await segmentFile(
    { ...input, language: lang, encoding: encoding?.[0] },
    packs,
    intakeTools(),
  );
  reportFindings(findings);
  const lines = sentences.map((sentence, i) => {
    const { paragraph, kind, text, start, end } = sentence;
    if (format === 'jsonl') return `${JSON.stringify({ paragraph, kind, text, start, end })}\n`;
    const before = sentences[i - 1];
    return `${before && before.paragraph !== paragraph ? '\n' : ''}${text}\n`;
  });
  await writeOutput('-', lines);
}
