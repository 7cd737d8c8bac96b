import { Command, Option } from 'commander';
import { exportBitexts } from '../app/export/export-bitexts.ts';
import { FILE_FORMAT_NAMES, type FileFormatName } from '../app/export/file-formats.ts';
import { SEGMENT_KINDS, type SegmentKind } from '../core/bitext/bitext.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { answerOf } from '../remote/client.ts';
import { writeOutput } from './files.ts';
import { databaseOption, probability } from './options.ts';
import { type ServerFlags, serverOptions, withServer } from './remote/server.ts';
import { reportFindings } from './report.ts';
import { withApp } from './with-app.ts';

interface Flags extends ServerFlags {
  readonly format: FileFormatName;
  readonly status: 'all' | 'confirmed';
  readonly minConfidence: number;
  readonly kinds: SegmentKind[];
  readonly regions: boolean;
  readonly unique?: boolean;
  readonly context?: boolean;
  readonly notes: boolean;
  readonly db: string;
  readonly out: string;
}

export function exportCommand(): Command {
  const [serverOption, tokenOption] = serverOptions();
  return new Command('export')
    .description('Write stored bitexts to one file.')
    .argument('<bitext...>', 'numbers of bitexts')
    .addOption(new Option('--format <name>', 'format of the file').choices(FILE_FORMAT_NAMES).makeOptionMandatory())
    .addOption(new Option('--status <which>', 'which rows').choices(['all', 'confirmed']).default('all'))
    .option('--min-confidence <p>', 'leave out rows of lower confidence, from 0 to 1', probability, 0)
    .addOption(
      new Option('--kinds <kind...>', 'only rows with segments of these kinds').choices(SEGMENT_KINDS).default([]),
    )
    .option('--no-regions', 'language codes of a TMX without their region')
    .option('--unique', 'write repeated units of a TMX once')
    .option('--context', 'in a TMX, what comes before and after each unit')
    .option('--no-notes', 'without the notes that reviewers wrote for each other')
    .addOption(databaseOption())
    .addOption(serverOption)
    .addOption(tokenOption)
    .option('--out <file>', 'output file; - is standard output', '-')
    .addHelpText('after', '\nExample:\n  visavis export 7 8 --format tmx --status confirmed --out news.tmx')
    .action(run);
}

async function run(bitexts: string[], { db, out, server, tokenFile, ...wanted }: Flags): Promise<void> {
  const ids = bitexts.map((text) => {
    const id = Number(text);
    if (!Number.isSafeInteger(id) || id < 1)
      throw new Problem(
        'bad-request',
        msg('“{text}” is not the number of a bitext.', { text }),
        '',
        '“visavis import” prints it; the library shows it in the address.',
      );
    return id;
  });
  if (server !== undefined) {
    const query = {
      bitext: ids,
      format: wanted.format,
      status: wanted.status,
      minConfidence: wanted.minConfidence * 100,
      regions: wanted.regions ? ('with' as const) : ('without' as const),
      ...(wanted.unique && { unique: 'on' as const }),
      ...(wanted.context && { context: 'on' as const }),
      ...(wanted.notes && { notes: 'on' as const }),
      kind: wanted.kinds,
    };
    return withServer(server, { tokenFile }, async (client) => {
      const file = answerOf(await client.GET('/export', { params: { query }, parseAs: 'stream' }));
      await writeOutput(out, file ?? []);
    });
  }
  await withApp(db, async (app) => {
    const file = await exportBitexts(app, { bitexts: ids, ...wanted });
    await writeOutput(out, file.chunks);
    reportFindings(file.findings);
  });
}
