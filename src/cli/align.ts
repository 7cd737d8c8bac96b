import { Command, Option } from 'commander';
import { type AlignedPair, alignPairs, kinshipFindings, type SegmentedPair } from '../app/align-pair.ts';
import { lossInXml } from '../app/export-bitexts.ts';
import { loadPacks } from '../app/packs.ts';
import { readPair } from '../app/read-pair.ts';
import { describeFinding } from '../core/finding.ts';
import { FORMAT_NAMES, type FormatName } from '../core/formats/format.ts';
import { FORMATS } from '../core/formats/index.ts';
import { Problem } from '../core/problem.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import { alignBatch } from './align-batch.ts';
import { readInput, writeOutput } from './files.ts';
import { languageOption } from './options.ts';

/** What both kinds of alignment take. */
export interface AlignOptions {
  readonly from?: string;
  readonly to?: string;
  readonly segmented?: boolean;
  readonly format: FormatName;
}

interface Flags extends AlignOptions {
  readonly out: string;
  readonly batch?: string;
  readonly output?: string;
  readonly force?: boolean;
}

export function alignCommand(): Command {
  return new Command('align')
    .description('Align two texts, or every pair of a list.')
    .argument('[source]', 'source text; - is standard input')
    .argument('[target]', 'its translation')
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .option('--segmented', 'the texts have one segment a line')
    .addOption(new Option('--format <name>', 'format of the result').choices(FORMAT_NAMES).default('tmx'))
    .option('--out <file>', 'where the result goes; - is standard output', '-')
    .option('--batch <list>', 'a list of pairs: SOURCE<tab>TARGET[<tab>NAME] a line, relative to the list')
    .option('--output <folder>', 'where the results of a batch go, as NAME.<format>')
    .option('--force', 'align again what a batch has done before')
    .addHelpText(
      'after',
      '\nExamples:\n  visavis align story.en.txt story.fr.txt --out story.tmx\n  visavis align a.de b.fr --from de --to fr --segmented --format beads\n  visavis align --batch pairs.tsv --output aligned --format tmx',
    )
    .action(run);
}

async function run(source: string | undefined, target: string | undefined, flags: Flags): Promise<void> {
  const packs = loadPacks();
  if (flags.batch !== undefined) {
    if (source !== undefined)
      throw new Problem(
        'bad-request',
        'A batch takes its files from the list.',
        `“${source}” was given beside it.`,
        'Leave the file names out, or leave --batch out.',
      );
    if (flags.output === undefined)
      throw new Problem('bad-request', 'A batch needs a folder for its results.', '', 'Name one with --output.');
    const failed = await alignBatch(
      { ...flags, list: flags.batch, folder: flags.output, force: flags.force ?? false },
      packs,
    );
    if (failed > 0) process.exitCode = 1;
    return;
  }
  if (source === undefined || target === undefined) {
    throw new Problem(
      'bad-request',
      'Two texts are needed.',
      '',
      'Give a source and its translation: visavis align SOURCE TARGET.',
    );
  }
  const [aligned] = alignPairs([await readFiles(source, target, flags, packs)], packs);
  if (aligned) await writeBitext(aligned, source, flags.format, flags.out);
}

/** Reads two files and cuts them into segments. */
export async function readFiles(
  source: string,
  target: string,
  { from, to, segmented = false }: AlignOptions,
  packs: PackFor,
): Promise<SegmentedPair> {
  const inputs = [
    { ...(await readInput(source)), language: from },
    { ...(await readInput(target)), language: to },
  ] as const;
  return readPair({ source: inputs[0], target: inputs[1], segmented }, packs);
}

/** Writes an aligned pair in a format, with findings on stderr. */
export async function writeBitext(
  { bitext, kinship }: AlignedPair,
  title: string,
  format: FormatName,
  out: string,
): Promise<void> {
  const document = { title, bitext };
  async function* documents() {
    yield document;
  }
  const options = {
    status: 'all',
    minConfidence: 0,
    sourceLanguage: bitext.sourceLanguage,
    now: new Date().toISOString(),
  } as const;
  await writeOutput(out, FORMATS[format].write(documents(), options));
  const findings = [...kinshipFindings(title, kinship), ...(format === 'tmx' ? lossInXml(document) : [])];
  for (const finding of findings) process.stderr.write(`${describeFinding(finding)}\n`);
}
