import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** So many people at once. */
const READERS = 50;
const WRITERS = 10;
/** How long they are at it, in ms. */
const TIME = 60_000;

/** How long people look at what they have got before they want something else, in ms on the average. */
interface Pace {
  readonly name: string;
  readonly reader: number;
  readonly writer: number;
}

/**
 * A piece holds some twelve screens of rows. Who reads takes a minute for it at the very least, who looks for something by
 * eye a quarter of that, and who drags the bar asks for another before the last has been looked at; a row is marked in
 * two seconds. And as fast as they are answered, to see what is the most.
 */
const PACES: readonly Pace[] = [
  { name: 'reading', reader: 60_000, writer: 2000 },
  { name: 'skimming', reader: 15_000, writer: 2000 },
  { name: 'dragging', reader: 5000, writer: 2000 },
  { name: 'without a pause', reader: 0, writer: 0 },
];

/**
 * What a crowd waits at one bitext: readers open its page and go on reading by pieces of it, writers mark its rows, and each
 * writer's page is told of all edits.
 */
export async function crowdReport(server: ServerProcess, id: number, rows: number): Promise<string> {
  const lines: string[] = [];
  for (const pace of PACES) {
    const line = await crowd(server, id, rows, pace);
    console.error(line);
    lines.push(line);
  }
  return `${READERS} readers, who open the page of the bitext once and then a piece of it after another, and ${WRITERS} writers, whose pages are told of every edit, ${TIME / 1000} s long. Between
two pieces a reader takes ${PACES.filter(({ reader }) => reader > 0)
    .map(({ name, reader }) => `${reader / 1000} s (${name})`)
    .join(', ')}, a writer ${PACES[0]!.writer / 1000} s between two marks. Times in ms: median, 99th percentile.

| | pages | median | p99 | pieces | median | p99 | edits | median | p99 | CPU, s | peak, MB |
|---|---|---|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

async function crowd(server: ServerProcess, id: number, rows: number, { name, reader, writer }: Pace): Promise<string> {
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const times = { page: [] as number[], piece: [] as number[], edit: [] as number[] };
  server.peak();
  const cpu = server.cpu();
  const timed = async (kind: keyof typeof times, path: string, body?: object) => {
    const start = performance.now();
    const response = await fetch(server.url + path, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { accept: kind === 'page' ? 'text/html' : 'application/json', 'content-type': 'application/json' },
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    times[kind].push(performance.now() - start);
  };
  /** Half to one and a half of the usual, so that people do not keep step. */
  const look = (usual: number, at: number) => pause(usual * (0.5 + ((at * 0.618) % 1)), over.signal);
  const read = async (who: number) => {
    await look(reader, who);
    for (let k = 0; !over.signal.aborted; k += 1) {
      const at = ((who * 997 + k * 150) % Math.max(1, rows - 150)) | 0;
      // A page is opened now and then; what is read on comes in pieces.
      await (k % 10 === 0 ? timed('page', `bitexts/${id}`) : timed('piece', `bitexts/${id}/rows?at=${at}&count=150`));
      await look(reader, who + k);
    }
  };
  const write = async (who: number) => {
    await look(writer, who);
    for (let k = 0; !over.signal.aborted; k += 1) {
      const bead = 3 * (1 + who * 1000 + (k % 900));
      await timed('edit', `bitexts/${id}/edits`, {
        id: randomUUID(),
        action: 'setStatus',
        beads: bead,
        note: `${name} ${k}`,
      });
      await look(writer, who + k);
    }
  };
  const listeners = Array.from({ length: WRITERS }, () => listen(`${server.url}bitexts/${id}/events`, over.signal));
  const people = [
    ...Array.from({ length: READERS }, (_, who) => read(who)),
    ...Array.from({ length: WRITERS }, (_, who) => write(who)),
  ];
  await pause(TIME, over.signal);
  over.abort();
  await Promise.all([...people, ...listeners]);
  const cells = Object.values(times).flatMap((list) => [list.length, at(list, 0.5), at(list, 0.99)]);
  return `| ${[name, ...cells.map(Math.round), (server.cpu() - cpu).toFixed(1), Math.round(server.peak())].join(' | ')} |`;
}

async function listen(url: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(url, { signal });
    for await (const _ of response.body ?? []);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function pause(time: number, signal: AbortSignal): Promise<void> {
  if (time > 0) await setTimeout(time, undefined, { signal }).catch(() => {});
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
