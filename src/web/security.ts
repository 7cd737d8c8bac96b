import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';

/** Headers for every answer: no inline code, nothing from elsewhere, no framing. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Plain HTTP on the machine itself: a rule for HTTPS would lock other local programs out.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
});

/**
 * Refuses requests that another site could make a browser send: a Host that is
 * not ours (DNS rebinding), and changes that do not come from our own pages.
 * @param host the name the server listens on; the local names are always ours
 */
export function ownPagesOnly(host: string) {
  const ours = new Set(['localhost', '127.0.0.1', '[::1]', host.toLowerCase()]);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const name = hostName(request.headers.host ?? '');
    if (!ours.has(name)) {
      throw new Problem(
        'forbidden',
        'This address is not served here.',
        msg('The request was for “{name}”.', { name }),
        `Open the address that the program printed when it started.`,
      );
    }
    if (!['GET', 'HEAD'].includes(request.method) && !isOwn(request)) {
      throw new Problem('forbidden', 'The request came from another site.', '', 'Use the pages of Vis-à-vis itself.');
    }
    next();
  };
}

function isOwn(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  return origin === undefined || origin === `${request.protocol}://${request.headers.host}`;
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
