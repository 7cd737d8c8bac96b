import { Command } from 'commander';
import { COMMAND_LINE } from '../../app/accounts/actor.ts';
import { flushSessions } from '../../app/accounts/sessions.ts';
import { databaseOption } from '../options.ts';
import { withApp } from '../with-app.ts';

export function sessionsCommand(): Command {
  return new Command('sessions').description('End sessions of people who are signed in.').addCommand(
    new Command('flush')
      .description('Sign everybody out, everywhere.')
      .addOption(databaseOption())
      .action(({ db }: { readonly db: string }) =>
        withApp(db, async (app) => {
          const count = await flushSessions(app, COMMAND_LINE);
          process.stderr.write(count === 1 ? 'One session was ended.\n' : `${count} sessions were ended.\n`);
        }),
      ),
  );
}
