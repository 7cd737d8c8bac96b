import { Command } from 'commander';
import type { App } from '../app/app.ts';
import {
  deleteForGood,
  emptyTrash,
  keepTrashFor,
  openTrash,
  recordTrash,
  restoreFromTrash,
} from '../app/library/trash/trash.ts';
import { databaseOption, wholeNumber } from './options.ts';
import { withApp } from './with-app.ts';

interface Flags {
  readonly db: string;
}

/** `visavis trash …`: what was deleted, for whoever can run commands on the database. */
export function trashCommand(): Command {
  return new Command('trash')
    .description('List what was deleted, bring it back, or delete it permanently.')
    .addCommand(list())
    .addCommand(restore())
    .addCommand(remove())
    .addCommand(empty())
    .addCommand(keep());
}

function list(): Command {
  return new Command('list')
    .description('Print what lies in the trash: number, kind, title, who deleted it, when, until when; a tab between.')
    .addOption(databaseOption())
    .action(({ db }: Flags) =>
      withApp(db, async (app) => {
        for (const { id, kind, title, name, at, until } of (await openTrash(app)).entries) {
          process.stdout.write(`${[id, kind, title.replace(/\s+/gu, ' '), name, at, until].join('\t')}\n`);
        }
      }),
    );
}

function restore(): Command {
  return numbered(
    'restore',
    'Bring something back as it was, with its number, rows, history and comments.',
    async (app, id) => {
      const { place, with: others } = await restoreFromTrash(app, id, { author: '' });
      await recordTrash(app, { name: 'command line', action: 'restored from the trash', detail: String(id) });
      const where =
        place.number === 0
          ? 'in the glossary'
          : `${place.kind === 'concepts' ? 'concept' : place.kind} ${place.number}`;
      process.stdout.write(`Restored: ${where}\n`);
      for (const { kind, title } of others) {
        process.stdout.write(`With it came back what it belongs to, which lay in the trash, too: ${kind} “${title}”\n`);
      }
    },
  );
}

function remove(): Command {
  return numbered('delete', 'Delete something permanently.', async (app, id) => {
    await deleteForGood(app, id);
    await recordTrash(app, { name: 'command line', action: 'trash emptied', detail: '1' });
  });
}

function empty(): Command {
  return new Command('empty')
    .description('Delete everything in the trash permanently.')
    .addOption(databaseOption())
    .action(({ db }: Flags) =>
      withApp(db, async (app) => {
        const count = await emptyTrash(app);
        await recordTrash(app, { name: 'command line', action: 'trash emptied', detail: String(count) });
        process.stdout.write(`Deleted permanently: ${count}\n`);
      }),
    );
}

function keep(): Command {
  return new Command('keep')
    .description('Set how long things stay in the trash.')
    .argument('<days>', '1 to 3650', wholeNumber('days', 1, 3650))
    .addOption(databaseOption())
    .action((days: number, { db }: Flags) => withApp(db, (app) => keepTrashFor(app, days)));
}

function numbered(name: string, description: string, work: (app: App, id: number) => Promise<void>): Command {
  return new Command(name)
    .description(description)
    .argument('<number>', 'as “visavis trash list” prints it', wholeNumber('number', 1, Number.MAX_SAFE_INTEGER))
    .addOption(databaseOption())
    .action((id: number, { db }: Flags) => withApp(db, (app) => work(app, id)));
}
