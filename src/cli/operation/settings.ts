import { InvalidArgumentError, Option } from 'commander';
import { LOG_FORMATS, LOG_LEVELS } from '../../app/operation/log.ts';
import {
  databaseOption,
  embeddingModelOption,
  embeddingsOption,
  fetchPrivateOption,
  webhookPrivateOption,
  wholeNumber,
} from '../options.ts';
import { list, type Setting, secretIn, setting, webAddress } from './setting.ts';
import { signInSettings } from './sign-in-settings.ts';

/** Every setting of `visavis serve`. */
export function serverSettings(): Setting[] {
  return [
    setting(
      new Option('--port <number>', 'port to listen on; 0 takes any free one')
        .argParser(wholeNumber('--port', 0, 65_535))
        .default(3000),
    ),
    setting(
      new Option(
        '--host <name>',
        'name or address to listen on; other than this machine only with a password or accounts',
      ).default('127.0.0.1'),
    ),
    list(new Option('--allow-host <name>', 'another name that it is reached by, such as a proxy’s; may be repeated')),
    secretIn(
      new Option(
        '--password-file <file>',
        'file whose first line signs people in, and programs as “Authorization: Bearer”, while there is no account',
      ),
      'password',
    ),
    list(
      new Option(
        '--proxy <address>',
        'a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed, by its address or network; may be repeated',
      ),
    ),
    setting(fetchPrivateOption()),
    setting(webhookPrivateOption()),
    setting(databaseOption()),
    setting(embeddingsOption()),
    setting(embeddingModelOption()),
    setting(
      new Option('--log <format>', 'what happens, on standard error: as JSON, as text, or not at all')
        .choices(LOG_FORMATS)
        .default('text'),
    ),
    setting(
      new Option('--log-level <level>', 'from which level on; info in JSON and warn in text if not given').choices(
        LOG_LEVELS,
      ),
    ),
    setting(
      new Option(
        '--metrics-listen <host:port>',
        'an address of their own for /health, /ready and /metrics, open to whoever reaches it',
      ).argParser(hostAndPort),
    ),
    setting(
      new Option(
        '--public-url <url>',
        'the address by which people open it, for links in mails and for signing in elsewhere, such as https://desk.example.org',
      ).argParser(webAddress),
    ),
    ...signInSettings(),
    setting(
      new Option(
        '--mail-server <url>',
        'a server that sends people their notices by mail: smtp://name@host:587, or smtps:// where all is encrypted',
      ),
    ),
    setting(new Option('--mail-from <address>', 'the address that such mails come from')),
    secretIn(
      new Option('--mail-password-file <file>', 'file whose first line is the password of the mail server'),
      'mail-password',
    ),
    setting(
      new Option('--mail-at <cron>', 'when notices are sent that nobody has read, as cron says it').default(
        '*/15 * * * *',
      ),
    ),
    setting(new Option('--backup-dir <folder>', 'folder for copies of the database that are made by the clock')),
    setting(new Option('--backup-at <cron>', 'when they are made, as cron says it').default('0 3 * * *')),
    setting(
      new Option('--backup-keep <number>', 'how many are kept')
        .argParser(wholeNumber('--backup-keep', 1, 10_000))
        .default(14),
    ),
  ];
}

function hostAndPort(value: string): { host: string; port: number } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/u.exec(value) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65_535)
    throw new InvalidArgumentError('It takes a host and a port, such as 127.0.0.1:9464 or [::1]:9464.');
  return { host, port: Number(port) };
}
