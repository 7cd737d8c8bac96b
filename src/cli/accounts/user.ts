import { Command, InvalidArgumentError, Option } from 'commander';
import {
  accountByEmail,
  addAccount,
  allAccounts,
  resetPassword,
  setDisabled,
  setRoles,
} from '../../app/accounts/accounts.ts';
import { COMMAND_LINE } from '../../app/accounts/actor.ts';
import type { PasswordLink } from '../../app/accounts/password-links.ts';
import { MAX_TOKEN_DAYS, makeProgramToken } from '../../app/accounts/program-tokens.ts';
import { PROGRAM_SCOPES, type ProgramScope, ROLES, type Role } from '../../core/accounts/permissions.ts';
import { databaseOption } from '../options.ts';
import { withApp } from '../with-app.ts';

interface Flags {
  readonly db: string;
  readonly address: string;
  readonly role?: readonly Role[];
}

interface TokenFlags {
  readonly db: string;
  readonly scope: ProgramScope;
  readonly days: string;
}

/** `visavis user …`: accounts, for whoever can run commands on the database. */
export function userCommand(): Command {
  return new Command('user')
    .description('Manage the accounts that people sign in with. Without any, nobody signs in.')
    .addCommand(add())
    .addCommand(reset())
    .addCommand(roles())
    .addCommand(list())
    .addCommand(disable())
    .addCommand(enable())
    .addCommand(token());
}

function add(): Command {
  return new Command('add')
    .description(
      'Make an account and print the link by which its person sets a password. The first is an administrator’s.',
    )
    .argument('<e-mail>')
    .argument('<name>', 'the name that others see')
    .addOption(roleOption('; translator if not given'))
    .addOption(addressOption())
    .addOption(databaseOption())
    .addHelpText(
      'after',
      '\nExample:\n  visavis user add ida@news.example "Ida Holm" --role reviser --role terminologist',
    )
    .action((email: string, name: string, { db, address, role }: Flags) =>
      withApp(db, async (app) =>
        print(await addAccount(app, { email, name, roles: role ?? ['translator'] }, COMMAND_LINE), address),
      ),
    );
}

function reset(): Command {
  return new Command('reset')
    .description('Print a link by which the person of an account sets a new password.')
    .argument('<e-mail>')
    .addOption(addressOption())
    .addOption(databaseOption())
    .action((email: string, { db, address }: Flags) =>
      withApp(db, async (app) => {
        const { id } = await accountByEmail(app, email);
        print(await resetPassword(app, id, COMMAND_LINE), address);
      }),
    );
}

function roles(): Command {
  return new Command('roles')
    .description('Give an account other roles than it has.')
    .argument('<e-mail>')
    .addOption(roleOption().makeOptionMandatory())
    .addOption(databaseOption())
    .action((email: string, { db, role }: Flags) =>
      withApp(db, async (app) => setRoles(app, (await accountByEmail(app, email)).id, role ?? [], COMMAND_LINE)),
    );
}

function list(): Command {
  return new Command('list')
    .description('Print all accounts: e-mail address, name, roles, state, last use; a tab between.')
    .addOption(databaseOption())
    .action(({ db }: Flags) =>
      withApp(db, async (app) => {
        for (const { email, name, roles, isDisabled, isInvited, usedAt } of await allAccounts(app)) {
          const state = isDisabled ? 'disabled' : isInvited ? 'invited' : 'active';
          process.stdout.write(`${[email, name, roles.join(','), state, usedAt].join('\t')}\n`);
        }
      }),
    );
}

function disable(): Command {
  return new Command('disable')
    .description('Let an account in no more, and end its sessions. What it did keeps its name.')
    .argument('<e-mail>')
    .addOption(databaseOption())
    .action((email: string, { db }: Flags) => setState(db, email, true));
}

function enable(): Command {
  return new Command('enable')
    .description('Let a disabled account in again.')
    .argument('<e-mail>')
    .addOption(databaseOption())
    .action((email: string, { db }: Flags) => setState(db, email, false));
}

function token(): Command {
  return new Command('token')
    .description('Print a token with which a program uses the API in the name of an account.')
    .argument('<e-mail>')
    .argument('<name>', 'of the program')
    .addOption(
      new Option('--scope <scope>', 'what it may: read, or all that the account may')
        .choices(PROGRAM_SCOPES)
        .default('read'),
    )
    .option('--days <n>', `how long it holds, up to ${MAX_TOKEN_DAYS} days`, '90')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis user token ida@news.example "nightly export" --days 365')
    .action((email: string, name: string, { db, scope, days }: TokenFlags) =>
      withApp(db, async (app) => {
        const program = { name, scope, days: Number(days) };
        const made = await makeProgramToken(app, await accountByEmail(app, email), program, COMMAND_LINE);
        process.stdout.write(`${made}\n`);
      }),
    );
}

function setState(db: string, email: string, isDisabled: boolean): Promise<void> {
  return withApp(db, async (app) => setDisabled(app, (await accountByEmail(app, email)).id, isDisabled, COMMAND_LINE));
}

function roleOption(usual = ''): Option {
  return new Option('--role <role>', `one of ${ROLES.join(', ')}; may be repeated${usual}`).argParser(
    (given: string, before: readonly Role[] | undefined) => {
      const role = ROLES.find((known) => known === given);
      if (!role) throw new InvalidArgumentError(`A role is one of ${ROLES.join(', ')}.`);
      return [...(before ?? []), role];
    },
  );
}

function addressOption(): Option {
  return new Option('--address <url>', 'where the server is reached, for the link').default('http://127.0.0.1:3000');
}

function print({ token, endsAt }: PasswordLink, address: string): void {
  process.stdout.write(`${address.replace(/\/+$/u, '')}/welcome/${token}\n`);
  process.stderr.write(`The link works once, until ${endsAt}. Whoever opens it sets the password.\n`);
}
