import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { App } from '../app/app.ts';
import type { Metrics } from '../app/operation/metrics.ts';
import type { Log } from '../app/upkeep.ts';
import type { Door } from './door.ts';
import { showSignIn, signIn, signOut } from './handlers/library/sign-in.ts';
import type { InFlight } from './operation/in-flight.ts';
import type { Probes } from './operation/probes.ts';
import { recordRequests } from './operation/record.ts';
import type { Reach } from './our-names.ts';
import { answerProblem, notFound } from './problems.ts';
import { routes } from './routes.ts';
import { ownPagesOnly, privateAnswers, securityHeaders } from './security.ts';
import { smallerAnswers, smallerFiles } from './smaller-answers.ts';

const ROOT = new URL('../../', import.meta.url);

/** What goes with every request, for whoever keeps the program running. */
export interface Upkeep {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly inFlight: InFlight;
  readonly probes: Probes;
  /** Whether /metrics is answered here, and not at an address of its own. */
  readonly showsMetrics: boolean;
}

/**
 * The web application over an open app.
 * @param reach where it can be reached, for the check of the Host header
 * @param door lets in who knows the password; without one everybody is let in who reaches it
 */
export function createServer(app: App, reach: Reach, door: Door | null, upkeep: Upkeep): Express {
  const server = express();
  server.disable('x-powered-by');
  // Repeated fields come as lists; brackets and dots in their names mean nothing.
  server.set('query parser', 'simple');
  server.use(recordRequests(upkeep.log, upkeep.metrics), upkeep.inFlight.watch, securityHeaders);
  // Whoever balances load asks by any name, and without a password; the answer says nothing of what is stored.
  server.get('/health', upkeep.probes.health);
  server.get('/ready', upkeep.probes.ready);
  server.use(privateAnswers, ownPagesOnly(reach), smallerAnswers);
  server.use('/assets', smallerFiles(pathOf('assets')), express.static(pathOf('assets')));
  if (door) {
    server.get('/sign-in', showSignIn());
    server.post('/sign-in', express.urlencoded({ extended: false, limit: '8kb' }), signIn(door));
    server.use(door.guard);
    server.post('/sign-out', signOut(door));
  }
  server.use('/messages', smallerFiles(pathOf('data/messages')), express.static(pathOf('data/messages')));
  for (const part of ['client', 'core'])
    server.use(
      `/${part}`,
      smallerFiles(pathOf(`dist/${part}`)),
      express.static(pathOf(`dist/${part}`), { extensions: [] }),
    );
  server.use(
    express.urlencoded({ extended: false, limit: '30mb', parameterLimit: 50_000 }),
    express.json({ limit: '1mb' }),
  );
  if (upkeep.showsMetrics) server.get('/metrics', upkeep.probes.metrics);
  for (const { method, path, handlers } of routes(app, door !== null)) server[method](path, ...handlers);
  server.use(notFound);
  server.use(answerProblem);
  return server;
}

function pathOf(folder: string): string {
  return fileURLToPath(new URL(folder, ROOT));
}
