import { stat } from 'node:fs/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { VERSION } from '../../core/formats/tmx.ts';
import { countStates } from '../../store/operation/counts.ts';
import type { App } from '../app.ts';
import { WORK_ROOMS } from '../desk.ts';

/** A request that has been answered. */
export interface RequestSample {
  readonly method: string;
  /** The address with names for what varies in it, such as /bitexts/:id, so that there are only so many. */
  readonly route: string;
  readonly status: string;
  /** Null where it is no measure of anything, as of an answer that goes on until the page is closed. */
  readonly seconds: number | null;
}

export interface Metrics {
  readonly contentType: string;
  /** What a Prometheus reads. */
  text(): Promise<string>;
  count(request: RequestSample): void;
}

/** From a page in cache to an export of minutes. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

type Watched = Pick<App, 'store' | 'database' | 'pool' | 'live' | 'backups' | 'damage'>;

/**
 * What is measured of a running program: numbers alone, never words from texts. docs/operation.md lists it.
 * @param inFlight how many requests are being answered
 */
export function createMetrics(app: Watched, inFlight: () => number): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'visavis_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'visavis_http_request_duration_seconds',
    help: 'From a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'visavis_http_requests_in_flight',
    help: 'Requests that are being answered, pages that listen for edits among them.',
    registers,
    collect() {
      this.set(inFlight());
    },
  });
  new Gauge({
    name: 'visavis_info',
    help: 'The version of the program.',
    labelNames: ['version'],
    registers,
  }).set({ version: VERSION }, 1);
  watchWork(app, registers);
  watchData(app, registers);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    count({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      if (seconds !== null) durations.observe({ method, route }, seconds);
    },
  };
}

function watchWork({ store, pool, live }: Watched, registers: Registry[]): void {
  new Gauge({
    name: 'visavis_bitexts',
    help: 'Bitexts by state: those queued and aligning are jobs that wait or run.',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const state of ['queued', 'aligning', 'ready', 'failed']) this.set({ state }, 0);
      for (const { state, bitexts } of await countStates(store.db)) this.set({ state }, bitexts);
    },
  });
  new Gauge({
    name: 'visavis_pool_jobs',
    help: 'Work beside the server’s thread, by room and state.',
    labelNames: ['room', 'state'],
    registers,
    collect() {
      for (const room of WORK_ROOMS) {
        const { running, waiting } = pool.load(room);
        this.set({ room, state: 'running' }, running);
        this.set({ room, state: 'waiting' }, waiting);
      }
    },
  });
  new Gauge({
    name: 'visavis_pool_threads',
    help: 'How much can be done at once, by room.',
    labelNames: ['room'],
    registers,
    collect() {
      for (const room of WORK_ROOMS) this.set({ room }, pool.load(room).threads);
    },
  });
  new Counter({
    name: 'visavis_edits_total',
    help: 'Edits of bitexts.',
    registers,
    collect() {
      this.reset();
      this.inc(live.count());
    },
  });
}

function watchData({ database, backups, damage }: Watched, registers: Registry[]): void {
  new Gauge({
    name: 'visavis_database_bytes',
    help: 'Size of the database and of the log beside it.',
    labelNames: ['file'],
    registers,
    async collect() {
      this.set({ file: 'database' }, await sizeOf(database));
      this.set({ file: 'log' }, await sizeOf(`${database}-wal`));
    },
  });
  new Gauge({
    name: 'visavis_database_damaged',
    help: 'Whether damage was found in the database.',
    registers,
    collect() {
      this.set(damage.found() === null ? 0 : 1);
    },
  });
  if (backups === null) return;
  new Gauge({
    name: 'visavis_backup_age_seconds',
    help: 'Since the last backup that was found whole; absent where there is none.',
    registers,
    collect() {
      const { checkedAt } = backups.state();
      if (checkedAt === null) this.remove();
      else this.set((Date.now() - checkedAt) / 1000);
    },
  });
  new Gauge({
    name: 'visavis_backup_failed',
    help: 'Whether the last backup failed.',
    registers,
    collect() {
      this.set(backups.state().failure === null ? 0 : 1);
    },
  });
  new Counter({
    name: 'visavis_backup_failures_total',
    help: 'Backups that failed.',
    registers,
    collect() {
      this.reset();
      this.inc(backups.state().failures);
    },
  });
}

/** In bytes; 0 where there is no such file. */
async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
