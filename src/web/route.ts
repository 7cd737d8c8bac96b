import type { Request, RequestHandler } from 'express';
import type { RoutePermission } from './door/permit.ts';

/** A page or action: what it answers, what it takes to ask for it, and which function answers. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly permission: RoutePermission;
  readonly handlers: readonly RequestHandler[];
}

export function get(path: string, permission: RoutePermission, ...handlers: RequestHandler[]): Route {
  return { method: 'get', path, permission, handlers };
}

export function post(path: string, permission: RoutePermission, ...handlers: RequestHandler[]): Route {
  return { method: 'post', path, permission, handlers };
}

/** The template of the route that answers a request, such as `/bitexts/:id`; empty where none does. */
export function templateOf(request: Request): string {
  const route: unknown = request.route;
  const isRoute = typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string';
  return isRoute ? String(route.path) : '';
}
