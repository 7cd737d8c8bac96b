import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, MAIN, write } from '../support/cli.ts';
import { member } from '../support/desk.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

/** Runs the program beside this one, which is the server. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    execFile(
      process.execPath,
      [MAIN, ...args],
      { cwd: folder, env: { PATH, HOME, ...env } },
      (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}
const afar = (...args: string[]) => run([...args, '--server', server.url]);

beforeAll(() => {
  write('terms.csv', 'en,fr\nBrant harbour,port de Brant\n');
  write('ladder.txt', '[0, 1]:[0]:0.9\n');
  write('one.fr', 'Une maison, deux maisons.\n');
  write('two.en', 'One house.\nTwo houses.\n');
});

describe('a library on a server, as one in a file', () => {
  it('takes texts in and aligns them, and gives them out', async () => {
    const made = await afar('import', 'a.en.txt', 'a.fr.txt', '--from', 'en', '--to', 'fr', '--date', '2026-03-02');
    expect([made.status, made.stderr]).toEqual([0, '']);
    const id = made.stdout.trim();
    const { stdout } = await afar('export', id, '--format', 'tmx', '--out', 'afar.tmx');
    expect(stdout).toBe('');
    const again = await afar('import', 'afar.tmx', '--title', 'Again');
    const tables = await afar('export', id, again.stdout.trim(), '--format', 'tsv');
    expect(tables.stdout.trim().split('\n')).toHaveLength(10);
    const other = await afar('import', 'two.en', 'one.fr', '--from', 'en', '--to', 'fr', '--alignment', 'ladder.txt');
    expect((await afar('export', other.stdout.trim(), '--format', 'beads')).stdout).toMatch(/^\[0, 1\]:\[0\]/u);
    const found = await afar('lookup', 'One house.', '--from', 'en', '--to', 'fr', '--format', 'jsonl');
    expect(found.stdout).toContain('Une maison, deux maisons.');
  });

  it('takes a glossary in, lists it and gives it out', async () => {
    const made = await afar('glossary', 'import', 'terms.csv', '--into', 'Sea');
    expect([made.status, made.stdout]).toEqual([0, '1 added, 0 changed\n']);
    const list = '\tSea\ten: Brant harbour · fr: port de Brant\n';
    expect((await afar('glossary', 'list')).stdout).toContain(list);
    expect((await afar('glossary', 'list', 'brant')).stdout).toContain(list);
    expect((await afar('glossary', 'list', 'nothing')).stdout).toBe('');
    expect((await afar('glossary', 'export', '--format', 'tbx', '--glossary', 'Sea')).stdout).toContain(
      'port de Brant',
    );
    expect((await afar('glossary', 'export', '--format', 'tbx', '--glossary', 'No')).stderr).toContain(
      'There are: “Sea”',
    );
  });

  it('says what is wrong: no server, another program or version, what it refuses or cannot be sent', async () => {
    const other = createServer((request, response) => {
      const isOld = request.url?.startsWith('/old/');
      response.setHeader('content-type', 'application/json');
      response.end(isOld ? '{"info":{"version":"0.1.4"}}' : '"hello"');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    try {
      for (const [args, status, words] of [
        [['export', '1', '--format', 'tsv', '--server', 'http://127.0.0.1:1'], 3, 'is not reached'],
        [['export', '1', '--format', 'tsv', '--server', 'news.example'], 2, 'is not the address of a server'],
        [['export', '1', '--format', 'tsv', '--server', at], 3, 'is no server of Vis-à-vis'],
        [['export', '1', '--format', 'tsv', '--server', `${at}/old`], 2, 'It is of 0.1.4'],
        [['export', '999', '--format', 'tsv', '--server', server.url], 3, '999'],
        [['import', 'afar.tmx', '--dry-run', '--server', server.url], 2, '--dry-run'],
        [['import', '.', '--server', server.url], 2, 'A folder or a zip'],
        [['export', '1', '--format', 'tsv', '--server', server.url, '--db', 'a.sqlite'], 2, 'cannot be used with'],
      ] as const) {
        const told = await run(args);
        expect([args.join(' '), told.status, told.stderr]).toEqual([
          args.join(' '),
          status,
          expect.stringContaining(words),
        ]);
      }
    } finally {
      other.close();
    }
  });

  // Last, since from the first account on nobody gets in without one.
  it('is opened by a token where there are accounts, from a file or the environment', async () => {
    const { body } = await (await member(server.app, server.url, 'Ida', ['administrator'])).post('/account/tokens', {
      name: 'command line',
      scope: 'read',
      days: '30',
    });
    const token = /class="link-field" readonly value="([\w-]{43})"/u.exec(body)?.[1] ?? '';
    write('token', `${token}\n`);
    const list = ['glossary', 'list', '--server', server.url];
    const refused = await run(list);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('does not know this token')]);
    expect((await run(list, { VISAVIS_TOKEN: 'wrong' })).stderr).toContain('does not know this token');
    for (const [args, env] of [
      [[...list, '--token-file', 'token'], {}],
      [list, { VISAVIS_TOKEN: token }],
      [list, { VISAVIS_TOKEN_FILE: 'token' }],
    ] as const)
      expect(await run(args, env)).toMatchObject({ status: 0, stderr: '' });
    const writing = await run(['glossary', 'import', 'terms.csv', '--server', server.url], { VISAVIS_TOKEN: token });
    expect([writing.status, writing.stdout]).toEqual([2, '']);
  });
});
