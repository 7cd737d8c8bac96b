import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { STYLE_HASH } from './files/first-style.ts';
import { isOurName, plainName, type Reach } from './our-names.ts';

/** Headers for every answer: no inline code but our own style sheet, nothing from elsewhere, no framing. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", STYLE_HASH],
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

/** What is answered is for one person, as of now: nobody in between keeps it, and a browser asks before it shows it again. */
export function privateAnswers(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-cache');
  next();
}

/**
 * Refuses requests that another site could make a browser send: a Host that is
 * not ours (DNS rebinding), and changes that do not come from our own pages.
 */
export function ownPagesOnly(reach: Reach) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const name = request.headers.host ?? '';
    if (!isOurName(reach, name, request.socket)) {
      throw new Problem(
        'forbidden',
        'This address is not served here.',
        msg('The request was for “{name}”.', { name: plainName(name) }),
        'Open an address that the program printed when it started, or start it with --allow-host and this name.',
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
  // Before a proxy that encrypts, the browser's address begins otherwise than ours.
  return origin === undefined || ['http', 'https'].some((scheme) => origin === `${scheme}://${request.headers.host}`);
}
