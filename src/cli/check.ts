import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { alignPairs } from '../app/align/align-pair.ts';
import type { App } from '../app/app.ts';
import { checkGlossary } from '../app/check/check-glossary.ts';
import { importMemory } from '../app/import/import-memory.ts';
import { intakeTools, loadLanguages } from '../app/import/packs.ts';
import { piecesOf } from '../app/import/read-memory.ts';
import { readPair } from '../app/import/read-pair.ts';
import { checkStoredMemory } from '../app/library/clean-memory.ts';
import { type Bitext, rowsOf } from '../core/bitext/bitext.ts';
import { rowTexts } from '../core/bitext/row-text.ts';
import { readConcepts } from './concepts.ts';
import { readInputs, unreadable, writeOutput } from './files.ts';
import { languageOption } from './options.ts';
import { reportFindings } from './report.ts';
import { withApp } from './with-app.ts';

interface Flags {
  readonly glossary: string[];
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly format: 'jsonl' | 'text';
}

/** A finding of any check, on a line of its own. */
interface Line {
  readonly row: number;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  readonly source: string;
  readonly target: string;
}

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Tell what is wrong with a translation: against glossaries and in itself; exit code 1 where something is.',
    )
    .argument('<source>', 'source text, or a TMX or XLIFF file')
    .argument('[target]', 'its translation; none for a TMX or XLIFF file')
    .option('--glossary <file...>', 'CSV, TBX, OmegaT’s text, JSON, or a database', [])
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .option('--date <day>', 'the day of the article, such as 2024-01-16, by which posts are checked')
    .addOption(new Option('--format <name>', 'a line a finding').choices(['jsonl', 'text']).default('text'))
    .addHelpText('after', '\nExample:\n  visavis check story.xlf --glossary names.tbx titles.csv --format jsonl')
    .action(run);
}

async function run(source: string, target: string | undefined, flags: Flags): Promise<void> {
  const concepts = (
    await Promise.all(
      flags.glossary.map(async (file) => {
        // Two files may use the same keys.
        return (await readConcepts(file)).map((concept) => ({
          ...concept,
          key: `${file} ${concept.key}`,
          relations: (concept.relations ?? []).map((relation) => ({ ...relation, to: `${file} ${relation.to}` })),
        }));
      }),
    )
  ).flat();
  await withApp(':memory:', async (app) => {
    const { bitext, lines } =
      target === undefined ? await ofFile(app, source, flags) : await ofPair(source, target, flags);
    const found = [...lines, ...checkGlossary(bitext, concepts, app.packs, flags.date)].sort((a, b) => a.row - b.row);
    await writeOutput(
      '-',
      found.map((line) =>
        flags.format === 'jsonl'
          ? `${JSON.stringify(line)}\n`
          : `${line.row}\t${line.code}\t${line.found}\t${line.expected}\n`,
      ),
    );
    if (found.length > 0) process.exitCode = 1;
  });
}

async function ofPair(source: string, target: string, flags: Flags): Promise<{ bitext: Bitext; lines: Line[] }> {
  const languages = loadLanguages();
  const inputs = await readInputs(source, target, flags);
  const pair = await readPair({ ...inputs, segmented: false }, languages.packs, intakeTools());
  const [aligned] = alignPairs([pair], languages);
  return { bitext: aligned!.bitext, lines: [] };
}

/** A file of units is checked as a memory, too. */
async function ofFile(app: App, file: string, { from, to }: Flags): Promise<{ bitext: Bitext; lines: Line[] }> {
  const pieces = piecesOf(file);
  const imported = await importMemory(app, { name: basename(file), pieces, from, to }).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  reportFindings(imported.findings);
  const { bitext, findings } = await checkStoredMemory(app, imported.id);
  const rows = new Map(rowsOf(bitext).map((row, i) => [row.bead.id, { row, number: i + 1 }]));
  const lines = findings.map(({ code, bead, repairs }): Line => {
    const { row, number } = rows.get(bead)!;
    const [repair] = repairs ?? [];
    return {
      row: number,
      code,
      found: repair?.from ?? '',
      expected: repair?.to ?? '',
      ...rowTexts(row, bitext),
    };
  });
  return { bitext, lines };
}
