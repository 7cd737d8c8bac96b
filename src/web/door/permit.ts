import type { RequestHandler } from 'express';
import { mayDo, type Permission, rolesWith } from '../../core/accounts/permissions.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { identityOf } from './identity.ts';

/** What a route takes: a permission, or nothing, as where one signs in. */
export type RoutePermission = Permission | 'anyone';

const permissions = new WeakMap<RequestHandler, RoutePermission>();

/** Lets on only who may do this. It stands first in every route. */
export function permit(permission: RoutePermission): RequestHandler {
  const handler: RequestHandler = (request, _response, next) => {
    if (permission !== 'anyone' && !mayDo(identityOf(request).roles, permission)) throw notPermitted(permission);
    next();
  };
  permissions.set(handler, permission);
  return handler;
}

/** The permission that a handler asks for; undefined where it is no `permit`. */
export function permissionOf(handler: RequestHandler): RoutePermission | undefined {
  return permissions.get(handler);
}

function notPermitted(permission: Permission): Problem {
  return new Problem(
    'forbidden',
    'Your role does not allow this.',
    whoMay(permission),
    'Ask an administrator, who can give you another role.',
  );
}

/** Which roles may do it, in words. */
export function whoMay(permission: Permission): Message {
  return msg('It takes one of these roles: {roles}.', { roles: rolesWith(permission).map((role) => ({ text: role })) });
}
