import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folder, MAIN } from '../../support/cli.ts';

const backups = join(folder, 'backups');

/** A server that is set up by its environment alone. */
async function started(): Promise<{ child: ChildProcess; url: string; metrics: string; errors: () => string }> {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: folder,
    env: {
      ...process.env,
      VISAVIS_PORT: '0',
      VISAVIS_DB: 'operation.sqlite',
      VISAVIS_LOG: 'json',
      VISAVIS_LOG_LEVEL: 'debug',
      VISAVIS_METRICS_LISTEN: '127.0.0.1:0',
      VISAVIS_BACKUP_DIR: backups,
      VISAVIS_BACKUP_AT: '* * * * * *',
      VISAVIS_BACKUP_KEEP: '1',
      VISAVIS_ALLOW_HOST: '',
    },
  });
  let said = '';
  let errors = '';
  child.stderr.on('data', (piece) => {
    errors += piece;
  });
  for await (const piece of child.stdout) {
    said += piece;
    const [url, metrics] = [...said.matchAll(/http:\S+/gu)].map(([found]) => found);
    if (url && metrics) return { child, url, metrics, errors: () => errors };
  }
  throw new Error(`It has not started: ${errors}`);
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(50);
}

describe('visavis serve, for whoever keeps it running', () => {
  it('says how it is, counts, makes backups, writes a log without texts, and answers what was asked before it stops', async () => {
    const { child, url, metrics, errors } = await started();
    for (const path of ['health', 'ready']) {
      const answer = await fetch(new URL(path, url));
      expect([path, answer.status]).toEqual([path, 200]);
    }
    expect((await fetch(new URL('metrics', url))).status).toBe(404);
    await fetch(new URL('?q=Brandenburger+Tor', url), { headers: { 'x-request-id': 'desk-7' } });
    expect((await fetch(new URL('bitexts/4711', url))).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
    await until(() => existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.sqlite')));
    await until(() => errors().includes('backup made'));

    const measured = await (await fetch(metrics)).text();
    expect(measured).toContain('visavis_http_requests_total{method="GET",route="/bitexts/:id",status="404"} 1\n');
    expect(measured).toMatch(/^visavis_backup_age_seconds \d/mu);
    expect(measured).toMatch(/^visavis_bitexts\{state="queued"\} 0$/mu);
    expect(measured).toMatch(/^nodejs_eventloop_lag_p99_seconds /mu);
    expect(measured).not.toMatch(/\/4711|Brandenburger/u);

    // A form whose second half comes after the program was asked to stop.
    const form = 'title=half+of+it';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(form.length) };
    const half = request(new URL('bitexts/4711/title', url), { method: 'POST', headers });
    const answered = once(half, 'response');
    half.write(form.slice(0, 8));
    const ended = once(child, 'exit');
    await until(async () => /^visavis_http_requests_in_flight 1$/mu.test(await (await fetch(metrics)).text()));
    child.kill('SIGTERM');
    await until(() => errors().includes('stopping'));
    half.end(form.slice(8));
    const [{ statusCode }] = await answered;
    expect(statusCode).toBe(404);
    expect(await ended).toEqual([0, null]);

    const lines = errors().trim().split('\n');
    const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.find(({ id }) => id === 'desk-7')).toMatchObject({ level: 'info', route: '/', status: '200' });
    expect(events.at(-1)).toMatchObject({ msg: 'stopped' });
    expect(errors()).not.toMatch(/\/4711|Brandenburger/u);
    expect(errors()).not.toContain('"level":"error"');
  });
});
