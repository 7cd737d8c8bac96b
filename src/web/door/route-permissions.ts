import type { Route } from '../route.ts';
import type { RoutePermission } from './permit.ts';

/** What an address takes; undefined where no route has it. */
export type PermissionFor = (method: Route['method'], path: string) => RoutePermission | undefined;

/** Reads the table of routes as the router does: the first that fits counts. */
export function permissionsBy(routes: readonly Route[]): PermissionFor {
  const patterns = routes.map(({ method, path, permission }) => ({
    method,
    permission,
    pattern: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/:\w+/gu, '[^/]+')}/?$`, 'u'),
  }));
  return (wanted, path) => patterns.find(({ method, pattern }) => method === wanted && pattern.test(path))?.permission;
}

const tables = new WeakMap<object, PermissionFor>();

/** @param server the express application, which every request knows */
export function rememberPermissions(server: object, routes: readonly Route[]): void {
  tables.set(server, permissionsBy(routes));
}

export function permissionsAt(server: object): PermissionFor {
  return tables.get(server) ?? (() => undefined);
}
