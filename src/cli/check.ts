import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
import { type BeadFinding, checkRows } from '../core/check/check-rows.ts';
import { type CheckLine, isWanted, OTHER_CODES, severityOf } from '../core/check/line.ts';
import { type CheckReport, REPORT_FORMATS, type ReportFormat, writeReport } from '../core/check/report.ts';
import { CHECK_SEVERITIES, type CheckSeverity, ROW_CODES } from '../core/check/row-finding.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { translator } from '../core/translator.ts';
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
  readonly format: ReportFormat;
  readonly only: string[];
  readonly except: string[];
  readonly severity: CheckSeverity;
}

const CODES = [...ROW_CODES, ...OTHER_CODES];

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Tell what is wrong with a translation: numbers, dates, names, form, negation, terms, and what is missing; exit code 1 where something is.',
    )
    .argument('<source>', 'source text, or a TMX or XLIFF file, or a folder of these')
    .argument('[target]', 'its translation; none for a TMX or XLIFF file or a folder')
    .option('--glossary <file...>', 'CSV, TBX, OmegaT’s text, JSON, or a database', [])
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .option('--date <day>', 'the day of the article, such as 2024-01-16, by which posts are checked')
    .addOption(new Option('--only <code...>', 'these checks alone').choices(CODES).default([], 'all'))
    .addOption(new Option('--except <code...>', 'all but these checks').choices(CODES).default([], 'none'))
    .addOption(new Option('--severity <least>', 'the least that is reported').choices(CHECK_SEVERITIES).default('hint'))
    .addOption(new Option('--format <name>', 'how findings are written').choices(REPORT_FORMATS).default('text'))
    .addHelpText(
      'after',
      '\nExample:\n  visavis check story.xlf --glossary names.tbx titles.csv --severity warning --format sarif',
    )
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
  const files = target === undefined ? await filesIn(source) : [source];
  await withApp(':memory:', async (app) => {
    const reports: CheckReport[] = [];
    for (const file of files) {
      const { bitext, lines } =
        target === undefined ? await ofFile(app, file, flags) : await ofPair(app, source, target, flags);
      const terms = checkGlossary(bitext, concepts, app.packs, flags.date).map(
        (finding): CheckLine => ({
          ...finding,
          severity: severityOf(finding.code),
          at: { source: null, target: null },
          suggestion: null,
          reason: null,
        }),
      );
      const found = [...lines, ...terms].filter((line) => isWanted(line, flags)).sort((a, b) => a.row - b.row);
      reports.push({ file, lines: found });
    }
    await writeOutput('-', writeReport(reports, flags.format, translator('en', {}).t));
    if (reports.some(({ lines }) => lines.length > 0)) process.exitCode = 1;
  });
}

/** The files of a folder that hold units, in order of their names; a single file as it is. */
async function filesIn(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path, { recursive: true })).filter((name) =>
    /\.(?:tmx|xlf|xliff|sdlxliff|mqxliff)$/iu.test(name),
  );
  if (names.length === 0) {
    throw new Problem(
      'bad-input',
      msg('There is no TMX or XLIFF file in {path}.', { path }),
      '',
      'Name a folder with such files, or two texts.',
    );
  }
  return names.sort().map((name) => join(path, name));
}

async function ofPair(
  app: App,
  source: string,
  target: string,
  flags: Flags,
): Promise<{ bitext: Bitext; lines: CheckLine[] }> {
  const languages = loadLanguages();
  const inputs = await readInputs(source, target, flags);
  const pair = await readPair({ ...inputs, segmented: false }, languages, intakeTools());
  const [aligned] = alignPairs([pair], languages);
  const { bitext } = aligned!;
  const packs = { source: app.packs(bitext.sourceLanguage), target: app.packs(bitext.targetLanguage) };
  return { bitext, lines: rowLines(bitext, checkRows(bitext, packs)) };
}

/** A file of units is checked as a memory, too. */
async function ofFile(app: App, file: string, { from, to }: Flags): Promise<{ bitext: Bitext; lines: CheckLine[] }> {
  const pieces = piecesOf(file);
  const imported = await importMemory(app, { name: basename(file), pieces, from, to }).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  reportFindings(imported.findings);
  const { bitext, findings, rows } = await checkStoredMemory(app, imported.id);
  const placed = placesOf(bitext);
  const short = new Set(rows.filter(({ code }) => code === 'omission' || code === 'addition').map(({ bead }) => bead));
  const lines = findings.flatMap(({ code, bead, repairs }): CheckLine[] => {
    // Said of the row already, by the proportion of its own sentences.
    if (code === 'odd-length' && short.has(bead)) return [];
    const [repair] = repairs ?? [];
    const [found, expected] = [repair?.from ?? '', repair?.to ?? ''];
    return [
      {
        ...placed(bead),
        code,
        severity: severityOf(code),
        found,
        expected,
        at: { source: null, target: null },
        suggestion: null,
        reason: null,
      },
    ];
  });
  return { bitext, lines: [...lines, ...rowLines(bitext, rows)] };
}

function rowLines(bitext: Bitext, findings: readonly BeadFinding[]): CheckLine[] {
  const placed = placesOf(bitext);
  return findings.map(({ bead, source, target, ...finding }) => ({
    ...finding,
    ...placed(bead),
    at: { source, target },
  }));
}

function placesOf(bitext: Bitext): (bead: number) => Pick<CheckLine, 'row' | 'source' | 'target'> {
  const rows = new Map(rowsOf(bitext).map((row, i) => [row.bead.id, { row: i + 1, ...rowTexts(row, bitext) }]));
  return (bead) => rows.get(bead)!;
}
