import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { crowdReport } from './crowd.ts';
import { type LongBitext, storeLongBitext } from './long-bitext.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Work is given up after so long, in ms. */
const TIMEOUT_MS = 60_000;
/** Shorter work is done again until so much time has passed, so that there is something to measure. */
const MIN_DURATION_MS = 4000;

/**
 * What others wait while one thing is done with a long bitext: the library and an edit of that bitext are asked for
 * again and again meanwhile.
 */
export async function serverReport(rows: number, only = ''): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  const database = join(folder, 'bench.sqlite');
  const lines: string[] = [];
  let server: ServerProcess | null = null;
  let crowd = '';
  try {
    const bitext = await storeLongBitext(database, rows);
    server = await startServer(database);
    for (const [what, path] of worksOn(bitext)) {
      if (only && !what.includes(only)) continue;
      const line = await measured(server, bitext.id, what, path);
      console.error(line);
      lines.push(line);
      if (!server.alive()) server = await startServer(database);
    }
    if (!only || only === 'crowd') crowd = await crowdReport(server, bitext.id, rows);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
  return `## The server while it works

A bitext of ${rows} rows. While each thing is done, somebody opens the library and somebody marks a row of the same bitext, again and again;
times are those of the ones who wait, in ms (99th percentile and longest). CPU is the server's, all threads; the longest turn is what the server's own thread did at one go, in CPU time, which other programs on the machine do not lengthen. ${cpus().length} cores, shared with others: load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.

| | answer | seconds | CPU, s | MB sent | peak, MB | longest turn, ms of CPU | library, p99 | longest | edit, p99 | longest |
|---|---|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}

${crowd}`;
}

function worksOn({ id, word }: LongBitext): [what: string, path: string][] {
  const page = `bitexts/${id}`;
  return [
    ['nothing', ''],
    ['first rows', page],
    ['search for a word', `${page}?find=${word}`],
    ['search by pattern', `${page}?find=${word.slice(0, 3)}.*${word.slice(-2)}&regex=on`],
    ['confirmed rows', `${page}?show=confirmed`],
    ['doubtful rows', `${page}?show=doubtful`],
    ['rows that depart from the glossary', `${page}?show=terms`],
    ['map', `${page}/map`],
    ['read', `${page}/read`],
    ['read by paragraph', `${page}/read?as=paragraphs`],
    ['replace preview', `${page}/replace?find=a&with=b`],
    ['words in all bitexts', `search?q=${word}`],
    ['library search', `?q=${word}`],
    ['export TMX', `export/file?bitext=${id}&format=tmx`],
    ['export TMX with context', `export/file?bitext=${id}&format=tmx&context=on`],
    ['export CSV', `export/file?bitext=${id}&format=csv`],
    ['export XLSX', `export/file?bitext=${id}&format=xlsx`],
    ['clean', `${page}/clean`],
    ['check', `${page}/check`],
    ['check of all', 'check'],
    ['candidates', `${page}/candidates`],
  ];
}

async function measured(server: ServerProcess, id: number, what: string, path: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  server.peak();
  await server.turn();
  const [cpu, start] = [server.cpu(), performance.now()];
  const over = new AbortController();
  const library = repeated(() => taken(server.url, ''), over.signal);
  const edits = repeated(() => edit(server.url, id), over.signal);
  const answers: Answer[] = [];
  do {
    answers.push(
      what === 'nothing'
        ? await new Promise((resolve) => setTimeout(resolve, MIN_DURATION_MS, { status: '', bytes: 0 }))
        : await taken(server.url, path),
    );
  } while (performance.now() - start < MIN_DURATION_MS && server.alive());
  const seconds = (performance.now() - start) / 1000 / answers.length;
  over.abort();
  const [pages, marks] = [await library, await edits];
  const alive = server.alive();
  const used = alive ? ((server.cpu() - cpu) / answers.length).toFixed(1) : '';
  const turn = alive ? Math.round(await server.turn()) : '';
  const { status, bytes } = answers[0]!;
  const cells = [what, alive ? status : 'server died', seconds.toFixed(1), used, (bytes / 1e6).toFixed(1)];
  const times = [at(pages, 0.99), at(pages, 1), at(marks, 0.99), at(marks, 1)].map((time) => Math.round(time));
  return `| ${[...cells, alive ? Math.round(server.peak()) : '', turn, ...times].join(' | ')} |`;
}

/** Does something again and again, with a little time between; how long each took, in ms. */
async function repeated(work: () => Promise<unknown>, over: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!over.aborted) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return times;
}

async function taken(url: string, path: string): Promise<Answer> {
  try {
    const response = await fetch(url + path, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    let bytes = 0;
    for await (const piece of response.body ?? []) bytes += (piece as Uint8Array).length;
    return { status: response.status, bytes };
  } catch (error) {
    return { status: error instanceof Error && error.name === 'TimeoutError' ? 'given up' : 'broken off', bytes: 0 };
  }
}

interface Answer {
  readonly status: number | string;
  readonly bytes: number;
}

let marked = 0;

async function edit(url: string, id: number): Promise<void> {
  marked += 1;
  const body = { id: randomUUID(), action: 'setStatus', beads: 3 * (1 + (marked % 500)), note: `n${marked}` };
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch(`${url}bitexts/${id}/edits`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  await response?.text().catch(() => '');
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
