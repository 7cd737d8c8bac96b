import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { App } from '../app/app.ts';
import type { Metrics } from '../app/operation/metrics.ts';
import type { Log } from '../app/upkeep.ts';
import { apiRoutes, asProgram } from './api/mount.ts';
import { auditRequests } from './door/audit-requests.ts';
import { createEntrance } from './door/entrance.ts';
import { createExternal, type ExternalOptions } from './door/external/external.ts';
import type { PasswordDoor } from './door/password-door.ts';
import { permit } from './door/permit.ts';
import { rememberPermissions } from './door/route-permissions.ts';
import { keepLong, withinBuild } from './files/build.ts';
import { doorRoutes } from './handlers/accounts/routes.ts';
import type { InFlight } from './operation/in-flight.ts';
import type { Probes } from './operation/probes.ts';
import { recordRequests } from './operation/record.ts';
import type { Reach } from './our-names.ts';
import { answerProblem, notFound } from './problems.ts';
import { get, type Route } from './route.ts';
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

/** What lets people in; without any of it everybody is let in who reaches the program, while there are no accounts. */
export interface Doors {
  /** Lets in who knows it, while there are no accounts. */
  readonly password?: PasswordDoor | null;
  /** Lets in whom others vouch for, once there are accounts. */
  readonly external?: ExternalOptions | undefined;
}

/**
 * The web application over an open app.
 * @param reach where it can be reached, for the check of the Host header
 */
export function createServer(app: App, reach: Reach, doors: Doors, upkeep: Upkeep): Express {
  const server = express();
  server.disable('x-powered-by');
  // Repeated fields come as lists; brackets and dots in their names mean nothing.
  server.set('query parser', 'simple');
  // Whose word is taken for where a request comes from and whether it came encrypted.
  if (reach.proxies?.length) server.set('trust proxy', reach.proxies);
  server.use(withinBuild, recordRequests(upkeep.log, upkeep.metrics), upkeep.inFlight.watch, securityHeaders);
  // Whoever balances load asks by any name, and without a password; the answer says nothing of what is stored.
  mount(server, [get('/health', 'anyone', upkeep.probes.health), get('/ready', 'anyone', upkeep.probes.ready)]);
  const external = createExternal(app, doors.external, upkeep.log);
  server.use(privateAnswers, ownPagesOnly(reach), ...(external.proxy ? [external.proxy.guard] : []), smallerAnswers);
  server.use('/api', asProgram);
  server.use('/assets', smallerFiles(pathOf('assets')), express.static(pathOf('assets'), { setHeaders: keepLong }));
  const entrance = createEntrance(app, doors.password ?? null, external);
  server.use('/sign-in', express.urlencoded({ extended: false, limit: '8kb' }));
  server.use('/welcome', express.urlencoded({ extended: false, limit: '8kb' }));
  mount(server, doorRoutes(app, entrance));
  server.use(entrance.guard, auditRequests(app, upkeep.log));
  server.use(
    '/messages',
    smallerFiles(pathOf('data/messages')),
    express.static(pathOf('data/messages'), { setHeaders: keepLong }),
  );
  for (const part of ['client', 'core'])
    server.use(
      `/${part}`,
      smallerFiles(pathOf(`dist/${part}`)),
      express.static(pathOf(`dist/${part}`), { setHeaders: keepLong }),
    );
  mount(server, apiRoutes(app));
  server.use(
    express.urlencoded({ extended: false, limit: '30mb', parameterLimit: 50_000 }),
    express.json({ limit: '1mb' }),
  );
  if (upkeep.showsMetrics) mount(server, [get('/metrics', 'read', upkeep.probes.metrics)]);
  const inside = routes(app, entrance);
  rememberPermissions(server, inside);
  mount(server, inside);
  server.use(notFound);
  server.use(answerProblem);
  return server;
}

/** Each route behind what it takes; `test/web/accounts/roles.test.ts` finds one that is mounted otherwise. */
function mount(server: Express, all: readonly Route[]): void {
  for (const { method, path, permission, handlers } of all) server[method](path, permit(permission), ...handlers);
}

function pathOf(folder: string): string {
  return fileURLToPath(new URL(folder, ROOT));
}
