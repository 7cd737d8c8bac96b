import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pool, WorkLimits } from '../../../src/app/desk.ts';
import { cutSentences, tryRules } from '../../../src/app/import/cut-sentences.ts';
import { readArticle } from '../../../src/app/import/read-article.ts';
import { createPool } from '../../../src/app/jobs/pool.ts';
import { work } from '../../../src/app/jobs/work.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { COMPILED } from '../../support/app.ts';

let pool: Pool;
beforeAll(() => {
  pool = createPool({ workerFile: new URL('job-worker.js', COMPILED), database: ':memory:' });
});
afterAll(() => pool.close());

/** A text and a rule that take longer together than anybody lives. */
const ENDLESS = {
  text: `x${'a'.repeat(60)}!`,
  blocks: [{ start: 0, end: 62, kind: 'body', reason: null }],
  language: 'en',
  rules: [{ language: 'en', breaks: true, before: 'q(a+)+', after: '!' }],
} as const;

const read = (text: string) => pool.run(readArticle, { html: `<p>${text}</p>`, name: 'a' });
const problem = (error: unknown) => error as Problem;

describe('work beside the server’s thread', () => {
  it('is done, and its problems come back as they are', async () => {
    expect((await read('Hello.')).text).toBe('Hello.');
    const nothing = await read('').catch(problem);
    expect(nothing).toMatchObject({ name: 'Problem', code: 'empty-text' });
  });

  it('is ended when nobody wants it any more, and the next is done', async () => {
    const gone = new AbortController();
    const endless = pool.run(cutSentences, ENDLESS, { signal: gone.signal }).catch(problem);
    const others = await Promise.all(['One.', 'Two.', 'Three.'].map(read));
    expect(others.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
    gone.abort();
    expect(await endless).toMatchObject({ code: 'cancelled' });
  });

  it('is not begun when nobody wants it from the start', async () => {
    const refused = await pool.run(cutSentences, ENDLESS, { signal: AbortSignal.abort() }).catch(problem);
    expect(refused).toMatchObject({ code: 'cancelled' });
  });

  it('is given up at its limit of time, in its own words', async () => {
    const limited = { ...cutSentences, limits: { time: 500, memory: 64 } };
    const refused = await pool.run(limited, ENDLESS).catch(problem);
    expect(refused).toMatchObject({ code: 'too-large', title: { text: 'The text could not be cut into sentences.' } });
    expect((await read('Still here.')).text).toBe('Still here.');
  });

  /** A thread whose one kind of work is `run`, and what it is asked for. */
  const ownThread = (before: string, run: string, limits: WorkLimits) => {
    const script = `
      import { serveWork } from '${new URL('jobs/serve-work.js', COMPILED)}';
      ${before}
      serveWork([{ name: 'own', room: 'reading', run: ${run} }], { desk: {}, snapshot: (work) => work() });`;
    const workerFile = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
    const own = createPool({ workerFile, database: ':memory:' });
    const kind = work<string, unknown>('own', { room: 'reading', limits }, async (_desk, input) => input);
    return { own, ask: (input: string) => own.run(kind, input) };
  };

  it('has its time from when it begins, however long its thread takes to start', async () => {
    const slow = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);';
    const { own, ask } = ownThread(slow, 'async (_desk, input) => input', { time: 1000, memory: 64 });
    expect(await ask('Hello.')).toBe('Hello.');
    await own.close();
  });

  it('ends a thread whose heap has grown, and goes on with one whose heap has not', async () => {
    const limits = { time: 60_000, memory: 700 };
    const grow =
      'async (_desk, input) => { if (input === "grow") held = Array.from({ length: 2e7 }, (_, i) => i / 3); return ++asked; }';
    const { own, ask } = ownThread('let [asked, held] = [0, null];', grow, limits);
    expect([await ask(''), await ask(''), await ask('grow'), await ask('')]).toEqual([1, 2, 3, 1]);
    await own.close();
  });

  it('that waits is dropped when the program stops', async () => {
    const own = createPool({ workerFile: new URL('job-worker.js', COMPILED), database: ':memory:' });
    const waiting = [1, 2, 3, 4].map(() => own.run(cutSentences, ENDLESS).catch(problem));
    await own.close();
    await Promise.all(waiting.slice(2)).then((all) => {
      for (const one of all) expect(one).toMatchObject({ code: 'cancelled' });
    });
    expect(await own.run(cutSentences, ENDLESS).catch(problem)).toMatchObject({ code: 'cancelled' });
  });
});

describe('rules for sentence ends', () => {
  const endless = (before: string, after = '') => pool.run(tryRules, [{ language: 'en', breaks: true, before, after }]);

  // What stands before a place is matched backwards.
  it.each([
    ['x(a+)+', ''],
    ['q(\\w+\\s?)+', ''],
    ['x(?:\\d|\\d\\d)+', ''],
    ['7([a-z]+)*', '\\s'],
    ['', '(a+)+x'],
    ['\\.', '(\\w+\\s?)+q'],
  ])('that may take for ever are told: “%s” before, “%s” after', async (before, after) => {
    expect(await endless(before, after)).toEqual([0]);
  });

  it.each([
    ['(?<![\\p{L}\\p{N}])approx\\.', '\\s'],
    ['\\b(?:Mr|Mrs|Dr)\\.', '\\s+\\p{Lu}'],
    ['[.?!…]+["”’»)]*', '\\s+'],
    ['^\\s*\\d+\\.', '\\s'],
  ])('that are like those of other tools pass: %s', async (before, after) => {
    expect(await endless(before, after)).toEqual([]);
  });
});
