import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestApp } from '../support/app.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const TMX =
  '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>One.</seg></tuv><tuv xml:lang="fr"><seg>Un.</seg></tuv></tu></body></tmx>';

let server: TestServer | null = null;
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await server?.stop();
  server = null;
});

const newFile = () => join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');

/** Sends a multipart form as it is, byte by byte. */
function sent(url: string, body: string) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', accept: 'application/json' },
    body,
  });
}

describe('an upload', () => {
  it.each([
    ['a file name longer than any header', `form-data; name="file"; filename="${'n'.repeat(100_000)}.tmx"`],
    ['a field name longer than any header', `form-data; name="${'n'.repeat(1_000_000)}"`],
  ])('with %s is a bad request', async (_what, disposition) => {
    server = await startTestServer();
    const answer = await sent(
      `${server.url}/memories`,
      `--x\r\nContent-Disposition: ${disposition}\r\n\r\n${TMX}\r\n--x--\r\n`,
    );
    expect(answer.status).toBe(400);
  });

  it('that breaks off is a bad request', async () => {
    server = await startTestServer();
    const answer = await sent(
      `${server.url}/memories`,
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc',
    );
    expect(answer.status).toBe(400);
  });

  it('lies beside the database while it is read, and nowhere afterwards', async () => {
    const database = newFile();
    server = await startTestServer(database);
    const form = new FormData();
    form.set('file', new Blob([TMX]), 'm.tmx');
    const answer = await fetch(`${server.url}/memories`, { method: 'POST', body: form, redirect: 'manual' });
    expect(answer.status).toBe(303);
    await expect.poll(() => readdirSync(`${database}-uploads`, { recursive: true })).toEqual([server.app.leases.id]);
    await server.stop();
    server = null;
    expect(existsSync(`${database}-uploads`)).toBe(false);
  });

  it('of a program that was killed is swept when a server starts, that of one that runs is not', async () => {
    const database = newFile();
    const command = await openTestApp(database);
    await command.leases.watch(async () => {});
    mkdirSync(join(`${database}-uploads`, 'gone'), { recursive: true });
    writeFileSync(join(`${database}-uploads`, 'gone', 'part'), 'x');
    const own = await command.scratch.folder();
    const starting = await openTestApp(database, { serves: true });
    expect(readdirSync(`${database}-uploads`)).toEqual([command.leases.id]);
    expect(existsSync(own)).toBe(true);
    await starting.close();
    await command.close();
    expect(existsSync(`${database}-uploads`)).toBe(false);
  });

  it('that a kill has cut off is gone after the next start', async () => {
    const database = newFile();
    const serve = () => {
      const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', database]);
      children.push(child);
      return new Promise<{ child: ChildProcess; url: string }>((resolve, reject) => {
        child.stdout.on('data', (chunk) => {
          const url = /http:\/\/\S+?(?=\/\s)/u.exec(String(chunk))?.[0];
          if (url) resolve({ child, url });
        });
        child.once('exit', () => reject(new Error('the server stopped')));
      });
    };
    const { child, url } = await serve();
    const upload = request(`${url}/memories`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    upload.on('error', () => {});
    upload.write(`--x\r\nContent-Disposition: form-data; name="file"; filename="m.tmx"\r\n\r\n${TMX.padEnd(300_000)}`);
    const files = () =>
      existsSync(`${database}-uploads`)
        ? readdirSync(`${database}-uploads`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        : [];
    await expect.poll(files, { timeout: 20_000 }).toHaveLength(1);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(files()).toHaveLength(1);
    await serve();
    expect(files()).toEqual([]);
  });
});
