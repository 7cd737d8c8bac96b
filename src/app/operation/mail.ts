import { isIP } from 'node:net';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Mail } from '../upkeep.ts';

/** A server that takes mails. */
export interface MailServer {
  /** smtp://name@host:port, or smtps:// where it is encrypted from the beginning. */
  readonly server: string;
  readonly password?: string | undefined;
  /** The address that mails come from. */
  readonly from: string;
}

/** How long a server may take to answer, in ms. */
const PATIENCE_MS = 30_000;

/**
 * Sends mails by SMTP. Where there is a password, it is sent encrypted alone, but to this machine.
 * @throws Problem `bad-request` where the settings cannot be used
 */
export async function createMailer({ server, password, from }: MailServer) {
  const { hostname, protocol, port, username, password: within } = addressOf(server);
  if (!/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/u.test(from)) {
    throw new Problem('bad-request', msg('“{address}” is not an address that mails can come from.', { address: from }));
  }
  const host = hostname.replace(/^\[|\]$/gu, '');
  const isEncrypted = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  const pass = password ?? decodeURIComponent(within);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port: port === '' ? (isEncrypted ? 465 : 587) : Number(port),
    secure: isEncrypted,
    requireTLS: user !== '' && !isOwnMachine(host),
    ...(user !== '' && { auth: { user, pass } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A text is never taken for the name of a file, or for an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)>?$/u.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ to, key, subject, text }: Mail): Promise<void> {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${key}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

function addressOf(server: string): URL {
  const address = URL.canParse(server) ? new URL(server) : null;
  if (address && ['smtp:', 'smtps:'].includes(address.protocol) && address.hostname !== '') return address;
  throw new Problem(
    'bad-request',
    'The mail server cannot be used.',
    '',
    'Write it as smtp://name@host:587 or smtps://name@host.',
  );
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
