import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { folder, MAIN } from '../support/cli.ts';

describe('visavis serve', () => {
  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', String(port), '--db', 'taken.sqlite'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    other.close();
    expect(stderr).toContain(`Port ${port} is taken`);
    expect(code).toBe(3);
  });

  it('prints the address, answers, and stops when asked to', async () => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', 'serve.sqlite'], { cwd: folder });
    const url = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk) => {
        const found = /http:\S+/.exec(String(chunk))?.[0];
        if (found) resolve(found);
      });
    });
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});
