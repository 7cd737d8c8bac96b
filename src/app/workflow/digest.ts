import { createHash } from 'node:crypto';
import type { Translator } from '../../core/translator.ts';
import { noticeText } from '../../core/workflow/notice.ts';
import { accountsToMail, markSent, type StoredNotice, unsentNotices } from '../../store/workflow/mail.ts';
import type { Desk } from '../desk.ts';
import type { Log, Mail } from '../upkeep.ts';

/** How long a notice is tried to be sent, in ms: 3 days. */
const PATIENCE_MS = 3 * 24 * 3600 * 1000;

/** What a digest is made with. */
export interface DigestTools {
  /** Puts messages into the words of an account's language; of one that is not known, into English. */
  readonly words: (language: string) => Translator;
  /** By which people open the program, for links, without a slash at its end; empty where it is not known. */
  readonly address: string;
  /** Sends a mail, or throws. */
  readonly send: (mail: Mail) => Promise<void>;
  readonly log: Log;
}

/**
 * Sends to each account, as one mail, what it has neither read nor been sent. What could not be sent is tried again with the next
 * digest, for three days; a mail that fails keeps no other back. A program that is killed between sending and noting it sends the
 * same mail again, by the same Message-ID.
 */
export async function sendDigests({ store, now }: Pick<Desk, 'store' | 'now'>, tools: DigestTools): Promise<void> {
  const since = new Date(Date.parse(now()) - PATIENCE_MS).toISOString();
  for (const { account, email, language } of await accountsToMail(store.db, since)) {
    const notices = await unsentNotices(store.db, account, since);
    if (notices.length === 0) continue;
    const ids = notices.map(({ id }) => id);
    try {
      await tools.send({
        to: email,
        key: keyOf(account, ids),
        ...digest(notices, tools.words(language), tools.address),
      });
      await markSent(store.db, ids, now());
      tools.log.info('notices mailed', { notices: ids.length });
    } catch (error) {
      tools.log.fault('notices could not be mailed', error, { notices: ids.length });
    }
  }
}

/** A digest as plain text. */
function digest(notices: readonly StoredNotice[], { t }: Translator, address: string): Pick<Mail, 'subject' | 'text'> {
  const pieces = notices.map(({ kind, name, title, text, bitext, bead }) => {
    const lines = [t(noticeText(kind, { name, title })), ...text.split('\n').map((line) => (line ? `> ${line}` : ''))];
    if (address) lines.push(`${address}/bitexts/${bitext}${bead === null ? '' : `#b${bead}`}`);
    return lines.filter(Boolean).join('\n');
  });
  const end = [t('You get this mail since you have an account of Vis-à-vis. “My account” ends such mails.')];
  if (address) end.push(`${address}/account`);
  return {
    subject: t('Vis-à-vis: {count} notices', { count: notices.length }),
    text: `${[...pieces, `-- \n${end.join('\n')}`].join('\n\n')}\n`,
  };
}

/** The same for the same notices, so that a mail that is sent again can be known. */
function keyOf(account: string, notices: readonly number[]): string {
  return createHash('sha256')
    .update(JSON.stringify([account, notices]))
    .digest('hex')
    .slice(0, 32);
}
