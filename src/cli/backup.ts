import { Command } from 'commander';
import { backUp, restoreFrom } from '../app/library/backup.ts';
import { databaseOption } from './options.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy the database to a file, also while the program runs.')
    .argument('<file>', 'file of the copy; it must not exist yet')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis backup news-2026-11-24.sqlite --db news.sqlite')
    .action((file: string, { db }: { db: string }) => backUp(db, file));
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Put a copy in the place of the database. Stop the program first; the old database is kept beside it.')
    .argument('<file>', 'the copy')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis restore news-2026-11-24.sqlite --db news.sqlite')
    .action(async (file: string, { db }: { db: string }) => {
      const kept = await restoreFrom(file, db);
      if (kept) process.stderr.write(`The database as it was is ${kept}.\n`);
    });
}
