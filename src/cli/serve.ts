import { Command } from 'commander';
import type { App } from '../app/app.ts';
import { forgetDeleted } from '../app/library/keep-deleted.ts';
import { openApp } from '../app/open-app.ts';
import { listen } from '../web/listen.ts';
import { databaseOption, embeddingModelOption, embeddingsOption, wholeNumber } from './options.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Open the workbench in the browser.')
    .option('--port <number>', 'port to listen on; 0 takes any free one', wholeNumber('--port', 0, 65_535), 3000)
    .option('--host <name>', 'name or address to listen on', '127.0.0.1')
    .addOption(databaseOption())
    .addOption(embeddingsOption())
    .addOption(embeddingModelOption())
    .addHelpText('after', '\nExample:\n  visavis serve --port 8080 --db news.sqlite')
    .action(serve);
}

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly db: string;
  readonly embeddings?: string;
  readonly embeddingModel?: string;
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
const PATIENCE = 2000;

async function serve({ port, host, db, embeddings: url, embeddingModel: model }: Flags): Promise<void> {
  const app = await openApp({
    database: db,
    embeddings: url === undefined ? undefined : { url, model },
    serves: true,
    searchPatience: PATIENCE,
  });
  const listening = await listen(app, { port, host }).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  app.searchIndex.start();
  lookAfterFile(app);
  process.stdout.write(`Vis-à-vis is open at ${listening.url}\nThe database is ${db}. Press Ctrl+C to stop.\n`);
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
