import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Command } from 'commander';
import { dump } from '../app/library/dump.ts';
import { loadDump } from '../app/library/load-dump.ts';
import { unreadable, writeOutput } from './files.ts';
import { databaseOption } from './options.ts';
import { withApp } from './with-app.ts';

export function dumpCommand(): Command {
  return new Command('dump')
    .description(
      'Export the whole database as JSON Lines (format: docs/formats.md), as of one moment, also while the program runs.',
    )
    .argument('[file]', 'output file; - is standard output', '-')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis dump everything.jsonl --db news.sqlite')
    .action(async (file: string, { db }: { db: string }) => {
      await withApp(db, (app) => writeOutput(file, dump(app)));
    });
}

export function loadCommand(): Command {
  return new Command('load')
    .alias('undump')
    .description('Load a dump into an empty database, in one transaction.')
    .argument('<file>', 'the dump, also packed (.gz)')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis load everything.jsonl --db new.sqlite')
    .action(async (file: string, { db }: { db: string }) => {
      await withApp(db, async (app) => {
        const input = createReadStream(file);
        const unpacked = /\.gz$/iu.test(file) ? createGunzip() : new PassThrough();
        input.on('error', (error) => unpacked.destroy(error));
        const lines = createInterface({ input: input.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
        const count = await loadDump(app, basename(file), lines).catch((error: unknown) => {
          throw unreadable(file, error);
        });
        process.stdout.write(`${count} rows\n`);
      });
    });
}
