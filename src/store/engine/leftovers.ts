import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/**
 * Refuses to make a new database where one is missing of which a restore was interrupted: people would find everything gone.
 * @throws Problem `store-unavailable` that names what is there and says what to do
 */
export function requireNoLeftovers(file: string): void {
  if (existsSync(file) || !existsSync(dirname(file))) return;
  const start = basename(file);
  const left = readdirSync(dirname(file))
    .filter((name) => name === `${start}.partial` || (name.startsWith(`${start}.before-restore-`) && /\d$/u.test(name)))
    .sort();
  if (left.length === 0) return;
  throw new Problem(
    'store-unavailable',
    msg('The database {file} is missing, but an earlier restore left files beside it.', { file }),
    msg(
      'Found: {files}. A name with “before-restore” is the database as it was before; “partial” is a copy that may be incomplete.',
      {
        files: left.map((name) => join(dirname(file), name)),
      },
    ),
    msg(
      'Run the restore again, or give the right file the name {name}. For a new, empty database, move these files elsewhere first.',
      {
        name: start,
      },
    ),
  );
}
