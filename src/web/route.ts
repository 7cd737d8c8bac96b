import type { RequestHandler } from 'express';
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
