import type { RequestHandler } from 'express';
import { recordRequest } from '../../app/accounts/audit.ts';
import type { App } from '../../app/app.ts';
import type { Log } from '../../app/upkeep.ts';
import type { AuditOutcome } from '../../core/accounts/audit.ts';
import { templateOf } from '../route.ts';
import { askerOf, identityOf } from './identity.ts';
import { RECORDED } from './recorded.ts';

/** Records what the people of a desk have changed or taken out, once it is answered, and what they were refused. Without accounts nothing is. */
export function auditRequests(app: Pick<App, 'store' | 'now'>, log: Log): RequestHandler {
  return (request, response, next) => {
    const { session } = identityOf(request);
    if (!session) return next();
    // Its mount is forgotten on the way.
    const { path: subject } = request;
    response.on('finish', () => {
      const { statusCode: status } = response;
      const route = templateOf(request);
      const action = `${request.method} ${route}`;
      const isKnown = Object.hasOwn(RECORDED, action);
      if (route === '' || !(isKnown || status === 403)) return;
      const detail = status >= 400 ? String(status) : '';
      recordRequest(app, askerOf(request), { action, subject, outcome: outcomeOf(status), detail }).catch(
        (error: unknown) => log.fault('not recorded in the audit log', error, { route: action }),
      );
    });
    next();
  };
}

function outcomeOf(status: number): AuditOutcome {
  if (status === 403) return 'refused';
  return status < 400 ? 'done' : 'failed';
}
