import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Metrics } from '../../app/operation/metrics.ts';
import type { Log } from '../../app/upkeep.ts';
import { templateOf } from '../route.ts';
import { faultIn } from './faults.ts';

/** Addresses of what only looks after the program: a line for each would hide the others. */
const PROBES: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

/**
 * Counts each request and writes it to the log, by the template of its address. The answer names the request by the id that came
 * with it, or a new one.
 */
export function recordRequests(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const id = idOf(request);
    response.setHeader('X-Request-Id', id);
    const begun = performance.now();
    // Its mount is forgotten on the way.
    const { path } = request;
    response.on('close', () => {
      const ms = performance.now() - begun;
      const sample = { method: methodOf(request), route: routeOf(request, path), status: statusOf(response) };
      metrics.count({ ...sample, seconds: isStream(response) ? null : ms / 1000 });
      write(log, response, { id, ...sample, ms: Math.round(ms) });
    });
    next();
  };
}

/** Whether an answer goes on until one of the two closes it. */
export function isStream(response: Response): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

function write(log: Log, response: Response, fields: { route: string } & Record<string, string | number>): void {
  const fault = faultIn(response);
  if (fault !== undefined) log.fault('request failed', fault, fields);
  else if (response.statusCode >= 500) log.error('request', fields);
  else if (PROBES.has(fields.route)) log.debug('request', fields);
  else log.info('request', fields);
}

const ID = /^[\w.:-]{1,64}$/u;

function idOf(request: Request): string {
  const given = request.get('x-request-id') ?? '';
  return ID.test(given) ? given : randomUUID();
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function methodOf({ method }: Request): string {
  return METHODS.has(method) ? method : 'other';
}

const FILES = /^\/(?:assets|messages|client|core)\//u;

/** The template of the route that answered: never the address itself, of which there is no end. */
function routeOf(request: Request, path: string): string {
  return templateOf(request) || (FILES.exec(path)?.[0].concat('*') ?? 'none');
}

/** Of an answer that somebody did not wait for, that. */
function statusOf(response: Response): string {
  return response.writableFinished || isStream(response) ? String(response.statusCode) : 'aborted';
}
