import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { importMemory } from '../app/import/import-memory.ts';
import { piecesOf } from '../app/import/read-memory.ts';
import { checkStoredMemory, cleanedDocument } from '../app/library/clean-memory.ts';
import { rowsOf } from '../core/bitext/bitext.ts';
import { plainRow } from '../core/bitext/inline/plain-text.ts';
import { rowTexts } from '../core/bitext/row-text.ts';
import { MEMORY_CODES, type MemoryCode } from '../core/check/memory.ts';
import { FORMATS } from '../core/formats/index.ts';
import { unreadable, writeOutput } from './files.ts';
import { languageOption } from './options.ts';
import { reportFindings } from './report.ts';
import { withApp } from './with-app.ts';

export function cleanCommand(): Command {
  return new Command('clean')
    .description(
      'Look through a translation memory for doubles, contradictions, empty or identical sides, wrong languages, tags and lengths that do not fit, and damaged encodings; write it without them.',
    )
    .argument('<memory>', 'a TMX or XLIFF file')
    .option('--out <file>', 'where the clean memory goes, as TMX; without it nothing is written')
    .option('--report [file]', 'one JSON line per finding; standard output if no name is given')
    .addOption(new Option('--keep <code...>', 'findings whose units stay').choices(MEMORY_CODES).default([], 'none'))
    .addOption(languageOption('--from', 'the source'))
    .addOption(languageOption('--to', 'the translation'))
    .addHelpText(
      'after',
      '\nExample:\n  visavis clean old.tmx --out new.tmx --report findings.jsonl --keep other-translation',
    )
    .action(run);
}

async function run(
  file: string,
  {
    out,
    report,
    keep,
    from,
    to,
  }: { out?: string; report?: string | true; keep: MemoryCode[]; from?: string; to?: string },
): Promise<void> {
  await withApp(':memory:', async (app) => {
    const pieces = piecesOf(file);
    const imported = await importMemory(app, { name: basename(file), pieces, from, to }).catch((error: unknown) => {
      throw unreadable(file, error);
    });
    reportFindings(imported.findings);
    const check = await checkStoredMemory(app, imported.id);
    const { head, bitext, findings } = check;
    const rows = new Map(rowsOf(bitext).map((row, i) => [row.bead.id, { row, number: i + 1 }]));
    const textsOf = (bead: number) => {
      const known = rows.get(bead);
      return known ? rowTexts(plainRow(known.row), bitext) : { source: '', target: '' };
    };
    if (report !== undefined) {
      await writeOutput(
        report === true ? '-' : report,
        findings.map(({ code, bead, other, repairs }) => {
          const line = {
            code,
            unit: rows.get(bead)?.number,
            ...(other !== undefined && { other: rows.get(other)?.number }),
            ...textsOf(bead),
            ...(repairs && {
              repairs: repairs.map(({ side, from: was, to: meant }) => ({ side, from: was, to: meant })),
            }),
          };
          return `${JSON.stringify(line)}\n`;
        }),
      );
    }
    for (const code of MEMORY_CODES) {
      const count = findings.filter((finding) => finding.code === code).length;
      if (count > 0) process.stderr.write(`${code}: ${count}${keep.includes(code) ? ' (kept)' : ''}\n`);
    }
    if (out) {
      const clean = await cleanedDocument(app, check, new Set(keep));
      async function* documents() {
        yield clean;
      }
      const options = { status: 'all' as const, minConfidence: 0, sourceLanguage: head.sourceLanguage, now: app.now() };
      await writeOutput(out, FORMATS.tmx.write(documents(), options));
      const left = clean.bitext.beads.filter(({ status }) => status !== 'excluded').length;
      process.stderr.write(`${left} of ${bitext.beads.length} units written\n`);
    } else if (findings.length > 0) process.exitCode = 1;
  });
}
