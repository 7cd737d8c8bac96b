import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const folder = () => mkdtempSync(join(tmpdir(), 'visavis-'));

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
});

/** A started server, with what it has said. */
async function started(args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', 'v.sqlite', ...args], { cwd });
  running.push(child);
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(err)));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      if (out.includes('Ctrl+C')) resolve();
    });
  });
  return { url: /http:\S+/u.exec(out)![0], out, err: () => err };
}

describe('visavis serve', () => {
  it('is refused where others would reach it without a password, and says what to do', () => {
    for (const flags of [
      ['--host', '0.0.0.0'],
      ['--host', '::'],
      ['--allow-host', 'news.example'],
    ]) {
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        [MAIN, 'serve', '--port', '0', '--db', ':memory:', ...flags],
        { encoding: 'utf8', timeout: 60_000 },
      );
      expect(status, flags.join(' ')).toBe(2);
      expect(stderr).toContain('--password-file');
      expect(stdout).toBe('');
    }
  });

  it('asks for the password of the file, and says who can do what', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'password'), '  seven planks of a pier \r\nanother line\n', { mode: 0o600 });
    const { url, err } = await started(
      ['--host', '0.0.0.0', '--allow-host', 'news.example', '--password-file', 'password'],
      cwd,
    );
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    const headers = { authorization: 'Bearer seven planks of a pier' };
    expect((await fetch(url, { headers })).status).toBe(200);
    expect(err()).toContain('not encrypted');
    expect(err()).toContain('news.example');
    expect(err()).not.toContain('chmod');
  });

  it('warns of a password that others on the machine may read', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'password'), 'seven planks of a pier\n');
    chmodSync(join(cwd, 'password'), 0o644);
    const { err } = await started(['--password-file', 'password'], cwd);
    expect(err()).toContain('chmod 600 password');
  });
});

describe('the database of a user without a home', () => {
  it('is not put into the folder where a command is run', () => {
    const cwd = folder();
    const { stdout } = spawnSync(process.execPath, [MAIN, 'export', '--help'], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: '', XDG_DATA_HOME: '', VISAVIS_DB: '' },
    });
    // Either a whole path, or none, and the flag is asked for.
    const [, path] = /default:\s*"([^"]*\.sqlite)"/u.exec(stdout.replaceAll(/\n\s+/gu, '')) ?? [];
    expect(path ?? '/').toMatch(/^(?:\/|[A-Z]:\\)/u);
    expect(stdout).toContain('--db');
    expect(readdirSync(cwd)).toEqual([]);
    expect(existsSync(join(cwd, '.local'))).toBe(false);
  });
});
