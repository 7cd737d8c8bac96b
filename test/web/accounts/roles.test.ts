import express, { type Router } from 'express';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/app/operation/log.ts';
import { createMetrics } from '../../../src/app/operation/metrics.ts';
import { createReadiness } from '../../../src/app/operation/readiness.ts';
import { mayDo, ROLES, type Role } from '../../../src/core/accounts/permissions.ts';
import { permissionOf, type RoutePermission } from '../../../src/web/door/permit.ts';
import { NOT_RECORDED, RECORDED } from '../../../src/web/door/recorded.ts';
import { createInFlight } from '../../../src/web/operation/in-flight.ts';
import { createProbes } from '../../../src/web/operation/probes.ts';
import { createServer } from '../../../src/web/server.ts';
import { type Member, member } from '../../support/desk.ts';
import { ownServer } from '../../support/server.ts';

interface MountedRoute {
  readonly method: string;
  readonly path: string;
  readonly permission: RoutePermission | undefined;
}

/** Every route of a router and of those in it, with what its first handler asks for. */
function mountedRoutes(router: Router): MountedRoute[] {
  return router.stack.flatMap((layer) => {
    if (layer.route) {
      const { path, stack } = layer.route;
      return stack.slice(0, 1).map(({ method, handle }) => ({ method, path, permission: permissionOf(handle) }));
    }
    return 'stack' in layer.handle ? mountedRoutes(layer.handle as unknown as Router) : [];
  });
}

const server = ownServer();
const members = new Map<Role, Member>();
let routes: MountedRoute[] = [];

beforeAll(async () => {
  const inFlight = createInFlight();
  const metrics = createMetrics(server.app, inFlight.count);
  const probes = createProbes(createReadiness(server.app), metrics);
  const upkeep = { log: createLog({ format: 'off', level: 'error' }), metrics, inFlight, probes, showsMetrics: true };
  routes = mountedRoutes(createServer(server.app, { host: '127.0.0.1' }, {}, upkeep).router);
  const admin = await member(server.app, server.url, 'Administrator', ['administrator']);
  members.set('administrator', admin);
  for (const role of ROLES.filter((role) => role !== 'administrator')) {
    members.set(role, await member(server.app, server.url, role, [role]));
  }
});

describe('every route', () => {
  it('says what it takes, before anything else', () => {
    expect(routes.length).toBeGreaterThan(120);
    expect(routes.filter(({ permission }) => permission === undefined)).toEqual([]);
    expect(routes.filter(({ permission }) => permission === 'anyone').map(({ path }) => path)).toEqual([
      '/health',
      '/ready',
      '/sign-in',
      '/sign-in',
      '/sign-in/openid',
      '/sign-in/openid/callback',
      '/welcome/:token',
      '/welcome/:token',
      '/welcome/:token/openid',
    ]);
  });

  it('with a form is recorded, or named as one that need not be', () => {
    const forms = routes.filter(({ method }) => method === 'post').map(({ path }) => `POST ${path}`);
    const named = new Set([...Object.keys(RECORDED), ...NOT_RECORDED]);
    expect(forms.filter((form) => !named.has(form))).toEqual([]);
    const all = new Set(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
    expect([...named].filter((name) => !all.has(name))).toEqual([]);
  });

  it('that says nothing would be found', () => {
    const bare = express();
    bare.get('/open', (_request, response) => void response.end());
    const within = express.Router();
    within.post('/more', (_request, response) => void response.end());
    bare.use('/api', within);
    expect(mountedRoutes(bare.router).map(({ permission }) => permission)).toEqual([undefined, undefined]);
  });

  it.each(ROLES)('is refused or not to a %s as the table says', async (role) => {
    const asker = members.get(role)!;
    const wrong: string[] = [];
    // Signing out comes last.
    for (const { method, path, permission } of routes.filter((route) => route.path !== '/sign-out')) {
      if (permission === 'anyone' || permission === undefined) continue;
      // Nothing is there of this number, so that what may be asked for changes nothing.
      const address = path.replace(/:\w+/gu, '987654');
      const isExpected = mayDo([role], permission);
      // What would be carried out with an empty form is asked of who may not alone.
      if (isExpected && ['/samples', '/glossary/starter'].includes(path)) continue;
      const { status, body } = await (method === 'get'
        ? asker.get(address)
        : asker.post(address, {}, {}, method.toUpperCase()));
      const isRefused = status === 403 && body.includes('Your role does not allow this.');
      if (isRefused === isExpected) wrong.push(`${method} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused as problem+json to programs', async () => {
    const { status, headers, body } = await members.get('reader')!.post('/samples', {}, { accept: 'application/json' });
    expect(status).toBe(403);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/u);
    expect(JSON.parse(body)).toMatchObject({ status: 403, detail: expect.stringContaining('translator') });
  });

  it('holds from the next request on, when roles change', async () => {
    const reader = members.get('reader')!;
    const { id } = await server.app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', reader.email)
      .executeTakeFirstOrThrow();
    expect((await reader.get('/bitexts/new')).status).toBe(403);
    await members.get('administrator')!.post(`/accounts/${id}`, { action: 'roles', roles: 'translator' });
    expect((await reader.get('/bitexts/new')).status).toBe(200);
    await members.get('administrator')!.post(`/accounts/${id}`, { action: 'roles', roles: 'reader' });
    expect((await reader.get('/bitexts/new')).status).toBe(403);
  });
});
