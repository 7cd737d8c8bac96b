import { Command, Option } from 'commander';
import { checkGlossary } from '../../app/check/check-glossary.ts';
import { CHECK_CODES, type CheckLine, isWanted, severityOf } from '../../core/check/line.ts';
import { severityIn } from '../../core/check/profile.ts';
import { REPORT_FORMATS, type ReportFormat, writeReport } from '../../core/check/report/report-writer.ts';
import { CHECK_SEVERITIES, type CheckSeverity } from '../../core/check/row-finding.ts';
import { translator } from '../../core/translator.ts';
import { readConcepts } from '../concepts.ts';
import { writeOutput } from '../files.ts';
import { languageOption } from '../options.ts';
import { withApp } from '../with-app.ts';
import { patternLines, profileIn } from './check-profile.ts';
import { type CheckedLanguages, filesIn, ofFile, ofPair } from './checked-texts.ts';

interface Flags extends CheckedLanguages {
  readonly glossary: string[];
  readonly profile?: string;
  readonly date?: string;
  readonly format: ReportFormat;
  readonly only: string[];
  readonly except: string[];
  readonly severity: CheckSeverity;
}

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Tell what is wrong with a translation: numbers, dates, names, form, negation, terms, and what is missing. Exit code: 0 where nothing is reported, 1 where something is, 2 or more where it could not be checked.',
    )
    .argument('<source>', 'source text, or a TMX or XLIFF file, or a folder of these')
    .argument('[target]', 'its translation; none for a TMX or XLIFF file or a folder')
    .option('--glossary <file...>', 'CSV, TBX, OmegaT’s text, JSON, or a database', [])
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .option(
      '--profile <file>',
      'which checks are made and how much their findings matter, or patterns to look for: a profile exported from the page Checks, a checklist of Xbench (.xbckl) or of CheckMate, or lines of source, translation and description with tabs between',
    )
    .option('--date <day>', 'the day of the article, such as 2024-01-16, by which posts are checked')
    .addOption(new Option('--only <code...>', 'these checks alone').choices(CHECK_CODES).default([], 'all'))
    .addOption(new Option('--except <code...>', 'all but these checks').choices(CHECK_CODES).default([], 'none'))
    .addOption(new Option('--severity <least>', 'the least that is reported').choices(CHECK_SEVERITIES).default('hint'))
    .addOption(new Option('--format <name>', 'how findings are written').choices(REPORT_FORMATS).default('text'))
    .addHelpText(
      'after',
      '\nExamples:\n  visavis check story.xlf --glossary names.tbx titles.csv --severity warning --format sarif\n  visavis check translations/ --profile house.json --except negation capital --format csv',
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
    const profile = await profileIn(app, flags.profile);
    const reports: { readonly file: string; readonly lines: readonly CheckLine[] }[] = [];
    for (const file of files) {
      const { bitext, codes, lines } =
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
      const found = [...lines, ...terms, ...patternLines(bitext, codes, profile)]
        .flatMap((line) => {
          const severity = severityIn(profile, line.code, line.severity);
          return severity === null ? [] : [{ ...line, severity }];
        })
        .filter((line) => isWanted(line, flags))
        .sort((a, b) => a.row - b.row);
      reports.push({ file, lines: found });
    }
    await writeOutput('-', writeReport(reports, flags.format, translator('en', {})));
    if (reports.some(({ lines }) => lines.length > 0)) process.exitCode = 1;
  });
}
