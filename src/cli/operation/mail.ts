import type { App } from '../../app/app.ts';
import { createMailer } from '../../app/operation/mail.ts';
import type { Log } from '../../app/upkeep.ts';
import { type DigestClock, startDigestClock } from '../../app/workflow/digest-clock.ts';
import { Problem } from '../../core/problem.ts';
import { INTERFACE_LANGUAGES, translatorIn } from '../../web/language.ts';

/** What the settings of mails are. */
export interface MailSettings {
  readonly mailServer?: string;
  readonly mailFrom?: string;
  readonly mailAt: string;
  readonly publicUrl?: string;
}

/**
 * Sends people their notices by mail from now on; null where no server is named.
 * @throws Problem `bad-request` where the settings cannot be used
 */
export async function startMail(
  app: App,
  { mailServer, mailFrom, mailAt, publicUrl = '' }: MailSettings,
  { password, log }: { readonly password: string | undefined; readonly log: Log },
): Promise<DigestClock | null> {
  if (mailServer === undefined) return null;
  if (mailFrom === undefined) {
    throw new Problem('bad-request', 'Mails need an address that they come from.', '', 'Name it with --mail-from.');
  }
  const mailer = await createMailer({ server: mailServer, password, from: mailFrom });
  const words = (language: string) => translatorIn(INTERFACE_LANGUAGES.find((one) => one === language) ?? 'en');
  const tools = { words, address: publicUrl.replace(/\/+$/u, ''), send: mailer.send, log };
  const clock = startDigestClock(app, mailAt, tools);
  return {
    run: clock.run,
    async stop() {
      await clock.stop();
      mailer.close();
    },
  };
}
