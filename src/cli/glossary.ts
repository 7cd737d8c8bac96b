import { Command, Option } from 'commander';
import { alignPairs } from '../app/align/align-pair.ts';
import { checkGlossary } from '../app/check/check-glossary.ts';
import { extractTerms } from '../app/glossary/extract-terms.ts';
import { findTerms } from '../app/glossary/find-terms.ts';
import { intakeTools, loadLanguages, loadPacks } from '../app/import/packs.ts';
import { readPair } from '../app/import/read-pair.ts';
import { sameName } from '../core/glossary/names.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { readConcepts } from './concepts.ts';
import { readInput, readInputs, writeOutput } from './files.ts';
import { exchangeCommands } from './glossary-exchange.ts';
import { languageOption } from './options.ts';

export function glossaryCommand(): Command {
  const command = new Command('glossary').exitOverride().description('Work with glossaries of names and titles.');
  command
    .command('find')
    .description('Find the terms of a glossary in a text.')
    .argument('<text>', 'the text; - is standard input')
    .addOption(glossaryOption())
    .addOption(languageOption('--lang', 'the text'))
    .addOption(new Option('--format <name>', 'one line per hit').choices(['jsonl', 'text']).default('text'))
    .addHelpText(
      'after',
      '\nExample:\n  visavis glossary find story.fr.txt --glossary terms.csv --lang fr --format jsonl',
    )
    .action(find);
  command
    .command('extract')
    .description('Propose entries from a text and its translation: names, titles, bodies; best first.')
    .argument('<source>', 'source text')
    .argument('<target>', 'its translation')
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .addOption(new Option('--format <name>', 'one line per candidate').choices(['jsonl', 'text']).default('text'))
    .addHelpText('after', '\nExample:\n  visavis glossary extract story.en.txt story.fr.txt --format jsonl')
    .action(extract);
  command
    .command('check')
    .description('Report where a translation departs from a glossary; exit code 1 if it does.')
    .argument('<source>', 'source text')
    .argument('<target>', 'its translation')
    .addOption(glossaryOption())
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .addOption(new Option('--format <name>', 'one line per finding').choices(['jsonl', 'text']).default('text'))
    .option('--date <day>', 'the day of the article, such as 2024-01-16, by which posts are checked')
    .addHelpText('after', '\nExample:\n  visavis glossary check story.en.txt story.fr.txt --glossary terms.tbx')
    .action(check);
  command
    .command('names')
    .description(
      'Say how likely names in two languages are the same: one pair per line, name<tab>lang<tab>name<tab>lang.',
    )
    .argument('<pairs>', 'the pairs; - is standard input')
    .addHelpText('after', '\nExample:\n  visavis glossary names pairs.tsv')
    .action(names);
  for (const exchange of exchangeCommands()) command.addCommand(exchange);
  return command.addHelpText('after', '\nExample:\n  visavis glossary find story.fr.txt --glossary terms.tbx');
}

/** What every subcommand that reads a glossary takes. */
const glossaryOption = () =>
  new Option(
    '--glossary <file>',
    'CSV with a header, TBX, OmegaT’s glossary text, or a database',
  ).makeOptionMandatory();

async function extract(
  source: string,
  target: string,
  { format, ...tags }: { from?: string; to?: string; format: 'jsonl' | 'text' },
): Promise<void> {
  const inputs = await readInputs(source, target, tags);
  const languages = loadLanguages();
  const pair = await readPair({ ...inputs, segmented: false }, languages, intakeTools());
  const found = extractTerms(pair, languages);
  await writeOutput(
    '-',
    found.map(({ kind, source: s, target: t, score, count, gender, acronyms }) =>
      format === 'jsonl'
        ? `${JSON.stringify({ kind, source: s, target: t, score: Number(score.toFixed(4)), count, gender, acronyms })}\n`
        : `${score.toFixed(2)}\t${count}\t${kind}\t${s}\t${t}\n`,
    ),
  );
}

async function check(
  source: string,
  target: string,
  {
    format,
    glossary,
    date,
    ...tags
  }: { glossary: string; from?: string; to?: string; date?: string; format: 'jsonl' | 'text' },
): Promise<void> {
  const concepts = await readConcepts(glossary);
  const inputs = await readInputs(source, target, tags);
  const languages = loadLanguages();
  const pair = await readPair({ ...inputs, segmented: false }, languages, intakeTools());
  const [aligned] = alignPairs([pair], languages);
  const found = aligned ? checkGlossary(aligned.bitext, concepts, languages.packs, date) : [];
  await writeOutput(
    '-',
    found.map(({ row, code, found: words, expected, source: s, target: t }) =>
      format === 'jsonl'
        ? `${JSON.stringify({ row, code, found: words, expected, source: s, target: t })}\n`
        : `${row}\t${code}\t${words}\t${expected}\n`,
    ),
  );
  if (found.length > 0) process.exitCode = 1;
}

async function names(file: string): Promise<void> {
  const { bytes, name } = await readInput(file);
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u);
  const packs = loadPacks();
  const out = lines.flatMap((line, i): string[] => {
    if (!line.trim()) return [];
    const [a, aLanguage, b, bLanguage] = line.split('\t').map((cell) => cell.trim());
    if (!a || !aLanguage || !b || !bLanguage) {
      throw new Problem(
        'bad-input',
        msg('{name}, line {line} is not a pair of names.', { name, line: String(i + 1) }),
        msg('It reads “{line}”.', { line: line.slice(0, 80) }),
        'A line is a name, a tab, its language, a tab, a name, a tab, its language.',
      );
    }
    return [`${sameName(a, packs(aLanguage), b, packs(bLanguage)).toFixed(4)}\n`];
  });
  await writeOutput('-', out);
}

async function find(
  file: string,
  { glossary, lang, format }: { glossary: string; lang?: string; format: 'jsonl' | 'text' },
): Promise<void> {
  const concepts = await readConcepts(glossary);
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
