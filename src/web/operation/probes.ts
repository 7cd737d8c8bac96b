import type { RequestHandler } from 'express';
import type { Metrics } from '../../app/operation/metrics.ts';
import type { Readiness } from '../../app/operation/readiness.ts';

/** What whoever keeps the program running asks. */
export interface Probes {
  /** The process is up. */
  readonly health: RequestHandler;
  /** It can do its work; 503 where it cannot. */
  readonly ready: RequestHandler;
  /** What is measured of it, for Prometheus. */
  readonly metrics: RequestHandler;
}

export function createProbes(readiness: Readiness, metrics: Metrics): Probes {
  return {
    health(_request, response) {
      response.setHeader('Cache-Control', 'no-store').json({ status: 'up' });
    },
    async ready(_request, response) {
      const checks = await readiness.look();
      const isReady = Object.values(checks).every(Boolean);
      const said = Object.fromEntries(Object.entries(checks).map(([name, ok]) => [name, ok ? 'ok' : 'failed']));
      response
        .status(isReady ? 200 : 503)
        .setHeader('Cache-Control', 'no-store')
        .json({ status: isReady ? 'ready' : 'not ready', checks: said });
    },
    async metrics(_request, response) {
      response.type(metrics.contentType).send(await metrics.text());
    },
  };
}
