import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import type { App } from '../app/app.ts';
import { forgetDeleted } from '../app/library/keep-deleted.ts';
import { openApp } from '../app/open-app.ts';
import { listen } from '../web/listen.ts';
import { isThisMachine } from '../web/our-names.ts';
import { readInput } from './files.ts';
import {
  databaseOption,
  embeddingModelOption,
  embeddingsOption,
  fetchPrivateOption,
  reachOf,
  wholeNumber,
} from './options.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Open the workbench in the browser.')
    .option('--port <number>', 'port to listen on; 0 takes any free one', wholeNumber('--port', 0, 65_535), 3000)
    .option('--host <name>', 'name or address to listen on; other than this machine only with a password', '127.0.0.1')
    .option(
      '--allow-host <name>',
      'another name that it is reached by, such as a proxy’s; may be repeated',
      collected,
      [],
    )
    .option('--password-file <file>', 'file whose first line signs people in, and programs as “Authorization: Bearer”')
    .addOption(fetchPrivateOption())
    .addOption(databaseOption())
    .addOption(embeddingsOption())
    .addOption(embeddingModelOption())
    .addHelpText('after', '\nExample:\n  visavis serve --port 8080 --db news.sqlite')
    .action(serve);
}

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly passwordFile?: string;
  readonly fetchPrivate?: boolean;
  readonly db: string;
  readonly embeddings?: string;
  readonly embeddingModel?: string;
}

function collected(name: string, before: readonly string[]): string[] {
  return [...before, name];
}

/** The first line of a file, without what is around it. */
async function passwordIn(file: string): Promise<string> {
  const { bytes } = await readInput(file);
  if (file !== '-' && process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    process.stderr.write(
      `Others on this machine may read or change ${file}. To keep it to yourself: chmod 600 ${file}\n`,
    );
  }
  return new TextDecoder().decode(bytes).split(/\r?\n/u, 1)[0]!.trim();
}

/** Who can do what, in a few words; nothing where only this machine can. */
function openTo({ host, allowHost, passwordFile }: Flags): string {
  if (isThisMachine(host) && allowHost.length === 0) {
    return passwordFile === undefined
      ? ''
      : 'Programs of this machine alone reach it, and people sign in with the password.\n';
  }
  const otherNames = allowHost.length > 0 ? ` It also answers to ${allowHost.join(', ')}.` : '';
  return [
    `Whoever reaches this machine on that port and knows the password can read and change everything.${otherNames}`,
    'What is sent, the password too, is not encrypted: put a proxy with TLS in front, or stay in a network that you trust.\n',
  ].join('\n');
}

/** Looks for damage in the file and for copies that are old enough to go, while people work; nobody waits for it. */
function lookAfterFile(app: App): void {
  void forgetDeleted(app.copies).catch(() => {});
  app.damage.look().then(
    (damage) => {
      if (damage !== null)
        process.stderr.write(`The database is damaged: ${damage}. Put a backup in its place with visavis restore.\n`);
    },
    // Stopped, or not to be read now: the page that needs it will say so.
    () => {},
  );
}

/** How long a page waits for what it searches, in ms. */
const SEARCH_WAIT_MS = 2000;

async function serve(flags: Flags): Promise<void> {
  const { port, host, allowHost: allowed, passwordFile, db, embeddings: url, embeddingModel: model } = flags;
  const password = passwordFile === undefined ? undefined : await passwordIn(passwordFile);
  const app = await openApp({
    database: db,
    embeddings: url === undefined ? undefined : { url, model },
    fetching: reachOf(flags),
    serves: true,
    searchPatience: SEARCH_WAIT_MS,
  });
  const listening = await listen(app, { port, host, allowed, password }).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  app.searchIndex.start();
  lookAfterFile(app);
  const addresses = listening.urls.join(' and ');
  process.stdout.write(`Vis-à-vis is open at ${addresses}\nThe database is ${db}. Press Ctrl+C to stop.\n`);
  process.stderr.write(openTo(flags));
  for (const { host: where, process: number } of (await app.leases.others()).filter(({ serves }) => serves)) {
    process.stderr.write(
      `Another server runs on this database (process ${number} on ${where}). Edits made there show here only when a page is loaded again.\n`,
    );
  }
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void listening.stop().then(() => process.exit(0));
    });
  }
}
