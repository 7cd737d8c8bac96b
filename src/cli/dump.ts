import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { dump, undump } from '../app/library/dump.ts';
import { unreadable, writeOutput } from './files.ts';
import { databaseOption } from './options.ts';
import { withApp } from './with-app.ts';

export function dumpCommand(): Command {
  return new Command('dump')
    .description('Write everything that is stored as lines of JSON (docs/formats.md says what they mean).')
    .argument('[file]', 'where it goes; - is standard output', '-')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis dump everything.jsonl --db news.sqlite')
    .action(async (file: string, { db }: { db: string }) => {
      await withApp(db, (app) => writeOutput(file, dump(app)));
    });
}

export function undumpCommand(): Command {
  return new Command('undump')
    .description('Bring a dump into an empty database; all of it or nothing.')
    .argument('<file>', 'the dump')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis undump everything.jsonl --db new.sqlite')
    .action(async (file: string, { db }: { db: string }) => {
      await withApp(db, async (app) => {
        const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
        const count = await undump(app, basename(file), lines).catch((error: unknown) => {
          throw unreadable(file, error);
        });
        process.stdout.write(`${count} rows\n`);
      });
    });
}
