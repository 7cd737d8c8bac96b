import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, setDisabled } from '../../../src/app/accounts/accounts.ts';
import { COMMAND_LINE } from '../../../src/app/accounts/actor.ts';
import type { App } from '../../../src/app/app.ts';
import { createLog } from '../../../src/app/operation/log.ts';
import { createMailer } from '../../../src/app/operation/mail.ts';
import { addComment } from '../../../src/app/review/comments.ts';
import { sendDigests } from '../../../src/app/workflow/digest.ts';
import { chooseMail, keepLanguage } from '../../../src/app/workflow/mail-choice.ts';
import { readNotices } from '../../../src/app/workflow/notices.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { INTERFACE_LANGUAGES, translatorIn } from '../../../src/web/language.ts';
import { importStory, openTestApp } from '../../support/app.ts';

interface Received {
  readonly to: string;
  readonly text: string;
}

let app: App;
let id: number;
const people: Record<string, string> = {};
const received: Received[] = [];
/** Whom the server refuses now. */
const refused = new Set<string>();
const logged: string[] = [];

const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  logger: false,
  onAuth({ username, password }, _session, done) {
    if (username === 'desk' && password === 'a pier') done(null, { user: username });
    else done(new Error('no'));
  },
  onRcptTo({ address }, _session, done) {
    done(refused.has(address) ? new Error('not now') : null);
  },
  onData(stream, session, done) {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => {
      text += piece;
    });
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
      done();
    });
  },
});

const serverAt = () => `smtp://desk@127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
const log = createLog({ format: 'json', level: 'info', write: (line) => logged.push(line) });
const words = (language: string) => translatorIn(INTERFACE_LANGUAGES.find((one) => one === language) ?? 'en');

/** Sends what there is, and says what has come. */
async function digest(password = 'a pier'): Promise<Received[]> {
  received.length = 0;
  const mailer = await createMailer({ server: serverAt(), password, from: 'Desk <desk@news.example>' });
  await sendDigests(app, { words, address: 'https://desk.example', send: mailer.send, log });
  mailer.close();
  return [...received].sort((a, b) => a.to.localeCompare(b.to));
}

async function say(text: string): Promise<void> {
  const segment = (await readBitext(app.store.db, id)).beads[0]?.target[0] ?? 0;
  await addComment(app, id, { side: 'target', segment, author: people['Ida'] ?? '', text });
}

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  app = await openTestApp();
  id = await importStory(app);
  for (const name of ['Ida', 'Tom', 'Zoë']) {
    const email = `${name.toLowerCase().replace('ë', 'e')}@news.example`;
    await addAccount(app, { name, email, roles: ['reviser'] }, COMMAND_LINE);
    const { id: own } = await app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    people[name] = own;
  }
  await keepLanguage(app, people['Zoë'] ?? '', 'fr');
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

describe('a digest', () => {
  it('is one mail to each, in their language, of each notice once', async () => {
    await say('@Tom, is it deep?');
    await say('@Tom and @Zoë: deep enough.');
    const mails = await digest();
    expect(mails.map(({ to }) => to)).toEqual(['tom@news.example', 'zoe@news.example']);
    const [tom = '', zoe = ''] = mails.map(({ text }) => text.replaceAll('\r\n', '\n'));
    expect(tom).toContain('_2_notices');
    expect(tom).toMatch(/Auto-Submitted: auto-generated/iu);
    expect(tom).toContain(`https://desk.example/bitexts/${id}#b`);
    expect(tom).toContain('> @Tom, is it deep?');
    expect(zoe).toContain('Ida vous mentionne dans');
    expect(await digest()).toEqual([]);
  });

  it('is sent again where it could not be, and keeps no other back; the log has none of its words', async () => {
    await say('@Tom, @Zoë: a secret word');
    refused.add('tom@news.example');
    expect((await digest()).map(({ to }) => to)).toEqual(['zoe@news.example']);
    refused.clear();
    expect((await digest('wrong')).map(({ to }) => to)).toEqual([]);
    expect((await digest()).map(({ to }) => to)).toEqual(['tom@news.example']);
    expect(await digest()).toEqual([]);
    expect(logged.filter((line) => line.includes('notices could not be mailed')).length).toBe(2);
    expect(logged.join()).not.toContain('secret');
  });

  it('has nothing that was read, and goes to nobody who has ended it or is disabled', async () => {
    await say('@Tom @Zoë once more');
    await readNotices(app, people['Tom'] ?? '', 'all');
    await chooseMail(app, people['Zoë'] ?? '', false);
    expect(await digest()).toEqual([]);
    await chooseMail(app, people['Zoë'] ?? '', true);
    await setDisabled(app, people['Zoë'] ?? '', true, COMMAND_LINE);
    expect(await digest()).toEqual([]);
    await setDisabled(app, people['Zoë'] ?? '', false, COMMAND_LINE);
    expect((await digest()).map(({ to }) => to)).toEqual(['zoe@news.example']);
  });

  it.each([
    ['http://mail.example', 'desk@news.example'],
    ['mail.example', 'desk@news.example'],
    ['smtp://mail.example', 'nobody'],
  ])('is refused by %s from %s', async (server, from) => {
    await expect(createMailer({ server, from })).rejects.toMatchObject({ code: 'bad-request' });
  });
});
