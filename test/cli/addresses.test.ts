import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORY } from '../support/app.ts';
import { folder, MAIN, visavis } from '../support/cli.ts';
import { newsPage, startSite } from '../support/web-site.ts';

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  const page = (language: 'en' | 'fr') => {
    const [title = '', ...paragraphs] = STORY[language].split('\n\n');
    return { body: newsPage(title, paragraphs, { language }) };
  };
  site = await startSite({ '/en': page('en'), '/fr': page('fr') });
});
afterAll(() => site.stop());

/** Runs the program while the site of the tests answers. */
function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { cwd: folder }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('addresses on the command line', () => {
  it('are aligned like files', async () => {
    const { status, stdout } = await run(
      'align',
      `${site.url}/en`,
      `${site.url}/fr`,
      '--fetch-private',
      '--format',
      'tsv',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Harbour to be deepened\tLe port sera approfondi\t/u);
  });

  it('are stored like files, with where they are from', async () => {
    const db = join(folder, 'pages.sqlite');
    const { status, stdout } = await run('import', `${site.url}/en`, `${site.url}/fr`, '--fetch-private', '--db', db);
    expect([status, stdout]).toEqual([0, '1\n']);
    expect(visavis('dump', '-', '--db', db).stdout).toContain(`"url":"${site.url}/en"`);
  });

  it('of this machine are refused, unless they are asked for', async () => {
    const { status, stderr } = await run('align', `${site.url}/en`, 'a.fr.txt');
    expect(status).toBe(2);
    expect(stderr).toContain('is not on the public internet');
    expect(stderr).toContain('--fetch-private');
  });
});
