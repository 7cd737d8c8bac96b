import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { readInWorker } from '../../../src/app/import/read-in-worker.ts';
import { Problem } from '../../../src/core/problem.ts';
import { openTestApp, READING_WORKER } from '../../support/app.ts';
import { english } from '../../support/english.ts';
import { bytesOf } from '../../support/files.ts';
import { HOSTILE } from '../../support/hostile-files.ts';

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

describe('files made to break a reader', () => {
  it('are at least forty', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
  });

  it.each(HOSTILE)('%s', { timeout: 40_000 }, async (_what, name, make) => {
    const failure = await app.intake.read!(make(), name).then(
      (article) => article.text,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Problem);
    const { title, hint, code } = failure as Problem;
    expect(english(title)).toMatch(/\S/u);
    expect(english(hint)).toMatch(/\S/u);
    expect(code).not.toBe('internal');
  });

  it('do not stop the program: the next file is read', async () => {
    const article = await app.intake.read!(bytesOf('<p>Still here.</p>'), 'a.html');
    expect(article.text).toBe('Still here.');
  });
});

describe('the limits', () => {
  it('stop what takes too long', async () => {
    const read = readInWorker(READING_WORKER, { time: 1, memory: 768 });
    await expect(read(bytesOf('<p>Hello</p>'), 'a.html')).rejects.toThrow('not read within');
  });

  it('stop what takes too much memory', async () => {
    const read = readInWorker(READING_WORKER, { time: 30_000, memory: 24 });
    const page = `<html><body>${'<p>many words here</p>'.repeat(200_000)}</body></html>`;
    await expect(read(bytesOf(page), 'a.html')).rejects.toThrow(/memory|cannot be read/u);
  });
});
