import type { Request } from 'express';

/** Whether a request with a cookie may change something: a browser says where a change comes from; the cookie alone does not. */
export function comesFromPage({ method, headers }: Request): boolean {
  const says = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  return says || ['GET', 'HEAD'].includes(method);
}

/** Whether the page was opened through what encrypts, so that a cookie takes no other way. */
export function isEncrypted(request: Request): boolean {
  return request.secure || (request.headers.origin?.startsWith('https:') ?? false);
}
