import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { isDesk } from '../app/accounts/accounts.ts';
import type { App } from '../app/app.ts';
import { forgetDeleted } from '../app/library/keep-deleted.ts';
import { startSourceClock } from '../app/library/sources/source-clock.ts';
import { startTrashClock } from '../app/library/trash/trash-clock.ts';
import { openApp } from '../app/open-app.ts';
import { createLog, type LOG_FORMATS, type LOG_LEVELS } from '../app/operation/log.ts';
import { VERSION } from '../core/formats/tmx.ts';
import { listen } from '../web/listen.ts';
import { isThisMachine } from '../web/our-names.ts';
import { warmUp } from '../web/rows/warm-up.ts';
import { takeEnvironment, unknownVariables } from './operation/environment.ts';
import { externalSignIn, type SignInFlags } from './operation/external-sign-in.ts';
import { type MailSettings, startMail } from './operation/mail.ts';
import { secretIn } from './operation/secret-file.ts';
import { serverSettings } from './operation/settings.ts';
import { reachOf } from './options.ts';

export function serveCommand(): Command {
  const settings = serverSettings();
  const command = new Command('serve')
    .description('Open the workbench in the browser.')
    .addHelpText(
      'after',
      '\nEach option is a variable of the environment, too: --backup-dir is VISAVIS_BACKUP_DIR. visavis config shows where a value comes from.\n\nExample:\n  visavis serve --port 8080 --db news.sqlite',
    );
  for (const { option } of settings) command.addOption(option);
  return command.action(async () => {
    takeEnvironment(command, settings);
    await serve(command.opts<Flags>(), unknownVariables(settings));
  });
}

interface Flags extends MailSettings, Omit<SignInFlags, 'publicUrl'> {
  readonly port: number;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly passwordFile?: string;
  /** From the environment alone. */
  readonly password?: string;
  readonly proxy: readonly string[];
  readonly fetchPrivate?: boolean;
  readonly webhookPrivate?: boolean;
  readonly db: string;
  readonly embeddings?: string;
  readonly embeddingModel?: string;
  readonly log: (typeof LOG_FORMATS)[number];
  readonly logLevel?: (typeof LOG_LEVELS)[number];
  readonly metricsListen?: { readonly host: string; readonly port: number };
  readonly mailPasswordFile?: string;
  /** From the environment alone. */
  readonly 'mail-password'?: string;
  readonly backupDir?: string;
  readonly backupAt: string;
  readonly backupKeep: number;
}

/** A secret that a file holds, or the environment. */
function secretFrom(
  file: string | undefined,
  given: string | undefined,
  note: Note,
): Promise<string> | string | undefined {
  return file === undefined ? given : secretIn(file, note);
}

const NOT_ENCRYPTED =
  'What is sent, the password too, is not encrypted: put a proxy with TLS in front, or stay in a network that you trust.';

const EVERYBODY_THERE =
  'Whoever can sign in at the OpenID Connect server or the proxy gets an account here; --email-domain says who alone does.';

/** By what people get in. */
interface Doors {
  readonly hasPassword: boolean;
  readonly hasAccounts: boolean;
}

/** Who can do what, in a few words; nothing where only this machine can. */
function openTo({ host, allowHost }: Flags, { hasPassword, hasAccounts }: Doors): string[] {
  const otherNames = allowHost.length > 0 ? ` It also answers to ${allowHost.join(', ')}.` : '';
  const isLocal = isThisMachine(host) && allowHost.length === 0;
  if (hasAccounts) {
    const unused = hasPassword ? ' The password is used no more.' : '';
    return [`People sign in with their accounts.${unused}${otherNames}`, ...(isLocal ? [] : [NOT_ENCRYPTED])];
  }
  if (isLocal) {
    return hasPassword ? ['Programs of this machine alone reach it, and people sign in with the password.'] : [];
  }
  return [
    `Whoever reaches this machine on that port and knows the password can read and change everything.${otherNames}`,
    NOT_ENCRYPTED,
  ];
}

/** Looks for damage in the file and for copies that are old enough to go, while people work; nobody waits for it. */
function lookAfterFile(app: App, note: Note): void {
  void forgetDeleted(app.copies).catch(() => {});
  app.damage.look().then(
    (damage) => {
      if (damage !== null) note(`The database is damaged: ${damage}. Put a backup in its place with visavis restore.`);
    },
    // Stopped, or not to be read now: the page that needs it will say so.
    () => {},
  );
}

/** Says something to whoever has started the program: as a line, or, where a program reads them, as one of the log. */
type Note = (text: string) => void;

/** What has started the program may pass a signal on that the program had, too; only a later one means: at once. */
const ONE_KEY_PRESS_MS = 1000;

/** How long a mail that is being sent may take when the program stops, in ms; what has not been noted as sent is sent again. */
const MAIL_PATIENCE_MS = 2000;

/** How long the program gets ready before it says that it is open, in ms, so that the first page that somebody opens does not wait for it. */
const WARM_UP_MS = 500;

/** How long a page waits for what it searches, in ms. */
const SEARCH_WAIT_MS = 2000;

async function serve(flags: Flags, unknown: readonly string[]): Promise<void> {
  const { port, host, allowHost: allowed, passwordFile, db, embeddings: url, embeddingModel: model } = flags;
  const log = createLog({ format: flags.log, level: flags.logLevel });
  const note: Note = (text) => (flags.log === 'json' ? log.warn(text) : process.stderr.write(`${text}\n`));
  for (const name of unknown) note(`There is no setting of the name ${name}.`);
  const password = await secretFrom(passwordFile, flags.password, note);
  const clientSecret = await secretFrom(flags.openidClientSecretFile, flags['openid-client-secret'], note);
  const external = externalSignIn(flags, clientSecret);
  const app = await openApp({
    database: db,
    embeddings: url === undefined ? undefined : { url, model },
    fetching: reachOf(flags),
    webhooks: reachOf({ fetchPrivate: flags.webhookPrivate }),
    serves: true,
    searchPatience: SEARCH_WAIT_MS,
    backups:
      flags.backupDir === undefined
        ? undefined
        : { folder: flags.backupDir, at: flags.backupAt, keep: flags.backupKeep },
  });
  const at = { port, host, allowed, proxies: flags.proxy, password, external, log, metricsAt: flags.metricsListen };
  const listening = await listen(app, at).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const mailPassword = await secretFrom(flags.mailPasswordFile, flags['mail-password'], note);
  const mail = await startMail(app, flags, { password: mailPassword, log }).catch(async (error: unknown) => {
    await listening.stop();
    throw error;
  });
  await warmUp(app, WARM_UP_MS);
  app.searchIndex.start();
  lookAfterFile(app, note);
  await app.backups?.start(log);
  const trash = startTrashClock(app, log);
  const sources = startSourceClock(app, log);
  const addresses = listening.urls.join(' and ');
  process.stdout.write(`Vis-à-vis is open at ${addresses}\nThe database is ${db}. Press Ctrl+C to stop.\n`);
  if (listening.metricsUrl !== null) process.stdout.write(`Its metrics are at ${listening.metricsUrl}metrics\n`);
  log.info('started', { version: VERSION, node: process.version });
  if (external?.rules.newRole && external.rules.domains.length === 0) note(EVERYBODY_THERE);
  for (const line of openTo(flags, { hasPassword: password !== undefined, hasAccounts: await isDesk(app) })) note(line);
  for (const { host: where, process: number } of (await app.leases.others()).filter(({ serves }) => serves)) {
    note(
      `Another server runs on this database (process ${number} on ${where}). Edits made there show here only when a page is loaded again.`,
    );
  }
  process.on('uncaughtExceptionMonitor', (error) => log.fault('the program ended', error));
  let stoppingSince = Number.POSITIVE_INFINITY;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppingSince < Number.POSITIVE_INFINITY) {
        if (performance.now() - stoppingSince > ONE_KEY_PRESS_MS) process.exit(1);
        return;
      }
      stoppingSince = performance.now();
      log.info('stopping', { signal });
      sources.stop();
      void Promise.race([
        Promise.all([mail?.stop(), trash.stop()]),
        setTimeout(MAIL_PATIENCE_MS, null, { ref: false }),
      ]).then(async () => {
        await listening.stop();
        log.info('stopped');
        process.exit(0);
      });
    });
  }
}
