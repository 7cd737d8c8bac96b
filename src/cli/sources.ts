import { Command } from 'commander';
import type { App } from '../app/app.ts';
import { lookAt } from '../app/library/sources/look.ts';
import { acceptProposal, openProposals, refuseProposal } from '../app/library/sources/proposals.ts';
import { addSource, openSources, SCHEDULES, setActive } from '../app/library/sources/sources.ts';
import { databaseOption, fetchPrivateOption, reachOf, wholeNumber } from './options.ts';
import { t } from './report.ts';
import { withApp } from './with-app.ts';

interface Flags {
  readonly db: string;
  readonly fetchPrivate?: boolean;
}

/** `visavis sources …`: feeds that are looked at by the clock of a server, or now, and what is proposed of them. */
export function sourcesCommand(): Command {
  return new Command('sources')
    .description('Add feeds that a server looks at by the clock, look at them now, and accept what they propose.')
    .addCommand(list())
    .addCommand(add())
    .addCommand(numbered('pause', 'Have the clock leave a source alone.', (app, id) => setActive(app, id, false)))
    .addCommand(numbered('resume', 'Have the clock look at a source again.', (app, id) => setActive(app, id, true)))
    .addCommand(look())
    .addCommand(proposals())
    .addCommand(numbered('accept', 'Bring in what is proposed, and align it.', accept))
    .addCommand(numbered('refuse', 'Take a proposal away; its pages are never proposed again.', refuseProposal));
}

function list(): Command {
  return new Command('list')
    .description(
      'Print the sources: number, address, whether it is paused, last look, what it found, what failed; a tab between.',
    )
    .addOption(databaseOption())
    .action(({ db }: Flags) =>
      withApp(db, async (app) => {
        for (const { id, place, isActive, runs } of await openSources(app)) {
          const [last] = runs;
          const state = isActive ? 'active' : 'paused';
          line([id, place, state, last?.endedAt ?? '', last?.found ?? '', last?.failure ? t(last.failure) : '']);
        }
      }),
    );
}

function add(): Command {
  return new Command('add')
    .description('Add a feed (RSS or Atom) and print its number.')
    .argument('<address>')
    .option('--languages <tags>', 'fetch its versions in these languages, too, with commas between', '')
    .option('--at <times>', 'when, as cron says it', SCHEDULES.hour)
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  visavis sources add https://paper.example/en/rss.xml --languages fr,de')
    .action((place: string, { db, languages, at }: Flags & { readonly languages: string; readonly at: string }) =>
      withApp(db, async (app) => {
        const wanted = languages.split(',').flatMap((tag) => tag.trim() || []);
        line([await addSource(app, { place, languages: wanted, schedule: at })]);
      }),
    );
}

function look(): Command {
  return numbered('look', 'Look at a source now.', async (app, id) => {
    const { found, proposed, missed, failure } = await lookAt(app, id);
    process.stdout.write(`Found: ${found}. Proposed: ${proposed}. Not readable: ${missed}.\n`);
    if (!failure) return;
    process.stderr.write(`${t(failure)}\n`);
    process.exitCode = 1;
  }).addOption(fetchPrivateOption());
}

function proposals(): Command {
  return new Command('proposals')
    .description(
      'Print what waits for a decision: number, kind, title, address, that of its translation, likeness; a tab between.',
    )
    .addOption(databaseOption())
    .action(({ db }: Flags) =>
      withApp(db, async (app) => {
        for (const { id, kind, page, partner, likeness, isDoubtful } of await openProposals(app)) {
          const sure = likeness === null ? '' : `${likeness.toFixed(2)}${isDoubtful ? ' doubtful' : ''}`;
          line([id, kind, page.title, page.address, partner?.address ?? '', sure]);
        }
      }),
    );
}

async function accept(app: App, id: number): Promise<void> {
  const { kind, number } = await acceptProposal(app, id, { t });
  if (kind === 'bitext') await app.queue.settled(number);
  process.stdout.write(`${kind} ${number}\n`);
}

function numbered(name: string, description: string, work: (app: App, id: number) => Promise<void>): Command {
  return new Command(name)
    .description(description)
    .argument('<number>', 'as the list prints it', wholeNumber('number', 1, Number.MAX_SAFE_INTEGER))
    .addOption(databaseOption())
    .action((id: number, flags: Flags) => withApp(flags.db, (app) => work(app, id), { fetching: reachOf(flags) }));
}

function line(cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell) => String(cell).replace(/\s+/gu, ' ')).join('\t')}\n`);
}
