import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import type { WorkLimits } from '../../../src/app/desk.ts';
import { readArticle } from '../../../src/app/import/read-article.ts';
import { createPool } from '../../../src/app/jobs/pool.ts';
import { Problem } from '../../../src/core/problem.ts';
import { COMPILED, openTestApp } from '../../support/app.ts';
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
    const failure = await app.intake.read!({ bytes: make(), name }).then(
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
    const article = await app.intake.read!({ bytes: bytesOf('<p>Still here.</p>'), name: 'a.html' });
    expect(article.text).toBe('Still here.');
  });
});

describe('the limits', () => {
  /** A pool that reads articles within other limits; its thread still knows the work by its name. */
  const within = async (limits: WorkLimits, text: string) => {
    const pool = createPool({ workerFile: new URL('job-worker.js', COMPILED), database: ':memory:' });
    const read = pool.run({ ...readArticle, limits }, { bytes: bytesOf(text), name: 'a.html' });
    return read.finally(() => pool.close());
  };

  it('stop what takes too long', async () => {
    await expect(within({ time: 1, memory: 768 }, '<p>Hello</p>')).rejects.toThrow('not done within');
  });

  it('stop what takes too much memory', async () => {
    const page = `<html><body>${'<p>many words here</p>'.repeat(200_000)}</body></html>`;
    await expect(within({ time: 30_000, memory: 24 }, page)).rejects.toThrow('24 MB of memory');
  });
});
